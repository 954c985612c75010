// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "domain/number.h"
#include "schedule/occurrence.h"

namespace hipflow::schedule {

/// How well the plan was kept over some days: the one source of these numbers. Occurrences that
/// were excused, paused or are still open stand outside the ratio (docs/design/statistics.md,
/// "Adherence").
struct Adherence {
    int kept = 0;
    int partial = 0;
    int missed = 0;
    int excused = 0;
    int paused = 0;
    int pending = 0;
    int extra = 0;
    /// Misses since the last planned session that was kept or done in part. Excused and paused ones
    /// in between are skipped.
    int misses_in_a_row = 0;
    /// Work of the sessions begun on these days, as planned and as done.
    Millis work_planned{};
    Millis work_done{};

    /// Occurrences that the ratio covers.
    int planned() const { return kept + partial + missed; }
    /// kept / planned(); nullopt where nothing was planned.
    std::optional<double> ratio() const;
    /// 95 % interval of the ratio, 0 to 1; nullopt below five planned occurrences, where counts
    /// have to do.
    std::optional<Interval> interval() const;
    /// True if at least 80 % of what was planned was kept.
    bool on_plan() const { return planned() > 0 && kept * 100 >= planned() * 80; }

    bool operator==(const Adherence&) const = default;
};

/// Adherence on the days from `from` to `to`, both included. Days after today are left out, except
/// that an open `k per week` is followed to the end of its week, so that pending sessions show.
Adherence adherence(const DayPlan& plan, std::span<const DayTotals> totals, Day from, Day to,
                    Day today);

/// The part of these days that lies in one calendar week.
struct WeekAdherence {
    Day week{};  // its first day
    Adherence adherence;
    bool operator==(const WeekAdherence&) const = default;
};

/// One entry for each week with a scheduled day, oldest first.
std::vector<WeekAdherence> adherence_by_week(const DayPlan& plan, std::span<const DayTotals> totals,
                                             Day from, Day to, Day today);

/// Weeks on plan, of the weeks that are over and had something planned that was neither excused nor
/// paused (docs/design/statistics.md, "Weeks on plan").
struct WeeksOnPlan {
    int on_plan = 0;
    int weeks = 0;
    bool operator==(const WeeksOnPlan&) const = default;
};
WeeksOnPlan weeks_on_plan(std::span<const WeekAdherence> weeks, Day today);

/// The schedule, how it was kept over some weeks, and what comes next.
struct ScheduleState {
    DayPlan plan;
    Day from{};
    Day today{};
    std::vector<DayTotals> days;  // of the weeks that hold any day of the range
    Adherence adherence;          // from `from` to `today`
    WeeksOnPlan weeks;
    std::optional<Day> next;  // planned and not yet kept; at most a year ahead
};

/// The first planned day from `first` on, at most a year ahead.
std::optional<Day> planned_from(const DayPlan& plan, Day first);

/// `totals` are sorted and begin with the calendar week of `from`: a week that begins before the
/// range is needed whole for its pace.
ScheduleState schedule_state_of(DayPlan plan, std::vector<DayTotals> totals, Day from, Day today);

}  // namespace hipflow::schedule
