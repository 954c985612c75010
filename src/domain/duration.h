// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hipflow {

using Millis = std::chrono::milliseconds;

/// Reads "40s", "1m30s", "2m", "1.5s", "500ms", "1h" (units in falling order, each at most once).
/// Nothing for any other text, for seconds or minutes above 59 behind a larger unit, and for more
/// than 24 hours.
std::optional<Millis> parse_duration(std::string_view text);

/// The shortest text that parse_duration reads back as the same value: "1m30s", "40s", "500ms".
std::string format_duration(Millis value);

/// For people: "40 s", "1 min 30 s", "9 min".
std::string spell_duration(Millis value);

/// A clock face, rounded up to whole seconds: "9:58", "0:40".
std::string clock_face(Millis value);

}  // namespace hipflow
