// SPDX-License-Identifier: MIT
#include "commands/schedule_json.h"

#include <nlohmann/json.hpp>

namespace hipflow {
namespace {

Json day_or_null(const std::optional<Day>& day) {
    return day ? Json(format_day(*day)) : Json(nullptr);
}

}  // namespace

Json adherence_json(const Adherence& adherence) {
    Json json = {{"kept", adherence.kept},
                 {"planned", adherence.planned()},
                 {"partial", adherence.partial},
                 {"missed", adherence.missed},
                 {"excused", adherence.excused},
                 {"paused", adherence.paused},
                 {"pending", adherence.pending},
                 {"extra", adherence.extra},
                 {"misses_in_a_row", adherence.misses_in_a_row},
                 {"work_planned_ms", adherence.work_planned.count()},
                 {"work_done_ms", adherence.work_done.count()},
                 {"ratio", nullptr},
                 {"range", nullptr}};
    if (const auto ratio = adherence.ratio()) json["ratio"] = *ratio;
    if (const auto range = adherence.range()) {
        json["range"] = {{"low", range->low}, {"high", range->high}};
    }
    return json;
}

Json schedule_json(const ScheduleState& state) {
    Json json;
    const PlanVersion* version = version_in_force(state.plan, state.today);
    json["rule"] = version != nullptr ? Json(rule_text(version->rule)) : Json(nullptr);
    json["versions"] = Json::array();
    for (const auto& each : state.plan.versions) {
        json["versions"].push_back({{"valid_from", format_day(each.valid_from)},
                                    {"rule", rule_text(each.rule)},
                                    {"source", word(each.source)}});
    }
    const Excuse* excuse = excuse_of(state.plan, state.today, "");
    json["today"] = format_day(state.today);
    json["paused"] = excuse != nullptr && excuse->kind == ExcuseKind::paused;
    json["next"] = day_or_null(state.next);
    json["since"] = format_day(state.from);
    json["adherence"] = adherence_json(state.adherence);
    json["weeks"] = {{"on_plan", state.weeks.on_plan}, {"of", state.weeks.weeks}};
    return json;
}

}  // namespace hipflow
