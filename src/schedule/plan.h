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

namespace hipflow::schedule {

/// A rule and the first day on which it holds.
struct PlanVersion {
    Day valid_from{};
    ScheduleSource source = ScheduleSource::own;
    Rule rule;
    bool operator==(const PlanVersion&) const = default;
};

/// Everything ever planned and excused.
struct DayPlan {
    std::vector<PlanVersion> versions;  // by day, at most one for each
    std::vector<Excuse> excuses;
    std::chrono::weekday week_starts = std::chrono::Monday;
};

/// Builds the plan. Of several versions for one day the newest (highest id) holds. Throws Error for
/// a rule that cannot be read.
DayPlan plan_of(std::vector<ScheduleVersion> versions, std::vector<Excuse> excuses,
                std::chrono::weekday week_starts);

/// The version that holds on `day`; null before the first. Points into `plan`.
const PlanVersion* version_in_force(const DayPlan& plan, Day day);

/// Returns the excuse for that slot of that day: a pause before an excuse before a token; null if
/// there is none. Points into `plan`.
const Excuse* excuse_of(const DayPlan& plan, Day day, std::string_view slot);

/// Days, both ends included, on which one rule is in force. With `k per week` a stretch never
/// crosses the end of a calendar week.
struct Stretch {
    const PlanVersion* version = nullptr;
    Day from{};
    Day to{};
};

/// Stretches from `from` to `to`, oldest first. Days before the first version are left out.
std::vector<Stretch> stretches(const DayPlan& plan, Day from, Day to);

/// Sessions that `k per week` plans for `open_days` of a week: k/7 of them, to the nearest whole.
int share_of_week(int per_week, int open_days);

}  // namespace hipflow::schedule
