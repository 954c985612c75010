// SPDX-License-Identifier: MIT
#include "exchange/stats_fields.h"

namespace hipflow::exchange {
namespace {

void add_rows(std::vector<RotationRow>& rows, const stats::RotationSeries& series,
              const stats::RotationTest& test) {
    for (const Side side : {Side::left, Side::right}) {
        for (const Rotation movement : {Rotation::internal, Rotation::external}) {
            const auto& mean = test.of(side, movement);
            if (!mean) continue;
            rows.push_back({series.position, series.instrument, series.scale_version,
                            test.local_day, side, movement, *mean, test.pain});
        }
    }
}

}  // namespace

std::vector<RotationRow> rotation_rows(std::span<const stats::RotationSeries> all) {
    std::vector<RotationRow> rows;
    for (const auto& series : all) {
        for (const auto& test : series.tests) add_rows(rows, series, test);
    }
    return rows;
}

std::vector<FunctionRow> function_rows(std::span<const stats::FunctionSeries> all) {
    std::vector<FunctionRow> rows;
    for (const auto& one : all) {
        for (const auto& score : one.scores) {
            rows.push_back({score.local_day, one.activity.id, one.activity.text, score.score});
        }
    }
    return rows;
}

}  // namespace hipflow::exchange
