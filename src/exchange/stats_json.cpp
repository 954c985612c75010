// SPDX-License-Identifier: MIT
#include "exchange/stats_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "exchange/or_null.h"

namespace hipflow {
Json to_json(const Trend& trend) {
    Json json = {{"scored_days", trend.scored_days}, {"judged_days", trend.judged_days}};
    json["verdict"] = trend.verdict ? Json(word(*trend.verdict)) : Json(nullptr);
    json["reason"] = trend.verdict ? Json(nullptr) : Json(fmt::format("n<{}", days_for_verdict));
    json["points_per_four_weeks"] = or_null(trend.per_four_weeks);
    json["first_median"] = or_null(trend.first);
    json["last_median"] = or_null(trend.last);
    json["important"] = trend.important;
    return json;
}

Json to_json(const ChangeSum& changes) {
    Json json = {{"n", changes.n}};
    const auto mean = mean_change(changes);
    json["mean"] = mean ? Json(mean->mean) : Json(nullptr);
    json["reason"] = mean ? Json(nullptr) : Json(fmt::format("n<{}", fewest_for_mean));
    const auto range = mean ? mean->range : std::nullopt;
    json["low"] = range ? Json(range->low) : Json(nullptr);
    json["high"] = range ? Json(range->high) : Json(nullptr);
    json["worse"] = changes.worse;
    return json;
}

Json stats_json(const Adherence& adherence) {
    Json json = {{"planned", adherence.planned()}, {"kept", adherence.kept},
                 {"partial", adherence.partial},   {"missed", adherence.missed},
                 {"excused", adherence.excused},   {"paused", adherence.paused},
                 {"pending", adherence.pending},   {"extra", adherence.extra}};
    json["ratio"] = or_null(adherence.ratio());
    const auto range = adherence.range();
    json["low"] = range ? Json(range->low) : Json(nullptr);
    json["high"] = range ? Json(range->high) : Json(nullptr);
    return json;
}

Json to_json(const WeeksOnPlan& weeks) {
    return {{"on_plan", weeks.on_plan}, {"weeks", weeks.weeks}};
}

Json to_json(const ExerciseUse& use) {
    Json json = {{"exercise", use.exercise},
                 {"side", word(use.side)},
                 {"sessions", use.sessions},
                 {"planned_ms", use.planned.count()},
                 {"done_ms", use.done.count()},
                 {"first_day", format_day(use.first_day)},
                 {"last_day", format_day(use.last_day)},
                 {"first_level", use.first_level},
                 {"last_level", use.last_level},
                 {"change_n", use.change.n}};
    json["change_mean"] = use.change.n == 0
                              ? Json(nullptr)
                              : Json(static_cast<double>(use.change.sum) / use.change.n);
    json["change_worse"] = use.change.worse;
    return json;
}

Json to_json(const std::optional<ExerciseChange>& exercise) {
    if (!exercise) return nullptr;
    return {{"exercise", exercise->exercise},
            {"side", word(exercise->side)},
            {"n", exercise->change.n},
            {"mean", static_cast<double>(exercise->change.sum) / exercise->change.n},
            {"few", few(*exercise)}};
}

Json place_json(const std::optional<PainPlace>& place) {
    Json json = {{"site", nullptr}, {"side", nullptr}};
    if (!place) json["site"] = "all";
    if (place && place->site) json["site"] = word(*place->site);
    if (place && place->side) json["side"] = word(*place->side);
    return json;
}

Json to_json(const PainDay& day) {
    Json json = {{"local_day", format_day(day.local_day)}};
    json.update(place_json(day.place));
    json["moment"] = word(day.moment);
    json["n"] = day.n;
    json["median"] = day.median;
    json["lowest"] = day.lowest;
    json["highest"] = day.highest;
    json["late"] = day.late;
    return json;
}

Json to_json(const CountedPeriod& period) {
    const SessionCounts& counts = period.counts;
    return {{"from", format_day(period.from)},
            {"to", format_day(period.to)},
            {"sessions", counts.sessions},
            {"completed", counts.completed},
            {"timed", counts.timed},
            {"rested", counts.rested},
            {"stopped_for_pain", counts.stopped_for_pain},
            {"stopped_for_time", counts.stopped_for_time},
            {"stopped_tired", counts.stopped_tired},
            {"stopped_otherwise", counts.stopped_otherwise},
            {"easy", counts.easy},
            {"ok", counts.ok},
            {"hard", counts.hard},
            {"planned_ms", counts.planned.count()},
            {"done_ms", counts.done.count()},
            {"active_ms", counts.active.count()}};
}

}  // namespace hipflow
