// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "today/desk.h"

namespace hipflow::today {

/// Something that may be typed, and what it stands for.
struct Suggestion {
    std::string text;
    std::string description;
};

/// Offers what library and history hold for a value that help calls `value_name`: "ROUTINE",
/// "SESSION", "DAY"...; empty for a name without a source. Reads, and writes nothing.
/// Throws where library or history cannot be read.
std::vector<Suggestion> suggestions(Desk& desk, std::string_view value_name);

/// The place of a pain question in plain words, such as "between hip and knee" for "thigh"; empty
/// for a word that is no place.
std::string_view place_in_words(std::string_view site);

}  // namespace hipflow::today
