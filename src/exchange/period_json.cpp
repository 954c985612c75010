// SPDX-License-Identifier: MIT
#include "exchange/period_json.h"

#include <nlohmann/json.hpp>

namespace hipflow {
namespace {

Json scores(const ScoreSum& scores) { return {{"n", scores.n}, {"sum", scores.sum}}; }

}  // namespace

Json to_json(const Period& period) {
    const DayTotals& sums = period.sums;
    Json json = {{"from", format_day(period.from)},    {"to", format_day(period.to)},
                 {"sessions", sums.sessions},          {"kept", sums.kept},
                 {"planned_ms", sums.planned.count()}, {"done_ms", sums.done.count()},
                 {"active_ms", sums.active.count()},   {"sets", sums.sets}};
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
    return json;
}

}  // namespace hipflow
