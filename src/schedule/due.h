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

namespace hipflow::schedule {

/// Gives the instant at which clocks show a time on a calendar day: the first instant after a time
/// that is skipped when clocks change, the first of two where it comes twice (docs/design/data.md,
/// "Days and times").
using ClockTime = std::function<Instant(Day calendar_day, Millis time_of_day)>;

/// A span of clock time; it passes midnight if it ends before it begins.
struct QuietHours {
    Millis from{};
    Millis to{};
    /// `clock`: since midnight.
    bool hold(Millis clock) const;
    bool operator==(const QuietHours&) const = default;
};

/// When a user wants reminders.
struct ReminderRules {
    /// How long after its time a slot is still mentioned. A slot without a time is mentioned until
    /// the end of its day.
    Millis grace = std::chrono::hours(3);
    Millis untimed_at = std::chrono::hours(9);  // time of slots that have none
    /// Hours in which nothing is mentioned but slots whose own time lies in them: naming that time
    /// was asking for it.
    std::optional<QuietHours> quiet;
    std::chrono::minutes day_starts{};
    int most_times = 1;  // that an item is mentioned, 1 or more
};

/// A session that counts for the schedule, or may yet: kept, or under way.
struct DoneSession {
    Day day{};
    Instant started{};
    bool going_on = false;
};

/// Facts that decide whether something is due.
struct DueFacts {
    Stamp now;
    std::vector<DayTotals> days;        // the last seven and today; sorted
    std::vector<DoneSession> sessions;  // yesterday and today
    std::optional<Day> morning_owed;    // the day whose morning score is missing
    std::optional<Instant> snoozed_until;
    std::set<std::string> told;  // keys of items already mentioned: DueItem::key()
};

/// The verdict on an item: it is due, or the reason why it is not.
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
constexpr auto words_of(DueVerdict /*unused*/) {
    return std::to_array<std::string_view>({"due", "not_yet", "done", "going_on", "excused",
                                            "paused", "too_late", "quiet", "snoozed", "told",
                                            "no_session"});
}

enum class DueKind { session, morning };
constexpr auto words_of(DueKind /*unused*/) {
    return std::to_array<std::string_view>({"session", "morning"});
}

/// Something that may be due: a planned session of today, one of yesterday within the grace, or a
/// morning score.
struct DueItem {
    DueKind kind = DueKind::session;
    Day day{};  // for a morning score: the day before that morning
    std::string slot;
    Instant due{};
    DueVerdict verdict = DueVerdict::due;
    std::optional<std::string> routine{};  // whose plan it is of

    /// Identifies the item among those already mentioned, with `time`, from 2 on, for each time
    /// that it is mentioned again. Holds no clock time and no time zone, so that neither a clock
    /// change nor travel repeats a reminder.
    std::string key(int time = 1) const;
    bool operator==(const DueItem&) const = default;
};

/// Everything that may be due now, in the order of time, with a verdict on each. Empty where
/// nothing is planned. With `k per week`, a session is due on the days that keep the pace, and
/// after them until it is made up for.
std::vector<DueItem> due_items(const DayPlan& plan, const DueFacts& facts,
                               const ReminderRules& rules, const ClockTime& clock_time);

/// The days from `from` to `to` for which the plan asks, given the days kept so far:
/// planned_days(), but with `k per week` those that keep the pace, and after them those that catch
/// up with it. A day that is kept already is not among the latter.
std::vector<Day> days_asked(const DayPlan& plan, std::span<const DayTotals> totals, Day from,
                            Day to);

/// Days from `from` to `to` with something planned that is neither excused nor paused; with `k per
/// week`, the days that keep the pace.
std::vector<Day> planned_days(const DayPlan& plan, Day from, Day to);

}  // namespace hipflow::schedule
