// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <span>

#include "exchange/json.h"
#include "stats/function.h"
#include "stats/hip_rotation.h"

namespace hipflow {

/// One test day: {"local_day", "left": {"internal": {"mean", "trials", "lowest", "highest"} or
/// null, "external", "arc"}, "right", "pain"}. Degrees.
Json to_json(const RangeTest& test);

/// A series with its tests, the error of measuring, and what changed.
Json to_json(const RangeSeries& series);

/// An activity and its scores.
Json to_json(const FunctionSeries& series);

/// {"activities": […], "means": […], "change": {…} or null}.
Json function_json(std::span<const FunctionSeries> series);

}  // namespace hipflow
