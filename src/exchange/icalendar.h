// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>

#include "domain/schedule.h"
#include "schedule/plan.h"

namespace hipflow::exchange {

/// A plan for a calendar.
struct CalendarPlan {
    std::span<const ScheduleVersion> versions;
    std::string summary;  // the title of its events: the name of the routine
    Millis duration{};    // of a session, rounded up to whole minutes
};

/// The data that a calendar needs besides the plans.
struct CalendarOptions {
    PlanChanges changes;  // SEQUENCE and DTSTAMP of every event: they only rise
    Millis untimed_at{};  // the time of slots without one
    std::chrono::minutes day_starts{};
    std::chrono::weekday week_starts = std::chrono::Monday;
};

/// The plans as an iCalendar document (RFC 5545): one event for each slot of each version, with
/// an alarm, without excused days, at the same time on the clock in every zone. `k per week`
/// becomes suggested days, and the event says so. A pause without an end ends the events. The same
/// plan gives the same bytes. Without any event it holds the time zone UTC, since a calendar must
/// hold something. A rule that cannot be read has no events.
std::string icalendar(std::span<const CalendarPlan> plans, std::span<const Excuse> excuses,
                      const CalendarOptions& options);

/// A content line, folded at 75 octets between whole characters and ended by CR LF (RFC 5545 3.1).
std::string content_line(std::string_view text);

/// Escapes the characters that have a meaning of their own (RFC 5545 3.3.11).
std::string calendar_text(std::string_view text);

}  // namespace hipflow::exchange
