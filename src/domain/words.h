// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hipflow {

/// The words of an enumeration, in the order of its values: one spelling for TOML, JSON, columns
/// and the command line. Each enumeration has a function words_of(Enum) beside its definition.
template <typename Enum>
inline constexpr auto words = words_of(Enum{});

template <typename Enum>
constexpr std::string_view word(Enum value) {
    return words<Enum>.at(static_cast<std::size_t>(value));
}

template <typename Enum>
constexpr std::optional<Enum> from_word(std::string_view text) {
    const auto& all = words<Enum>;
    const auto found = std::find(all.begin(), all.end(), text);
    if (found == all.end()) return std::nullopt;
    return static_cast<Enum>(found - all.begin());
}

}  // namespace hipflow
