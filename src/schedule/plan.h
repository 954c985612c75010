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
    Rule rule;                 // plans nothing where it cannot be read
    std::string unreadable{};  // the text of a rule that cannot be read
    bool operator==(const PlanVersion&) const = default;

    /// The rule as it is recorded: canonical where it can be read.
    std::string text() const { return unreadable.empty() ? rule_text(rule) : unreadable; }
};

/// The name of the plan that names no routine.
inline constexpr std::string_view unnamed_plan = "schedule";

/// Everything ever planned and excused in one plan: of a routine, or of sessions of any kind.
struct DayPlan {
    std::vector<PlanVersion> versions;  // by day, at most one for each
    std::vector<Excuse> excuses;
    std::chrono::weekday week_starts = std::chrono::Monday;
    std::optional<std::string> routine{};  // nullopt: the plan without a name
    std::chrono::minutes day_starts = std::chrono::hours(4);

    /// By which it is listed: the routine, or unnamed_plan.
    std::string name() const { return routine.value_or(std::string(unnamed_plan)); }
};

/// Builds the plan. Of several versions for one day the newest (highest id) holds. A rule that
/// cannot be read plans nothing, and says so: see unreadable_from().
DayPlan plan_of(std::vector<ScheduleVersion> versions, std::vector<Excuse> excuses,
                std::chrono::weekday week_starts,
                std::optional<std::string> routine = std::nullopt);

/// The time of a slot since the midnight with which its day begins; one before the day begins is on
/// the calendar's next day. nullopt where it has none.
std::optional<Millis> time_in_day(const DayPlan& plan, const Slot& slot);

/// Returns whether the plan asks for anything on that day or later, or may: a rule that cannot be
/// read has not ended.
bool goes_on(const DayPlan& plan, Day today);

/// The first version whose rule cannot be read, of that in force on `day` and later ones; null
/// where there is none. Points into `plan`.
const PlanVersion* unreadable_from(const DayPlan& plan, Day day);

/// The day on which weeks begin under that version of the plan: see Stretch.
std::chrono::weekday week_start_of(const DayPlan& plan, const PlanVersion& version);

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
