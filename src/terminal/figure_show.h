// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/exercise.h"
#include "platform/clock.h"
#include "terminal/figure_screen.h"
#include "terminal/frame.h"
#include "terminal/tty_device.h"

namespace hipflow::terminal {

/// A figure to be shown, with what is said of it.
struct FigureShow {
    const Exercise& exercise;
    const Figure& figure;  // the exercise's, or the one that it borrows
    std::string words;
};

/// Plays a few reps on the whole terminal, with the sides in turn, until they are over or a key is
/// pressed; the arrow keys turn the figure. Returns the signal that ended it, if one did.
std::optional<int> play_figure(TtyDevice tty, platform::SignalWatch& signals,
                               const platform::Clock& clock, const FigureShow& show, Pen pen,
                               const FigureOutput& output);

/// Draws where a movement begins and where it leads, side by side, as on paper.
Frame still_figure(const Figure& figure, int columns, const FigureLook& look);

/// Returns the bytes that print the same in pixels: it takes as many rows, and the cursor ends on
/// the one below.
std::string still_picture(const Figure& figure, int columns, const FigureLook& look,
                          const Pixels& pixels);

}  // namespace hipflow::terminal
