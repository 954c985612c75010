// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/display.h"
#include "figure/palette.h"
#include "platform/environment.h"
#include "terminal/pixels.h"
#include "terminal/tty_device.h"
#include "text/style.h"

// Asking a terminal what it is like. See docs/design/terminal.md, "Questions to the terminal".

namespace hipflow::terminal {

/// What has to be known of a terminal.
struct Wanted {
    ThemeChoice theme = ThemeChoice::automatic;  // it is asked for its background
    Graphics graphics = Graphics::cells;         // of figures, if any are shown
    bool screen = false;  // the live screen follows, which takes keys and late replies
};

/// What the terminal has told.
struct Inquiry {
    Pixels pixels;
    std::optional<figure::Rgb> background;
    TtyDevice::Typed typed;  // keys and replies, as they came
};

/// Returns the questions to ask, with one at the end that every terminal answers.
std::string questions_for(bool background, const std::optional<std::string>& of_pixels);

/// Asks the terminal all that has to be known at once, and waits for its replies for 200 ms, or a
/// second where pixels are asked for over SSH. Signals that come meanwhile wait until its modes are
/// as they were. Asks nothing where there is nothing to ask, or nobody to answer.
Inquiry inquire(const platform::Streams& streams, const platform::Environment& environment,
                const Style& style, const Wanted& wanted);

}  // namespace hipflow::terminal
