// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schedule/occurrence.h"

namespace hipflow {

/// The instant at which the clocks show a time of a calendar day: of a time that they skip the
/// first after it, of one that comes twice the first (TRACKING d2).
using ClockTime = std::function<Instant(Day calendar_day, Millis time_of_day)>;

/// A span of the clock, over midnight where it ends before it begins.
struct QuietHours {
    Millis from{};
    Millis to{};
    bool operator==(const QuietHours&) const = default;
};

/// When somebody wants to be told.
struct ReminderRules {
    /// A slot with a time is not mentioned any more this long after it; one without a time is
    /// mentioned to the end of its day.
    Millis grace = std::chrono::hours(3);
    Millis untimed_at = std::chrono::hours(9);  // the time of slots that have none
    std::optional<QuietHours> quiet;
    std::chrono::minutes day_starts{};
};

/// A session that counts for the schedule, or may come to: kept, or going on.
struct DoneSession {
    Day day{};
    Instant started{};
    bool going_on = false;
};

/// What decides whether something is due.
struct DueFacts {
    Stamp now;
    std::vector<DayTotals> days;        // of this week and yesterday; sorted
    std::vector<DoneSession> sessions;  // of yesterday and today
    std::optional<Day> morning_owed;    // the day whose morning score is owed
    std::optional<Instant> snoozed_until;
    std::set<std::string> told;  // keys
};

/// Whether something is due, and if not, why not.
enum class DueVerdict {
    due,
    not_yet,
    done,
    going_on,
    excused,
    paused,
    too_late,
    quiet,
    snoozed,
    told,
    no_session
};
template <>
inline constexpr auto words<DueVerdict> =
    std::to_array<std::string_view>({"due", "not_yet", "done", "going_on", "excused", "paused",
                                     "too_late", "quiet", "snoozed", "told", "no_session"});

enum class DueKind { session, morning };
template <>
inline constexpr auto words<DueKind> = std::to_array<std::string_view>({"session", "morning"});

/// One thing that might be due: a planned session of today, or of yesterday within the grace, or a
/// morning score.
struct DueItem {
    DueKind kind = DueKind::session;
    Day day{};  // of a morning score the day it follows
    std::string slot;
    Instant due{};
    DueVerdict verdict = DueVerdict::due;

    /// What it is called where it is remembered that it was told of. Without a clock time and
    /// without a zone, so that neither a change of the clocks nor a journey tells it twice.
    std::string key() const;
    bool operator==(const DueItem&) const = default;
};

/// All that there might be to do now, with the verdict on each, in the order of time. Empty where
/// nothing is planned. With `k per week` a session is due on the days that keep the pace, and on
/// later ones until it is made up for.
std::vector<DueItem> due_items(const DayPlan& plan, const DueFacts& facts,
                               const ReminderRules& rules, const ClockTime& clock_time);

/// The days of the range on which something is planned that is neither excused nor paused; with `k
/// per week`, those that keep the pace.
std::vector<Day> planned_days(const DayPlan& plan, Day from, Day to);

}  // namespace hipflow
