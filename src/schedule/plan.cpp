// SPDX-License-Identifier: MIT
#include "schedule/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/error.h"

namespace hipflow::schedule {
namespace {

using std::chrono::days;

Rule required_rule(const ScheduleVersion& version) {
    if (auto rule = parse_rule(version.rule)) return *std::move(rule);
    const std::string of = version.routine ? " of " + *version.routine : "";
    throw Error(fmt::format("the schedule{} from {} on is '{}', which this hipflow cannot read. "
                            "'hipflow schedule {}' makes a new one.",
                            of, format_day(version.valid_from), version.rule,
                            version.routine ? "add " + *version.routine : "set"),
                ExitCode::storage);
}

bool covers(const Excuse& excuse, Day day, std::string_view slot) {
    const bool within = excuse.from_day <= day && (!excuse.to_day || day <= *excuse.to_day);
    return within && (!excuse.slot || *excuse.slot == slot);
}

/// Lower is stronger.
int rank(ExcuseKind kind) {
    switch (kind) {
        case ExcuseKind::paused:
            return 0;
        case ExcuseKind::excused:
            return 1;
        case ExcuseKind::token:
            return 2;
    }
    return 2;
}

/// The day on which weeks begin under the version of that index: see Stretch.
std::chrono::weekday week_start_of(const DayPlan& plan, std::size_t index) {
    const auto by_program = [&](std::size_t i) {
        return plan.versions[i].source == ScheduleSource::program;
    };
    if (!by_program(index)) return plan.week_starts;
    while (index > 0 && by_program(index - 1)) --index;
    return std::chrono::weekday(plan.versions[index].valid_from);
}

}  // namespace

DayPlan plan_of(std::vector<ScheduleVersion> versions, std::vector<Excuse> excuses,
                std::chrono::weekday week_starts, std::optional<std::string> routine) {
    std::ranges::sort(versions, {}, [](const ScheduleVersion& version) {
        return std::tie(version.valid_from, version.id);
    });
    DayPlan plan;
    plan.excuses = std::move(excuses);
    plan.week_starts = week_starts;
    plan.routine = std::move(routine);
    for (const auto& version : versions) {
        const bool replaces =
            !plan.versions.empty() && plan.versions.back().valid_from == version.valid_from;
        if (replaces) plan.versions.pop_back();
        plan.versions.push_back({version.valid_from, version.source, required_rule(version)});
    }
    return plan;
}

bool goes_on(const DayPlan& plan, Day today) {
    const PlanVersion* now = version_in_force(plan, today);
    return std::ranges::any_of(plan.versions, [&](const PlanVersion& version) {
        return (&version == now || version.valid_from > today) &&
               version.rule.cadence != Cadence::none;
    });
}

const PlanVersion* version_in_force(const DayPlan& plan, Day day) {
    const auto later = std::ranges::upper_bound(plan.versions, day, {}, &PlanVersion::valid_from);
    return later == plan.versions.begin() ? nullptr : &*std::prev(later);
}

const Excuse* excuse_of(const DayPlan& plan, Day day, std::string_view slot) {
    const Excuse* strongest = nullptr;
    for (const auto& excuse : plan.excuses) {
        if (!covers(excuse, day, slot)) continue;
        if (excuse.kind == ExcuseKind::token && plan.routine) continue;  // of the program's plan
        if (strongest == nullptr || rank(excuse.kind) < rank(strongest->kind)) strongest = &excuse;
    }
    return strongest;
}

std::vector<Stretch> stretches(const DayPlan& plan, Day from, Day to) {
    std::vector<Stretch> found;
    for (std::size_t i = 0; i < plan.versions.size(); ++i) {
        const PlanVersion& version = plan.versions[i];
        const bool last = i + 1 == plan.versions.size();
        const Day end = last ? to : std::min(to, plan.versions[i + 1].valid_from - days(1));
        const bool by_week = version.rule.cadence == Cadence::per_week;
        const auto week_start = week_start_of(plan, i);
        for (Day day = std::max(from, version.valid_from); day <= end;) {
            const Day stop = by_week ? std::min(end, week_of(day, week_start) + days(6)) : end;
            found.push_back({&version, day, stop});
            day = stop + days(1);
        }
    }
    return found;
}

Stretch whole_stretch(const DayPlan& plan, Day day) {
    for (const auto& stretch : stretches(plan, day - days(6), day + days(6))) {
        if (stretch.from <= day && day <= stretch.to) return stretch;
    }
    return {};
}

int share_of_week(int per_week, int open_days) { return (2 * per_week * open_days + 7) / 14; }

}  // namespace hipflow::schedule
