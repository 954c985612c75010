// SPDX-License-Identifier: MIT
#include "exchange/period_json.h"

#include <nlohmann/json.hpp>

namespace hipflow {
namespace {

Json scores(const ScoreSum& scores) { return {{"n", scores.n}, {"sum", scores.sum}}; }

void add_sums(Json& json, const DayTotals& sums) {
    json["sessions"] = sums.sessions;
    json["kept"] = sums.kept;
    json["planned_ms"] = sums.planned.count();
    json["done_ms"] = sums.done.count();
    json["active_ms"] = sums.active.count();
    json["sets"] = sums.sets;
    const auto share = work_share(sums);
    json["work_share"] = share ? Json(*share) : Json(nullptr);
    json["pain"] = {{"before", scores(sums.before)},
                    {"peak", scores(sums.peak)},
                    {"after", scores(sums.after)},
                    {"morning", scores(sums.morning)},
                    {"checkin", scores(sums.checkin)}};
    const auto means = mean_pair(sums.pair);
    json["pain_pair"] = {{"n", sums.pair.n},
                         {"mean_before", means ? Json(means->before) : Json(nullptr)},
                         {"mean_after", means ? Json(means->after) : Json(nullptr)}};
}

}  // namespace

Json to_json(const Period& period) {
    Json json = {{"from", format_day(period.from)}, {"to", format_day(period.to)}};
    add_sums(json, period.sums);
    return json;
}

Json day_json(const DayTotals& day, std::string_view mark) {
    Json json = {{"local_day", format_day(day.local_day)}, {"mark", mark}};
    add_sums(json, day);
    json["score"] = day.score ? Json(*day.score) : Json(nullptr);
    return json;
}

}  // namespace hipflow
