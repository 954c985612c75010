// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "domain/interval.h"
#include "schedule/occurrence.h"

namespace hipflow {

/// How well the plan was kept over some days: one number source for all that tell of it (DESIGN 2;
/// TRACKING c3). What was excused, paused or is still open stands outside the ratio.
struct Adherence {
    int kept = 0;
    int partial = 0;
    int missed = 0;
    int excused = 0;
    int paused = 0;
    int pending = 0;
    int extra = 0;
    /// Misses since anything was last done that was planned; excused and paused ones in between are
    /// passed over.
    int misses_in_a_row = 0;
    /// Beside it: the work of the sessions begun on these days, as planned and as done.
    Millis work_planned{};
    Millis work_done{};

    /// The occurrences that the ratio is over.
    int planned() const { return kept + partial + missed; }
    /// kept / planned; nothing where nothing was planned.
    std::optional<double> ratio() const;
    /// Nothing for fewer than five planned: then counts have to do.
    std::optional<Interval> range() const;
    /// Whether at least 80 % of what was planned was kept.
    bool on_plan() const { return planned() > 0 && kept * 100 >= planned() * 80; }

    bool operator==(const Adherence&) const = default;
};

/// From `from` to `to`; days after today are left out, but an open `k per week` is looked at to its
/// end, so that what is pending shows.
Adherence adherence(const DayPlan& plan, std::span<const DayTotals> totals, Day from, Day to,
                    Day today);

/// The part of the range that lies in one calendar week.
struct WeekAdherence {
    Day week{};  // its first day
    Adherence adherence;
    bool operator==(const WeekAdherence&) const = default;
};

/// Each week of the range since the schedule began, oldest first.
std::vector<WeekAdherence> adherence_by_week(const DayPlan& plan, std::span<const DayTotals> totals,
                                             Day from, Day to, Day today);

/// Of the weeks that are over and had anything planned that was neither excused nor paused, those
/// on plan.
struct WeeksOnPlan {
    int on_plan = 0;
    int weeks = 0;
    bool operator==(const WeeksOnPlan&) const = default;
};
WeeksOnPlan weeks_on_plan(std::span<const WeekAdherence> weeks, Day today);

}  // namespace hipflow
