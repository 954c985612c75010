// SPDX-License-Identifier: MIT
#include "terminal/figure_painter.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hipflow::terminal {
namespace {

constexpr std::size_t remembered = 4;  // an exercise, its easier one, and what comes next
constexpr int wide_enough_for_side = 30;

void draw_side(Frame& frame, const Area& area, Side side) {
    if (side == Side::both || area.size.columns < wide_enough_for_side) return;
    const bool left = side == Side::left;
    const int column = left ? area.column : area.column + area.size.columns - 1;
    frame.put(area.row + area.size.rows - 1, column, {left ? U'L' : U'R', Ink::work, {}, {}});
}

}  // namespace

FigurePainter::Prepared& FigurePainter::prepared(const Figure& figure, const figure::Grain& grain) {
    const auto known =
        std::find_if(prepared_.begin(), prepared_.end(), [&](const Prepared& prepared) {
            return prepared.grain == grain && prepared.movement.figure() == figure;
        });
    if (known != prepared_.end()) {
        prepared_.splice(prepared_.begin(), prepared_, known);
        return prepared_.front();
    }
    figure::Movement movement(figure);
    figure::Raster raster(movement, grain);
    prepared_.push_front({std::move(movement), grain, std::move(raster)});
    if (prepared_.size() > remembered) {
        if (painted_.of == &prepared_.back()) painted_ = {};
        prepared_.pop_back();
    }
    return prepared_.front();
}

const figure::Picture& FigurePainter::picture(const FigureMoment& moment,
                                              const figure::Grain& grain) {
    Prepared& with = prepared(*moment.figure, grain);
    return with.raster.draw(with.movement.at(moment.share));
}

const figure::CellPicture& FigurePainter::painted(const FigureMoment& moment, Size size) {
    Prepared& with = prepared(*moment.figure, figure::grain_of_cells(size.columns, size.rows));
    const bool mirror = moment.side == Side::right;
    const bool known =
        painted_.of == &with && painted_.share == moment.share && painted_.mirrored == mirror;
    if (known) return painted_.cells;
    auto cells = figure::cells_of(with.raster.draw(with.movement.at(moment.share)), look_.palette,
                                  look_.glyphs);
    if (mirror) cells = figure::mirrored(std::move(cells));
    painted_ = {&with, moment.share, mirror, std::move(cells)};
    return painted_.cells;
}

void FigurePainter::draw(Frame& frame, const Area& area, const FigureMoment& moment) {
    const Size size = area.size;
    if (size.columns < smallest_figure.columns || size.rows < smallest_figure.rows) return;
    const auto& cells = painted(moment, size).cells;
    auto cell = cells.begin();
    for (int row = 0; row < size.rows; ++row) {
        for (int column = 0; column < size.columns; ++column, ++cell) {
            frame.put(area.row + row, area.column + column,
                      {cell->glyph, Ink::picture, cell->ink, cell->paper});
        }
    }
    draw_side(frame, area, moment.side);
}

}  // namespace hipflow::terminal
