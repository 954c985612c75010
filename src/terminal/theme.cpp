// SPDX-License-Identifier: MIT
#include "terminal/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "domain/number.h"

namespace hipflow::terminal {
namespace {

double linear(std::uint8_t part) {
    const double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// Returns what COLORFGBG says: it is "front;back" in numbers of the terminal's palette, with more
/// in between on some.
std::optional<figure::Theme> theme_of_variable(const platform::Environment& environment) {
    const std::string value = environment.get("COLORFGBG").value_or("");
    const auto back = parse_number<int>(std::string_view(value).substr(value.rfind(';') + 1));
    if (!back || *back < 0 || *back > 15) return std::nullopt;
    return *back == 7 || *back >= 9 ? figure::Theme::light : figure::Theme::dark;
}

}  // namespace

double luminance(const figure::Rgb& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

bool is_light(const figure::Rgb& background) {
    constexpr double as_far_from_black_as_from_white = 0.179;
    return luminance(background) > as_far_from_black_as_from_white;
}

FoundTheme theme_for(const platform::Environment& environment, ThemeChoice choice,
                     const std::optional<figure::Rgb>& background) {
    if (choice == ThemeChoice::dark) return {figure::Theme::dark, ThemeSource::setting};
    if (choice == ThemeChoice::light) return {figure::Theme::light, ThemeSource::setting};
    if (background) {
        return {is_light(*background) ? figure::Theme::light : figure::Theme::dark,
                ThemeSource::terminal};
    }
    if (const auto theme = theme_of_variable(environment)) {
        return {*theme, ThemeSource::environment};
    }
    return {};
}

std::string theme_words(const FoundTheme& found) {
    const auto why = [&]() -> std::string_view {
        switch (found.source) {
            case ThemeSource::setting:
                return "as set";
            case ThemeSource::terminal:
                return "as the terminal says";
            case ThemeSource::environment:
                return "as COLORFGBG says";
            case ThemeSource::nothing:
                break;
        }
        return "since nothing says otherwise";
    }();
    return fmt::format("a {} background, {}",
                       found.theme == figure::Theme::light ? "light" : "dark", why);
}

bool may_tell_background(const platform::Environment& environment) {
    const std::string term = environment.get("TERM").value_or("dumb");
    constexpr std::array<std::string_view, 4> silent = {"dumb", "linux", "vt", "eterm"};
    return std::ranges::none_of(silent,
                                [&](std::string_view name) { return term.starts_with(name); });
}

}  // namespace hipflow::terminal
