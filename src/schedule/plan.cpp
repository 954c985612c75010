// SPDX-License-Identifier: MIT
#include "schedule/plan.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace hipflow::schedule {
namespace {

using std::chrono::days;

PlanVersion version_of(const ScheduleVersion& recorded) {
    PlanVersion version{recorded.valid_from, recorded.source, {}};
    if (auto rule = parse_rule(recorded.rule)) {
        version.rule = *std::move(rule);
    } else {
        version.unreadable = recorded.rule.empty() ? "no rule" : recorded.rule;
    }
    return version;
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
        plan.versions.push_back(version_of(version));
    }
    return plan;
}

std::optional<Millis> time_in_day(const DayPlan& plan, const Slot& slot) {
    if (!slot.time) return std::nullopt;
    return *slot.time < plan.day_starts ? *slot.time + days(1) : *slot.time;
}

bool goes_on(const DayPlan& plan, Day today) {
    const PlanVersion* now = version_in_force(plan, today);
    return std::ranges::any_of(plan.versions, [&](const PlanVersion& version) {
        return (&version == now || version.valid_from > today) &&
               (version.rule.cadence != Cadence::none || !version.unreadable.empty());
    });
}

const PlanVersion* unreadable_from(const DayPlan& plan, Day day) {
    const PlanVersion* now = version_in_force(plan, day);
    const auto found = std::ranges::find_if(plan.versions, [&](const PlanVersion& version) {
        return (&version == now || version.valid_from > day) && !version.unreadable.empty();
    });
    return found == plan.versions.end() ? nullptr : &*found;
}

std::chrono::weekday week_start_of(const DayPlan& plan, const PlanVersion& version) {
    const auto by_program = [](const PlanVersion& one) {
        return one.source == ScheduleSource::program;
    };
    if (!by_program(version)) return plan.week_starts;
    auto first =
        std::ranges::lower_bound(plan.versions, version.valid_from, {}, &PlanVersion::valid_from);
    while (first != plan.versions.begin() && by_program(*std::prev(first))) --first;
    return std::chrono::weekday(first->valid_from);
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
        const auto week_start = week_start_of(plan, version);
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
