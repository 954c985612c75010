// SPDX-License-Identifier: MIT
#pragma once
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace hipflow {

/// Takes a number from the front of `text`. Returns nullopt, and leaves `text` alone, if there is
/// none, or if it is too large for the type.
template <typename Number>
std::optional<Number> take_number(std::string_view& text) {
    Number value{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-bounds-pointer-arithmetic): from_chars knows no views
    const char* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    return value;
}

/// Reads a text that is a number and nothing else.
template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    const auto value = take_number<Number>(text);
    return text.empty() ? value : std::nullopt;
}

}  // namespace hipflow
