// SPDX-License-Identifier: MIT
#include "commands/schedule_json.h"

#include <nlohmann/json.hpp>

#include "exchange/desk_answers.h"

namespace hipflow {

Json plans_json(const std::optional<ScheduleState>& state) {
    Json plans = Json::array();
    if (state) {
        JsonWriter visit(plans.emplace_back());
        fields(*state, visit);
    }
    return plans;
}

}  // namespace hipflow
