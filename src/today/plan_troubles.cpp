// SPDX-License-Identifier: MIT
#include "today/plan_troubles.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "text/utf8.h"
#include "today/plans.h"
#include "today/startable.h"

namespace hipflow::today {
namespace {

std::string advice_on(const schedule::DayPlan& plan, const schedule::PlanVersion& version) {
    if (version.source == ScheduleSource::program) return "'hipflow program leave' ends it";
    if (!plan.routine) return "'hipflow schedule set DAYS' makes a new one";
    return fmt::format(
        "'hipflow schedule add {0} DAYS' makes a new one, 'hipflow schedule remove {0}' ends it",
        shown(*plan.routine));
}

std::optional<PlanTrouble> unreadable(const schedule::DayPlan& plan, Day today) {
    const schedule::PlanVersion* version = schedule::unreadable_from(plan, today);
    if (version == nullptr) return std::nullopt;
    const std::string of = plan.routine ? " of " + shown(*plan.routine) : "";
    return PlanTrouble{plan.name(),
                       fmt::format("the rule{} from {} on, '{}', cannot be read, so it asks for "
                                   "nothing",
                                   of, format_day(version->valid_from), shown(version->unreadable)),
                       advice_on(plan, *version)};
}

bool is_gone(const catalog::Library& library, const std::string& routine) {
    try {
        library.routine_source(routine);
    } catch (const FileError&) {  // reported elsewhere
    } catch (const Error&) {
        return true;
    }
    return false;
}

std::optional<PlanTrouble> without_routine(const catalog::Library& library,
                                           const schedule::DayPlan& plan, Day today) {
    const bool gone =
        plan.routine && schedule::goes_on(plan, today) && is_gone(library, *plan.routine);
    if (!gone) return std::nullopt;
    const std::string routine = shown(*plan.routine);
    return PlanTrouble{
        plan.name(), fmt::format("{} is planned, but there is no such routine any more", routine),
        fmt::format("put its file back, or end the plan with 'hipflow schedule remove {}'",
                    routine)};
}

}  // namespace

std::vector<PlanTrouble> plan_troubles(Desk& desk) {
    const store::Store* history = desk.history();
    if (history == nullptr) return {};
    const Day today = desk.now().local_day;
    const catalog::Library& library = desk.library();
    std::vector<PlanTrouble> found;
    for (const auto& plan : all_plans(library, *history, Settings{}, today)) {
        if (auto trouble = unreadable(plan, today)) found.push_back(*std::move(trouble));
        if (auto trouble = without_routine(library, plan, today)) {
            found.push_back(*std::move(trouble));
        }
    }
    return found;
}

PlansInTrouble due_in_trouble(Desk& desk, std::span<const schedule::ScheduleState> plans) {
    const Day today = desk.now().local_day;
    PlansInTrouble found;
    for (const auto& state : plans) {
        if (!state.plan.routine || state.next != today) continue;
        auto trouble = look_at_session(desk, *state.plan.routine).trouble;
        if (!trouble.empty()) found.try_emplace(*state.plan.routine, std::move(trouble));
    }
    return found;
}

}  // namespace hipflow::today
