// SPDX-License-Identifier: MIT
// For commands that still build their answers by hand.
#include <nlohmann/json.hpp>

#include "exchange/answer.h"
#include "exchange/coach_fields.h"
#include "exchange/coach_json.h"
#include "exchange/figure_json.h"
#include "exchange/measure_csv.h"
#include "exchange/measure_json.h"
#include "exchange/period_json.h"
#include "exchange/program_json.h"
#include "exchange/stats_fields.h"
#include "exchange/stats_json.h"

namespace hipflow {
Json to_json(const Reason& reason) { return object_of(reason); }
Json to_json(const ExerciseState& state) { return object_of(state); }
Json to_json(const Figure& figure) { return object_of(figure); }
Json to_json(const RangeTest& test) { return object_of(test); }
Json to_json(const RangeSeries& series) { return object_of(series); }
Json to_json(const FunctionSeries& series) { return object_of(series); }
Json function_json(std::span<const FunctionSeries> series) {
    return object_of(members([&](auto& visit) { function_fields(series, visit); }));
}
std::string range_csv(std::span<const RangeSeries> all) { return csv_text(range_rows(all)); }
std::string function_csv(std::span<const FunctionSeries> all) {
    return csv_text(function_rows(all));
}
Json to_json(const Period& period) { return object_of(period); }
Json day_json(const DayTotals& day, std::string_view mark) {
    return object_of(members([&](auto& visit) { day_fields(day, mark, visit); }));
}
Json to_json(const ProgramToday& today) { return object_of(today); }
Json to_json(const Trend& trend) { return object_of(trend); }
Json to_json(const ChangeSum& changes) { return object_of(changes); }
Json to_json(const ExerciseUse& use) { return object_of(use); }
Json to_json(const std::optional<ExerciseChange>& exercise) {
    return exercise ? object_of(*exercise) : Json(nullptr);
}
Json to_json(const PainDay& day) { return object_of(day); }
Json place_json(const std::optional<PainPlace>& place) {
    return object_of(members([&](auto& visit) { place_fields(place, visit); }));
}
Json to_json(const CountedPeriod& period) { return object_of(period); }

}  // namespace hipflow
