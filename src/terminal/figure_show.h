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

namespace hipflow {

/// Between two pictures of what moves: 20 a second (TERMINAL 2.2).
inline constexpr Millis frame_time{50};

/// The figure of the exercise under way as it is at this moment: in a rep as far as the rep is, in
/// a hold as it is held, for the side whose turn it is. In the gap before a new exercise it shows
/// the movement over and over. Nothing if the exercise has no figure.
std::optional<FigurePicture> figure_of(const Player& player, Millis now);

/// Whether anything in the session has a figure. Then there is room for one all the time, so that
/// nothing changes its size.
bool has_figures(const Player& player);

/// When the figure next looks different on an area of that size, before `until`; nothing if it
/// stands still for so long.
std::optional<Millis> next_figure(const Player& player, Millis now, Millis until, Size size,
                                  Blocks blocks);

/// The figure as that side does it.
Figure on_side(const Figure& figure, Side side, Sides sides);

/// The share of the rep when a movement is shown over and over, `passed` after the first began: at
/// the pace of the reps; of what is held, there and a while in it.
double shown_share(const Figure& figure, std::optional<Millis> pace, Millis passed);
/// How long one such showing takes.
Millis shown_length(std::optional<Millis> pace);

/// The figure that is to be played, with what is said of it.
struct FigureShow {
    const Exercise& exercise;
    const Figure& figure;  // the exercise's
    std::string words;
};

/// Plays it on the whole terminal, a few reps of it, with its sides in turn, until that is over or
/// any key is pressed. The signal that ended it, if one did.
std::optional<int> play_figure(TtyDevice tty, SignalWatch& signals, const Clock& clock,
                               const FigureShow& show, const Pen& pen, Blocks blocks);

/// Where it begins and where it leads, side by side: what paper can show of it.
Frame still_figure(const Figure& figure, int columns, Blocks blocks);

}  // namespace hipflow
