// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "domain/exercise.h"
#include "session/player.h"

namespace hipflow::terminal {

/// The time between two pictures of what moves: 12 a second. See docs/design/figures.md, "Budgets".
inline constexpr Millis frame_time{83};

/// A moment of a figure: what is to be seen, not how it is drawn.
struct FigureMoment {
    const Figure* figure = nullptr;  // of an exercise that outlives the moment
    double share = 0;                // of the rep, 0 to 1
    Side side = Side::both;          // that works; the figure is mirrored for the right
    bool moves = false;              // another picture follows
    bool operator==(const FigureMoment&) const = default;
};

/// Returns the figure of the exercise under way at this moment, on the side whose turn it is: in a
/// rep as far as the rep is; in a hold, held; in a gap on the way into what follows, so that the
/// gap ends where the work begins. The time is taken in steps of frame_time. Returns nullopt if the
/// exercise has no figure that can be drawn.
std::optional<FigureMoment> figure_of(const session::Player& player, Millis now);

/// Returns whether anything in the session has a figure. Then there is room for one all the time,
/// so that nothing changes its size.
bool has_figures(const session::Player& player);

/// Returns the pace at which the movement of a dose is shown, or nullopt for a hold.
std::optional<Millis> shown_pace(const Dose& dose);

/// Returns how far the rep is, 0 to 1, when a movement is shown over and over, `passed` after the
/// first began. `pace` is that of the reps; without one the movement leads into the hold and stays
/// in it for a while.
double shown_share(const Figure& figure, std::optional<Millis> pace, Millis passed);
/// Returns how long one such showing takes.
Millis shown_length(std::optional<Millis> pace);

}  // namespace hipflow::terminal
