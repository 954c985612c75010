// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/schedule.h"
#include "domain/time.h"
#include "schedule/rule.h"

namespace hipflow {

/// A rule and the first day on which it holds.
struct PlanVersion {
    Day valid_from{};
    ScheduleSource source = ScheduleSource::own;
    Rule rule;
    bool operator==(const PlanVersion&) const = default;
};

/// All that was ever planned, and excused.
struct DayPlan {
    std::vector<PlanVersion> versions;  // by day, one for a day at most
    std::vector<Excuse> excuses;
    std::chrono::weekday week_starts = std::chrono::Monday;
};

/// Of several versions of one day the one made last, which has the highest id, holds. Throws Error
/// for a rule that cannot be read.
DayPlan plan_of(std::vector<ScheduleVersion> versions, std::vector<Excuse> excuses,
                std::chrono::weekday week_starts);

/// Null before the first version. Lives as long as the plan.
const PlanVersion* version_in_force(const DayPlan& plan, Day day);

/// What excuses that slot of that day; a pause comes first, then an excuse, then a token. Null if
/// nothing does. Lives as long as the plan.
const Excuse* excuse_of(const DayPlan& plan, Day day, std::string_view slot);

/// Days on which one rule is in force without a break, both included. Of a rule that leaves the
/// days open, a stretch never reaches over the end of a week.
struct Stretch {
    const PlanVersion* version = nullptr;
    Day from{};
    Day to{};
};

/// The days from `from` to `to`, oldest first, without those before the first version.
std::vector<Stretch> stretches(const DayPlan& plan, Day from, Day to);

/// How many sessions `k per week` plans for `open` days of one week: k/7 of them, to the nearest
/// whole (TRACKING c3: pro-rated).
int share_of_week(int per_week, int open_days);

}  // namespace hipflow
