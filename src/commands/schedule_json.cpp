// SPDX-License-Identifier: MIT
#include "commands/schedule_json.h"

#include <nlohmann/json.hpp>

#include "exchange/plan_fields.h"

namespace hipflow {
namespace {

template <typename Visitor>
void fields(const ScheduleState& state, Visitor& visit) {
    const PlanVersion* version = version_in_force(state.plan, state.today);
    const Excuse* excuse = excuse_of(state.plan, state.today, "");
    plan_fields(only_plan, state.adherence, state.weeks, visit);
    visit("rule", version != nullptr ? std::optional(rule_text(version->rule)) : std::nullopt);
    visit("versions", state.plan.versions);
    visit("today", state.today);
    visit("paused", excuse != nullptr && excuse->kind == ExcuseKind::paused);
    visit("next", state.next);
    visit("since", state.from);
}

}  // namespace

Json plans_json(const std::optional<ScheduleState>& state) {
    Json plans = Json::array();
    if (state) {
        JsonWriter visit(plans.emplace_back());
        fields(*state, visit);
    }
    return plans;
}

}  // namespace hipflow
