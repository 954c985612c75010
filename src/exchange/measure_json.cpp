// SPDX-License-Identifier: MIT
#include "exchange/measure_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "exchange/or_null.h"

namespace hipflow {
namespace {

constexpr std::array sides = {Side::left, Side::right};
constexpr std::array rotations = {Rotation::internal, Rotation::external};

Json mean_json(const std::optional<RangeMean>& mean) {
    if (!mean) return nullptr;
    return {{"mean", mean->degrees()},
            {"trials", mean->trials},
            {"lowest", mean->lowest},
            {"highest", mean->highest}};
}

Json change_json(const std::optional<RangeChange>& change) {
    if (!change) return nullptr;
    return {{"degrees", change->degrees}, {"beyond_error", change->beyond_error}};
}

std::string key(auto value) { return std::string(word(value)); }

}  // namespace

Json to_json(const RangeTest& test) {
    Json json = {{"local_day", format_day(test.local_day)}};
    for (const Side side : sides) {
        Json of_side = Json::object();
        for (const Rotation movement : rotations) {
            of_side[key(movement)] = mean_json(test.of(side, movement));
        }
        of_side["arc"] = or_null(test.arc(side));
        json[key(side)] = std::move(of_side);
    }
    json["pain"] = test.pain ? Json(test.pain->value()) : Json(nullptr);
    return json;
}

Json to_json(const RangeSeries& series) {
    const RangeError error = range_error(series);
    Json json = {{"position", series.position ? Json(word(*series.position)) : Json(nullptr)},
                 {"instrument", or_null(series.instrument)},
                 {"scale_version", or_null(series.scale_version)},
                 {"error", {{"degrees", error.degrees}, {"sem", or_null(error.sem)}}}};
    json["tests"] = Json::array();
    for (const auto& test : series.tests) json["tests"].push_back(to_json(test));
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            json["change"][key(side)][key(movement)] =
                change_json(range_change(series, side, movement));
        }
    }
    for (const Rotation movement : rotations) {
        const auto lesser = lesser_side(series, movement);
        json["lesser_side"][key(movement)] = lesser ? Json(word(*lesser)) : Json(nullptr);
    }
    return json;
}

Json to_json(const FunctionSeries& series) {
    const Activity& activity = series.activity;
    Json json = {{"id", activity.id},
                 {"text", activity.text},
                 {"from_day", format_day(activity.from_day)},
                 {"to_day", activity.to_day ? Json(format_day(*activity.to_day)) : Json(nullptr)}};
    json["scores"] = Json::array();
    for (const auto& score : series.scores) {
        json["scores"].push_back(
            {{"local_day", format_day(score.local_day)}, {"score", score.score}});
    }
    return json;
}

Json function_json(std::span<const FunctionSeries> series) {
    Json json = {{"scale_version", function_scale}, {"activities", Json::array()}};
    for (const auto& one : series) json["activities"].push_back(to_json(one));
    json["means"] = Json::array();
    for (const auto& mean : function_means(series)) {
        json["means"].push_back({{"local_day", format_day(mean.local_day)},
                                 {"mean", mean.mean},
                                 {"activities", mean.activities}});
    }
    json["change"] = nullptr;
    if (const auto change = function_change(series)) {
        json["change"] = {{"from", format_day(change->from)},
                          {"to", format_day(change->to)},
                          {"activities", change->activities},
                          {"before", change->before()},
                          {"after", change->after()},
                          {"change", change->change()},
                          {"verdict", word(function_verdict(change->change()))}};
    }
    return json;
}

}  // namespace hipflow
