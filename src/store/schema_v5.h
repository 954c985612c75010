// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// The fifth migration: what a session changes, and the one score of a day, as sums of the day.
extern const std::string_view schema_v5;

}  // namespace hipflow
