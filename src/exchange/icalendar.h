// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>

#include "domain/schedule.h"
#include "schedule/plan.h"

namespace hipflow {

/// What a calendar needs beside the plan.
struct CalendarOptions {
    std::string summary;  // of every event: the routine
    Millis duration{};    // how long a session takes, in whole minutes
    Millis untimed_at{};  // the time of slots without one
    std::chrono::minutes day_starts{};
    std::chrono::weekday week_starts = std::chrono::Monday;
};

/// The schedule as an iCalendar document (RFC 5545): one event for each slot of each version, with
/// times that are the same on the clock wherever one is, excused days left out, and an alarm. `k
/// per week` becomes suggested days, and says so. The same plan gives the same bytes. A pause
/// without an end ends the events. Throws Error for a rule that cannot be read.
std::string icalendar(std::span<const ScheduleVersion> versions, std::span<const Excuse> excuses,
                      const CalendarOptions& options);

/// A content line, ended by CRLF and folded at 75 octets between whole characters (RFC 5545 3.1).
std::string content_line(std::string_view text);

/// Text with what has a meaning of its own escaped (RFC 5545 3.3.11).
std::string calendar_text(std::string_view text);

}  // namespace hipflow
