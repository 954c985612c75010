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

/// A range from `low` to `high`, both included.
struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// The 95 % score interval of Wilson (1927) for a share of `hits` out of `n`, 0 <= hits <= n.
/// Unlike the normal one it holds for small n, and for shares near 0 and 1
/// (docs/design/statistics.md, "Adherence"). Returns nullopt for n = 0.
std::optional<Interval> wilson_interval(int hits, int n);

}  // namespace hipflow
