// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>

#include "stats/function.h"
#include "stats/hip_rotation.h"

namespace hipflow {

// CSV (RFC 4180) with the names of the JSON answers. What is not known is empty.

/// position, instrument, scale_version, local_day, side, movement, mean, trials, lowest, highest,
/// pain: a row for each side and movement of a test day.
std::string range_csv(std::span<const RangeSeries> all);

/// local_day, activity_id, activity, score: a row for each answer, by activity.
std::string function_csv(std::span<const FunctionSeries> all);

}  // namespace hipflow
