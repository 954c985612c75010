// SPDX-License-Identifier: MIT
#include "figure/cells.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace hipflow::figure {
namespace {

constexpr Tint none{};
constexpr Tint leg = Tint::of(Material::limb, 2);
constexpr Tint leg_dark = Tint::of(Material::limb, 0);
constexpr Tint moving = Tint::of(Material::accent, 2);
constexpr Tint far_leg = Tint::of(Material::far_limb, 1);
constexpr Tint mat = Tint::of(Material::mat, 1);
constexpr Tint hair = Tint::of(Material::hair, 1);

const Palette truecolor(ColourDepth::truecolor, Theme::dark);
const Palette indexed(ColourDepth::indexed, Theme::dark);
const Palette colourless(ColourDepth::none, Theme::dark);

/// The cell of four quarters: upper left and right, lower left and right.
PictureCell cell_of(std::vector<Tint> quarters, const Palette& palette = truecolor,
                    Glyphs glyphs = Glyphs::quadrants) {
    return cells_of({2, 2, std::move(quarters)}, palette, glyphs).cells.at(0);
}

TEST(Blocks, AreTheirQuadrants) {
    EXPECT_EQ(block_of(0), U' ');
    EXPECT_EQ(block_of(1), U'▘');
    EXPECT_EQ(block_of(2), U'▝');
    EXPECT_EQ(block_of(3), U'▀');
    EXPECT_EQ(block_of(4), U'▖');
    EXPECT_EQ(block_of(5), U'▌');
    EXPECT_EQ(block_of(10), U'▐');
    EXPECT_EQ(block_of(12), U'▄');
    EXPECT_EQ(block_of(15), U'█');
    for (unsigned quadrants = 0; quadrants < 16; ++quadrants) {
        EXPECT_EQ(quadrants_of(block_of(quadrants)), quadrants);
    }
    EXPECT_EQ(quadrants_of(U'x'), std::nullopt);
    EXPECT_EQ(quadrants_of(U'▒'), std::nullopt);
}

TEST(Cells, AreEmptyWhereNothingIs) { EXPECT_EQ(cell_of({none, none, none, none}), PictureCell{}); }

TEST(Cells, LetTheBackgroundShowAsPaper) {
    const PictureCell cell = cell_of({none, leg, none, leg});
    EXPECT_EQ(cell.glyph, U'▐');
    EXPECT_EQ(cell.ink, truecolor.colour(leg));
    EXPECT_EQ(cell.paper, Colour{});
}

TEST(Cells, HaveInkAloneWhereTheyAreOfOneColour) {
    const PictureCell cell = cell_of({leg, leg, leg, leg});
    EXPECT_EQ(cell, (PictureCell{U'█', truecolor.colour(leg), {}}));
}

TEST(Cells, HaveBothOfTwoColours) {
    const PictureCell cell = cell_of({leg, mat, mat, leg});
    const bool inked = cell == PictureCell{U'▚', truecolor.colour(leg), truecolor.colour(mat)};
    const bool turned = cell == PictureCell{U'▞', truecolor.colour(mat), truecolor.colour(leg)};
    EXPECT_TRUE(inked || turned);
}

TEST(Cells, LoseTheColourThatIsNearestToAnother) {
    // Two tones of a leg are nearer to each other than either is to the mat.
    const Tint almost = Tint::of(Material::limb, 1);
    const PictureCell cell = cell_of({leg, almost, mat, mat});
    const auto mask = quadrants_of(cell.glyph);
    ASSERT_TRUE(mask);
    EXPECT_TRUE(*mask == 3 || *mask == 12) << *mask;
}

TEST(Cells, OfNoColourTellWhatMovesByItsShape) {
    EXPECT_EQ(cell_of({moving, moving, none, none}, colourless).glyph, U'▀');
    EXPECT_EQ(cell_of({moving, leg, leg, leg}, colourless).glyph, U'▘');
    EXPECT_EQ(cell_of({leg, leg, leg, none}, colourless).glyph, U'▒');
    EXPECT_EQ(cell_of({far_leg, far_leg, far_leg, none}, colourless).glyph, U'░');
    EXPECT_EQ(cell_of({hair, hair, hair, none}, colourless).glyph, U'▓');
    EXPECT_EQ(cell_of({mat, mat, mat, none}, colourless).glyph, U'·');
    EXPECT_EQ(cell_of({none, none, none, mat}, colourless).glyph, U' ');
    EXPECT_EQ(cell_of({leg, leg, leg, leg}, colourless).ink, Colour{});
}

TEST(Cells, InAsciiHaveASignForEachMaterial) {
    const auto glyph = [](std::vector<Tint> quarters) {
        return cell_of(std::move(quarters), indexed, Glyphs::ascii).glyph;
    };
    EXPECT_EQ(glyph({moving, none, moving, none}), U'#');
    EXPECT_EQ(glyph({moving, none, none, none}), U'\'');
    EXPECT_EQ(glyph({none, none, none, moving}), U'.');
    EXPECT_EQ(glyph({leg, leg, leg, none}), U'o');
    EXPECT_EQ(glyph({far_leg, far_leg, far_leg, none}), U':');
    EXPECT_EQ(glyph({hair, hair, hair, none}), U'@');
    EXPECT_EQ(glyph({mat, mat, mat, none}), U'.');
    EXPECT_EQ(glyph({none, none, none, none}), U' ');
    EXPECT_EQ(cell_of({leg, moving, leg, leg}, indexed, Glyphs::ascii).ink, indexed.colour(moving));
    EXPECT_EQ(cell_of({moving, moving, moving, moving}, colourless, Glyphs::ascii).ink, Colour{});
}

TEST(Cells, OfSpacesAreColouredPaper) {
    const auto spaces = [](std::vector<Tint> quarters) {
        return cell_of(std::move(quarters), indexed, Glyphs::spaces);
    };
    EXPECT_EQ(spaces({leg, leg, mat, none}), (PictureCell{U' ', {}, indexed.colour(leg)}));
    // What moves is shown where it is half of a cell.
    EXPECT_EQ(spaces({leg, leg, moving, moving}), (PictureCell{U' ', {}, indexed.colour(moving)}));
    EXPECT_EQ(spaces({leg, leg, leg, moving}), (PictureCell{U' ', {}, indexed.colour(leg)}));
    EXPECT_EQ(spaces({none, none, none, leg}), PictureCell{});
}

Picture any_picture(unsigned seed) {
    std::mt19937 random(seed);
    const std::array tints{none, leg, leg_dark, moving, far_leg, mat, hair};
    Picture picture{12, 8, {}};
    for (int i = 0; i < 12 * 8; ++i) picture.tints.push_back(tints.at(random() % tints.size()));
    return picture;
}

TEST(Cells, AreAsManyAsFourDotsEach) {
    const CellPicture cells = cells_of(any_picture(1), indexed, Glyphs::quadrants);
    EXPECT_EQ(cells.columns, 6);
    EXPECT_EQ(cells.rows, 4);
    EXPECT_EQ(cells.cells.size(), 24U);
}

TEST(Cells, InAsciiAreAscii) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        for (const auto& cell : cells_of(any_picture(seed), indexed, Glyphs::ascii).cells) {
            EXPECT_GE(cell.glyph, U' ');
            EXPECT_LE(cell.glyph, U'~');
        }
    }
}

TEST(Cells, OfBlocksHaveNothingButBlocks) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        for (const auto& cell : cells_of(any_picture(seed), indexed, Glyphs::quadrants).cells) {
            EXPECT_TRUE(quadrants_of(cell.glyph));
        }
        for (const auto& cell : cells_of(any_picture(seed), indexed, Glyphs::spaces).cells) {
            EXPECT_EQ(cell.glyph, U' ');
        }
    }
}

/// The colour of one quarter of a cell: bit 1, 2, 4 or 8.
Colour shown(const PictureCell& cell, unsigned quarter) {
    return (*quadrants_of(cell.glyph) & quarter) != 0 ? cell.ink : cell.paper;
}

TEST(MirroredCells, AreThePictureReversedInEveryQuarter) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const CellPicture cells = cells_of(any_picture(seed), indexed, Glyphs::quadrants);
        const CellPicture mirror = mirrored(cells);
        ASSERT_EQ(mirror.cells.size(), cells.cells.size());
        for (int row = 0; row < cells.rows; ++row) {
            for (int column = 0; column < cells.columns; ++column) {
                const auto at = [&](const CellPicture& picture, int c) {
                    return picture.cells.at(static_cast<std::size_t>(row * picture.columns + c));
                };
                const PictureCell cell = at(cells, column);
                const PictureCell other = at(mirror, cells.columns - 1 - column);
                EXPECT_EQ(shown(cell, 1), shown(other, 2));
                EXPECT_EQ(shown(cell, 2), shown(other, 1));
                EXPECT_EQ(shown(cell, 4), shown(other, 8));
                EXPECT_EQ(shown(cell, 8), shown(other, 4));
            }
        }
        EXPECT_EQ(mirrored(mirror), cells);
    }
}

TEST(MirroredCells, LeaveLettersAsTheyAre) {
    const CellPicture cells{2, 1, {{U'#', {}, {}}, {U'▘', {}, {}}}};
    EXPECT_EQ(mirrored(cells), (CellPicture{2, 1, {{U'▝', {}, {}}, {U'#', {}, {}}}}));
}

TEST(LookAlike, IsWhatDiffersByLessThanTheEyeSees) {
    const auto grey = [](std::uint8_t value) { return Colour::of({value, value, value}); };
    const Rgb black;
    const PictureCell cell{U'█', grey(100), {}};
    // Four quarters, three parts each: 12 squares of the difference, less than 16,000.
    EXPECT_TRUE(look_alike(cell, {U'█', grey(136), {}}, black));
    EXPECT_FALSE(look_alike(cell, {U'█', grey(137), {}}, black));
    // The same colours, written the other way round.
    EXPECT_TRUE(look_alike({U'▀', grey(9), grey(200)}, {U'▄', grey(200), grey(9)}, black));
    EXPECT_FALSE(look_alike({U'▀', grey(9), grey(200)}, {U'▀', grey(200), grey(9)}, black));
    // What is open shows the background.
    EXPECT_TRUE(look_alike(PictureCell{}, {U'█', grey(20), {}}, {20, 20, 20}));
    EXPECT_FALSE(look_alike(PictureCell{}, {U'█', grey(90), {}}, black));
    // Of other signs every difference counts.
    EXPECT_TRUE(look_alike({U'o', grey(1), {}}, {U'o', grey(1), {}}, black));
    EXPECT_FALSE(look_alike({U'o', grey(1), {}}, {U'o', grey(2), {}}, black));
    EXPECT_FALSE(look_alike({U'o', grey(1), {}}, {U'█', grey(1), {}}, black));
}

}  // namespace
}  // namespace hipflow::figure
