// SPDX-License-Identifier: MIT
#include "figure/cells.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <optional>
#include <string_view>

namespace hipflow::figure {
namespace {

constexpr std::u32string_view blocks = U" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█";
constexpr unsigned whole = 15;

/// The four quarters of a cell: upper left, upper right, lower left, lower right.
using Quarters = std::array<Tint, 4>;

/// A cell of two tints, and how far it is from what it stands for.
struct Pairing {
    PictureCell cell;
    int error = std::numeric_limits<int>::max();
};

Pairing paired(const Quarters& quarters, Tint ink, Tint paper, const Palette& palette) {
    unsigned mask = 0;
    unsigned bit = 1;
    int error = 0;
    for (const Tint quarter : quarters) {
        const Rgb& wanted = palette.rgb(quarter);
        const int as_ink = squared_distance(wanted, palette.rgb(ink));
        const int as_paper = squared_distance(wanted, palette.rgb(paper));
        const bool inked = !quarter.is_nothing() && as_ink < as_paper;
        if (inked) mask |= bit;
        bit <<= 1U;
        error += inked ? as_ink : as_paper;
    }
    return {{block_of(mask), palette.colour(ink),
             paper.is_nothing() ? Colour{} : palette.colour(paper)},
            error};
}

/// Chooses two tints of a cell's own so that as little as possible is lost. Where the background
/// shows in a quarter it has to be one of the two, for it is nobody's ink.
Pairing best_pairing(const Quarters& quarters, const Palette& palette) {
    const bool open =
        std::any_of(quarters.begin(), quarters.end(), [](Tint tint) { return tint.is_nothing(); });
    const Quarters papers = open ? Quarters{} : quarters;
    Pairing best;
    for (const Tint ink : quarters) {
        if (ink.is_nothing()) continue;
        for (const Tint paper : papers) {
            const Pairing next = paired(quarters, ink, paper, palette);
            if (next.error < best.error) best = next;
        }
    }
    return best;
}

PictureCell two_coloured(const Quarters& quarters, const Palette& palette) {
    const Tint first = quarters.front();
    if (std::count(quarters.begin(), quarters.end(), first) == std::ssize(quarters)) {
        return first.is_nothing() ? PictureCell{}
                                  : PictureCell{block_of(whole), palette.colour(first), {}};
    }
    const PictureCell best = best_pairing(quarters, palette).cell;
    if (best.glyph != U' ') return best;
    // One colour alone is ink, all over; without ink there is only paper.
    if (best.paper.kind == Colour::Kind::none) return {};
    return {block_of(whole), best.paper, {}};
}

bool is_accent(Tint tint) {
    if (tint.is_nothing()) return false;
    const Material material = tint.material();
    return material == Material::accent || material == Material::far_accent ||
           material == Material::accent_shirt || material == Material::band;
}

/// The character for what does not move, in order of what matters more.
struct Shade {
    char32_t block;
    char32_t ascii;
};
Shade shade_of(Tint tint) {
    if (tint.is_nothing()) return {U' ', U' '};
    switch (tint.material()) {
        case Material::hair:
            return {U'▓', U'@'};
        case Material::far_limb:
            return {U'░', U':'};
        case Material::mat:
        case Material::edge:
        case Material::wall:
            return {U'·', U'.'};
        case Material::wood:
        case Material::step:
        case Material::cushion:
            return {U'░', U'%'};
        default:
            return {U'▒', U'o'};
    }
}

/// The tint that most quarters have; of two, the one that comes first in the cell.
Tint commonest(const Quarters& quarters) {
    return *std::max_element(quarters.begin(), quarters.end(), [&](Tint a, Tint b) {
        return std::count(quarters.begin(), quarters.end(), a) <
               std::count(quarters.begin(), quarters.end(), b);
    });
}

unsigned accents_of(const Quarters& quarters) {
    unsigned mask = 0;
    for (std::size_t i = 0; i < quarters.size(); ++i) {
        if (is_accent(quarters[i])) mask |= 1U << i;
    }
    return mask;
}

constexpr unsigned upper = 3;
constexpr unsigned lower = 12;

PictureCell without_colour(const Quarters& quarters) {
    const unsigned accents = accents_of(quarters);
    if (accents != 0) return {block_of(accents), {}, {}};
    return {shade_of(commonest(quarters)).block, {}, {}};
}

PictureCell in_ascii(const Quarters& quarters, const Palette& palette) {
    const unsigned accents = accents_of(quarters);
    const bool above = (accents & upper) != 0;
    const bool below = (accents & lower) != 0;
    const Tint most = commonest(quarters);
    char32_t glyph = shade_of(most).ascii;
    Tint tint = most;
    if (accents != 0) {
        glyph = above && below ? U'#' : above ? U'\'' : U'.';
        tint = *std::find_if(quarters.begin(), quarters.end(), is_accent);
    }
    if (glyph == U' ') return {};
    return {glyph, palette.colour(tint), {}};
}

/// A whole cell of one colour: the moving part if there is any of it, else what there is most of.
PictureCell as_space(const Quarters& quarters, const Palette& palette) {
    const auto* const accent = std::find_if(quarters.begin(), quarters.end(), is_accent);
    const bool mostly = std::count_if(quarters.begin(), quarters.end(), is_accent) >= 2;
    const Tint tint = mostly ? *accent : commonest(quarters);
    if (tint.is_nothing()) return {};
    return {U' ', {}, palette.colour(tint)};
}

}  // namespace

std::optional<unsigned> quadrants_of(char32_t glyph) {
    const auto at = blocks.find(glyph);
    if (at == std::u32string_view::npos) return std::nullopt;
    return static_cast<unsigned>(at);
}

char32_t block_of(unsigned quadrants) { return blocks[quadrants & whole]; }

CellPicture cells_of(const Picture& picture, const Palette& palette, Glyphs glyphs) {
    CellPicture result{picture.width / 2, picture.height / 2, {}};
    result.cells.reserve(static_cast<std::size_t>(result.columns) *
                         static_cast<std::size_t>(result.rows));
    const bool colourless = palette.depth() == ColourDepth::none;
    for (int row = 0; row < result.rows; ++row) {
        for (int column = 0; column < result.columns; ++column) {
            const Quarters quarters{
                picture.at(2 * column, 2 * row), picture.at(2 * column + 1, 2 * row),
                picture.at(2 * column, 2 * row + 1), picture.at(2 * column + 1, 2 * row + 1)};
            if (glyphs == Glyphs::ascii) {
                result.cells.push_back(in_ascii(quarters, palette));
            } else if (colourless) {
                result.cells.push_back(without_colour(quarters));
            } else if (glyphs == Glyphs::spaces) {
                result.cells.push_back(as_space(quarters, palette));
            } else {
                result.cells.push_back(two_coloured(quarters, palette));
            }
        }
    }
    return result;
}

namespace {

/// Exchanges left and right in a glyph.
char32_t turned_round(char32_t glyph) {
    const auto quadrants = quadrants_of(glyph);
    if (!quadrants) return glyph;
    constexpr unsigned left = 5;
    return block_of(((*quadrants & left) << 1U) | ((*quadrants >> 1U) & left));
}

}  // namespace

CellPicture mirrored(CellPicture picture) {
    for (auto row = picture.cells.begin(); row != picture.cells.end(); row += picture.columns) {
        std::reverse(row, row + picture.columns);
    }
    for (auto& cell : picture.cells) cell.glyph = turned_round(cell.glyph);
    return picture;
}

namespace {

/// Tells whether a colour hardly stands out from the paper.
bool is_near(const Rgb& rgb, const Rgb& paper) {
    constexpr int dark = 100;
    constexpr int pale = 155;
    const bool on_light = paper.green > 127;
    return on_light ? std::min({rgb.red, rgb.green, rgb.blue}) > pale
                    : std::max({rgb.red, rgb.green, rgb.blue}) < dark;
}

/// Tells whether a quarter has to be drawn anew when it changes so: what stands out from the paper,
/// and what is of its colour, has to be gone when it moves.
bool has_to_change(const Rgb& a, const Rgb& b, const Rgb& paper) {
    constexpr int hardly_near_paper = 1'500;
    if (is_near(a, paper) != is_near(b, paper) || (a == paper) != (b == paper)) return true;
    return is_near(a, paper) && squared_distance(a, b) >= hardly_near_paper;
}

}  // namespace

bool look_alike(const PictureCell& a, const PictureCell& b, const Rgb& background) {
    constexpr int hardly = 16'000;
    const auto mask_a = quadrants_of(a.glyph);
    const auto mask_b = quadrants_of(b.glyph);
    if (!mask_a || !mask_b) return a == b;
    const auto shown = [&](const PictureCell& cell, unsigned mask, unsigned quarter) {
        const Colour& colour = (mask >> quarter & 1U) != 0 ? cell.ink : cell.paper;
        return colour.kind == Colour::Kind::none ? background : rgb_of(colour);
    };
    int sum = 0;
    for (unsigned quarter = 0; quarter < 4; ++quarter) {
        const Rgb in_a = shown(a, *mask_a, quarter);
        const Rgb in_b = shown(b, *mask_b, quarter);
        if (in_a == in_b) continue;
        if (has_to_change(in_a, in_b, background)) return false;
        sum += squared_distance(in_a, in_b);
    }
    return sum < hardly;
}

}  // namespace hipflow::figure
