// SPDX-License-Identifier: MIT
#pragma once
#include <list>

#include "figure/cells.h"
#include "figure/movement.h"
#include "figure/raster.h"
#include "terminal/figure_moment.h"
#include "terminal/frame.h"

namespace hipflow::terminal {

/// What a figure is drawn with on a terminal.
struct FigureLook {
    figure::Palette palette{figure::ColourDepth::indexed, figure::Theme::dark};
    figure::Glyphs glyphs = figure::Glyphs::quadrants;
};

/// The smallest area with a body in it: less of one cannot be recognised.
inline constexpr Size smallest_figure{16, 8};

/// Draws moments of figures, and remembers what it has prepared for the last few of them: a figure
/// is framed and its surroundings are drawn once for each size.
class FigurePainter {
   public:
    explicit FigurePainter(FigureLook look) : look_(look) {}

    const FigureLook& look() const { return look_; }

    /// Draws a moment into an area, with the letter of the working side at its edge if the area is
    /// wide enough. The smallest area is smallest_figure; less is left as it is.
    void draw(Frame& frame, const Area& area, const FigureMoment& moment);

    /// Returns a moment in dots of a grain. Valid until the next call.
    const figure::Picture& picture(const FigureMoment& moment, const figure::Grain& grain);

   private:
    struct Prepared {
        figure::Movement movement;
        figure::Grain grain;
        figure::Raster raster;
    };
    Prepared& prepared(const Figure& figure, const figure::Grain& grain);

    /// The cells that were drawn last: a frame is often looked at before its time.
    struct Painted {
        const Prepared* of = nullptr;
        double share = 0;
        bool mirrored = false;
        figure::CellPicture cells;
    };
    const figure::CellPicture& painted(const FigureMoment& moment, Size size);

    FigureLook look_;
    std::list<Prepared> prepared_;  // the one used last comes first
    Painted painted_;
};

}  // namespace hipflow::terminal
