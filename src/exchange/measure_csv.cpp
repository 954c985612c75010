// SPDX-License-Identifier: MIT
#include "exchange/measure_csv.h"

#include <fmt/format.h>

#include "exchange/csv.h"

namespace hipflow {
namespace {

std::string pain_cell(const std::optional<PainScore>& pain) {
    return pain ? fmt::format("{}", pain->value()) : std::string();
}

void add_rows(std::string& text, const RangeSeries& series, const RangeTest& test) {
    for (const Side side : {Side::left, Side::right}) {
        for (const Rotation movement : {Rotation::internal, Rotation::external}) {
            const auto& mean = test.of(side, movement);
            if (!mean) continue;
            text += csv_line({series.position ? std::string(word(*series.position)) : "",
                              series.instrument.value_or(""), series.scale_version.value_or(""),
                              format_day(test.local_day), std::string(word(side)),
                              std::string(word(movement)), fmt::format("{:.4g}", mean->degrees()),
                              fmt::format("{}", mean->trials), fmt::format("{}", mean->lowest),
                              fmt::format("{}", mean->highest), pain_cell(test.pain)});
        }
    }
}

}  // namespace

std::string range_csv(std::span<const RangeSeries> all) {
    std::string text = csv_line({"position", "instrument", "scale_version", "local_day", "side",
                                 "movement", "mean", "trials", "lowest", "highest", "pain"});
    for (const auto& series : all) {
        for (const auto& test : series.tests) add_rows(text, series, test);
    }
    return text;
}

std::string function_csv(std::span<const FunctionSeries> all) {
    std::string text = csv_line({"local_day", "activity_id", "activity", "score"});
    for (const auto& one : all) {
        for (const auto& score : one.scores) {
            text += csv_line({format_day(score.local_day), one.activity.id, one.activity.text,
                              fmt::format("{}", score.score)});
        }
    }
    return text;
}

}  // namespace hipflow
