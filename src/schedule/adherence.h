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
/// `totals` reach from with_whole_weeks_from(from) to with_whole_weeks_to(to).
Adherence adherence(const DayPlan& plan, std::span<const DayTotals> totals, Day from, Day to,
                    Day today);

/// The part of these days that lies in one calendar week.
struct WeekAdherence {
    Day week{};  // its first day
    Adherence adherence;
    bool part_of_week = false;  // the range holds only a part of it
    bool operator==(const WeekAdherence&) const = default;
};

/// One entry for each week with a scheduled day, oldest first; of a week that the range cuts, the
/// part within it.
std::vector<WeekAdherence> adherence_by_week(const DayPlan& plan, std::span<const DayTotals> totals,
                                             Day from, Day to, Day today);

/// The first days of those in which something was planned that is over.
std::vector<Day> planned_weeks(std::span<const WeekAdherence> weeks);

/// Weeks on plan, of the weeks that are over and had something planned that was neither excused nor
/// paused (docs/design/statistics.md, "Weeks on plan").
struct WeeksOnPlan {
    int on_plan = 0;
    int weeks = 0;
    bool operator==(const WeeksOnPlan&) const = default;
};
WeeksOnPlan weeks_on_plan(std::span<const WeekAdherence> weeks, Day today);

/// The same for the weeks that hold any day from `from` to `to`, each judged whole.
WeeksOnPlan weeks_on_plan(const DayPlan& plan, std::span<const DayTotals> totals, Day from, Day to,
                          Day today);

/// The first and the last day of which a plan needs the totals to judge each week whole that holds
/// a day from `from` on, or up to `to`.
Day with_whole_weeks_from(Day from);
Day with_whole_weeks_to(Day to);

/// The schedule, how it was kept over some weeks, and what comes next.
struct ScheduleState {
    DayPlan plan;
    Day from{};
    Day today{};
    std::vector<DayTotals> days;  // from before `from`, so that every week is whole
    Adherence adherence;          // from `from` to `today`
    WeeksOnPlan weeks;
    std::optional<Day> next;         // planned and not yet kept; at most a year ahead
    std::vector<Slot> next_slots{};  // those of that day that are open and have a name
};

/// The first planned day from `first` on, at most a year ahead.
std::optional<Day> planned_from(const DayPlan& plan, Day first);

/// The slots of a planned day that have a name and are neither kept nor excused.
std::vector<Slot> open_slots(const DayPlan& plan, std::span<const DayTotals> totals, Day day,
                             Day today);

/// `totals` are sorted and begin on with_whole_weeks_from(from): a week that begins before the
/// range is needed whole.
ScheduleState schedule_state_of(DayPlan plan, std::vector<DayTotals> totals, Day from, Day today);

}  // namespace hipflow::schedule
