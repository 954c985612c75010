// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// What the coach looks up: by exercise the sessions that hold its state; symptoms by day and kind.
extern const std::string_view schema_v4;

}  // namespace hipflow
