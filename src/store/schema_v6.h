// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// The sixth migration, two kinds of symptoms more: a joint that gave way, and numbness between the
/// legs.
extern const std::string_view schema_v6;

}  // namespace hipflow
