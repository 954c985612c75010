// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace hipflow {

/// Reads "wed", "Wednesday", or anything in between, in any case. Returns nullopt for any other
/// text.
std::optional<std::chrono::weekday> parse_weekday(std::string_view text);

}  // namespace hipflow
