// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "figure/palette.h"
#include "figure/raster.h"

namespace hipflow::figure {

/// What cells are drawn with: quadrant blocks, spaces on a coloured background where those are
/// missing (on the Linux console), or ASCII.
enum class Glyphs { quadrants, spaces, ascii };

/// A character cell of a picture. Without a paper the terminal's own background shows.
struct PictureCell {
    char32_t glyph = U' ';
    Colour ink;
    Colour paper;
    bool operator==(const PictureCell&) const = default;
};

struct CellPicture {
    int columns = 0;
    int rows = 0;
    std::vector<PictureCell> cells;  // row by row
    bool operator==(const CellPicture&) const = default;
};

/// Makes cells of quarters: each has two colours, the pair of its own ones that changes least.
CellPicture cells_of(const Picture& picture, const Palette& palette, Glyphs glyphs);

/// The picture in a mirror: columns in the other order, every glyph turned round.
CellPicture mirrored(CellPicture picture);

/// Returns whether two cells differ too little to be written anew while the figure moves: over
/// their four quarters the colours are less than 16,000 apart, as squares of RGB. Dark colours are
/// told apart more easily: what is left of an outline would stay behind the body as crumbs.
bool look_alike(const PictureCell& a, const PictureCell& b, const Rgb& background);

/// The quadrants of a block glyph as bits: 1 upper left, 2 upper right, 4 lower left, 8 lower
/// right. Nullopt: no block.
std::optional<unsigned> quadrants_of(char32_t glyph);
char32_t block_of(unsigned quadrants);

}  // namespace hipflow::figure
