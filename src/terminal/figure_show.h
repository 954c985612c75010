// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/exercise.h"
#include "platform/clock.h"
#include "session/player.h"
#include "terminal/figure_picture.h"
#include "terminal/frame.h"
#include "terminal/tty_device.h"

namespace hipflow::terminal {

/// The time between two pictures of what moves: 20 a second. See docs/design/terminal.md, "Frames".
inline constexpr Millis frame_time{50};

/// Returns the figure of the exercise under way at this moment, on the side whose turn it is: in a
/// rep as far as the rep is, in a hold as it is held, in the gap before a new exercise the movement
/// over and over. Returns nullopt if the exercise has no figure.
std::optional<FigurePicture> figure_of(const session::Player& player, Millis now);

/// Returns whether anything in the session has a figure. Then there is room for one all the time,
/// so that nothing changes its size.
bool has_figures(const session::Player& player);

/// Returns when the figure next looks different on an area of that size, or nullopt if not before
/// `until`.
std::optional<Millis> next_figure(const session::Player& player, Millis now, Millis until,
                                  Size size, Blocks blocks);

/// Returns the figure as that side does it.
Figure on_side(const Figure& figure, Side side, Sides sides);

/// Returns how far the rep is, 0 to 1, when a movement is shown over and over, `passed` after the
/// first began. `pace` is that of the reps; without one the movement leads into the hold and stays
/// in it for a while.
double shown_share(const Figure& figure, std::optional<Millis> pace, Millis passed);
/// Returns how long one such showing takes.
Millis shown_length(std::optional<Millis> pace);

/// A figure to be played, with what is said of it.
struct FigureShow {
    const Exercise& exercise;
    const Figure& figure;  // the exercise's
    std::string words;
};

/// Plays a few reps on the whole terminal, with the sides in turn, until they are over or any key
/// is pressed. Returns the signal that ended it, if one did.
std::optional<int> play_figure(TtyDevice tty, platform::SignalWatch& signals,
                               const platform::Clock& clock, const FigureShow& show, const Pen& pen,
                               Blocks blocks);

/// Draws where a movement begins and where it leads, side by side, as on paper.
Frame still_figure(const Figure& figure, int columns, Blocks blocks);

}  // namespace hipflow::terminal
