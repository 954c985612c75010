// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/display.h"
#include "figure/palette.h"
#include "platform/environment.h"

// Whether a terminal is dark or light. See docs/design/terminal.md, "Colour and characters".

namespace hipflow::terminal {

/// Returns the relative luminance of a colour as WCAG has it, 0 for black and 1 for white.
double luminance(const figure::Rgb& colour);

/// Tells whether black text is easier to read than white on a background.
bool is_light(const figure::Rgb& background);

/// What a theme was chosen by.
enum class ThemeSource { setting, terminal, environment, nothing };

struct FoundTheme {
    figure::Theme theme = figure::Theme::dark;
    ThemeSource source = ThemeSource::nothing;
    bool operator==(const FoundTheme&) const = default;
};

/// Chooses by the setting, else by the background that the terminal has told, else by COLORFGBG,
/// else dark.
FoundTheme theme_for(const platform::Environment& environment, ThemeChoice choice,
                     const std::optional<figure::Rgb>& background);

/// Says the same in words: "a dark background, as the terminal says".
std::string theme_words(const FoundTheme& found);

/// Returns whether a terminal may be asked for its background: the ones that cannot tell are left
/// alone, for they may print the question.
bool may_tell_background(const platform::Environment& environment);

}  // namespace hipflow::terminal
