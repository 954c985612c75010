// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/exercise.h"
#include "platform/clock.h"
#include "terminal/frame.h"
#include "terminal/tty_device.h"

namespace hipflow {

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
