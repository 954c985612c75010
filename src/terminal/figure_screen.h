// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "terminal/byte_budget.h"
#include "terminal/encode.h"
#include "terminal/figure_images.h"
#include "terminal/figure_painter.h"
#include "terminal/tty_device.h"

namespace hipflow::terminal {

/// The bytes a second that a figure may cost; less where the terminal is at the other end of a
/// line.
inline constexpr double usual_line = 20'000;
inline constexpr double slow_line = 4'000;

/// What figures are drawn with, and how much they may cost.
struct FigureOutput {
    FigureLook look;
    double bytes_per_second = usual_line;
    Pixels pixels = {};
    TtyDevice::Typed typed = {};  // while the terminal was asked, among its replies
};

/// A figure that moves on a screen. It is drawn again only where it changed, and only as often as
/// its bytes allow: the rate falls by itself.
class FigureScreen {
   public:
    FigureScreen(const FigureOutput& output, Pen pen);

    FigurePainter& painter() { return painter_; }

    /// Returns the frame to be shown now in place of `wanted`, in which the painter has drawn
    /// `moment` at `area`: while it moves, cells that hardly differ stay, and all of it does when
    /// it may not cost anything yet. Where the terminal shows a picture in pixels the cells are
    /// empty. `shown` is what is on the terminal; null: nobody knows.
    Frame affordable(const Frame* shown, Frame wanted, const std::optional<Area>& area,
                     const FigureMoment* moment, Millis now);

    /// Notes that something else covers the figure.
    void hide();
    /// Notes that the terminal may have lost what it had: its size changed, or it was given back.
    void drop();

    /// Returns what has to be written after a frame, empty where figures are cells.
    std::string take_bytes() { return images_ ? images_->take_bytes() : std::string(); }
    /// Returns the numbers of the pictures that the terminal may have then.
    ImageIds image_ids() const { return images_ ? images_->ids() : ImageIds{}; }

    /// Returns when the figure next looks different, or nullopt if not before `until`. `shown` is
    /// what affordable() returned last, and `moment_at` gives the moment at a time.
    std::optional<Millis> next_change(
        const Frame& shown, const std::function<std::optional<FigureMoment>(Millis)>& moment_at,
        Millis now, Millis until);

   private:
    bool looks_different(const Frame& shown, const Area& area, const FigureMoment& moment);
    std::optional<Millis> next_moment(
        const Frame& shown, const std::function<std::optional<FigureMoment>(Millis)>& moment_at,
        Millis now, Millis until);

    FigurePainter painter_;
    Pen pen_;
    std::optional<FigureImages> images_;  // none: cells alone
    ByteBudget budget_;                   // of the cells
    std::optional<Area> area_;            // where a figure is on the terminal
    struct Subject {
        const Figure* figure = nullptr;
        Side side = Side::both;
        bool operator==(const Subject&) const = default;
    };
    std::optional<Subject> subject_;  // that figure, and the side that works
};

}  // namespace hipflow::terminal
