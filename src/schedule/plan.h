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

/// The name of the plan that names no routine.
inline constexpr std::string_view unnamed_plan = "schedule";

/// Everything ever planned and excused in one plan: of a routine, or of sessions of any kind.
struct DayPlan {
    std::vector<PlanVersion> versions;  // by day, at most one for each
    std::vector<Excuse> excuses;
    std::chrono::weekday week_starts = std::chrono::Monday;
    std::optional<std::string> routine{};  // nullopt: the plan without a name

    /// By which it is listed: the routine, or unnamed_plan.
    std::string name() const { return routine.value_or(std::string(unnamed_plan)); }
};

/// Builds the plan. Of several versions for one day the newest (highest id) holds. Throws Error for
/// a rule that cannot be read.
DayPlan plan_of(std::vector<ScheduleVersion> versions, std::vector<Excuse> excuses,
                std::chrono::weekday week_starts,
                std::optional<std::string> routine = std::nullopt);

/// Returns whether the plan asks for anything on that day or later.
bool goes_on(const DayPlan& plan, Day today);

/// The version that holds on `day`; null before the first. Points into `plan`.
const PlanVersion* version_in_force(const DayPlan& plan, Day day);

/// Returns the excuse for that slot of that day: a pause before an excuse before a token; null if
/// there is none. Points into `plan`.
const Excuse* excuse_of(const DayPlan& plan, Day day, std::string_view slot);

/// Days, both ends included, on which one rule is in force. With `k per week` a stretch never
/// crosses the end of a week: a calendar week, or with the rule of a program a week of that
/// program, which begins on the weekday on which it was joined.
struct Stretch {
    const PlanVersion* version = nullptr;
    Day from{};
    Day to{};
};

/// Stretches from `from` to `to`, oldest first. Days before the first version are left out.
std::vector<Stretch> stretches(const DayPlan& plan, Day from, Day to);

/// The stretch that holds `day`, with all of its week under `k per week`; without a version before
/// the first one.
Stretch whole_stretch(const DayPlan& plan, Day day);

/// Sessions that `k per week` plans for `open_days` of a week: k/7 of them, to the nearest whole.
int share_of_week(int per_week, int open_days);

}  // namespace hipflow::schedule
