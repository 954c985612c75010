// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "golden_cells.h"
#include "shipped.h"

namespace hipflow::figure {
namespace {

using golden::NamedPicture;

struct Size {
    int columns;
    int rows;
};
constexpr Size live{38, 11};  // the least that the live screen gives a figure at 80x24

CellPicture drawn(const Movement& movement, double share, Size size, const Palette& palette,
                  Glyphs glyphs) {
    Raster raster(movement, grain_of_cells(size.columns, size.rows));
    return cells_of(raster.draw(movement.at(share)), palette, glyphs);
}

TEST(GoldenFigures, AreDrawnAsTheyWereLookedAt) {
    const Palette palette(ColourDepth::indexed, Theme::dark);
    for (const auto& [exercise, movement] : all_shipped()) {
        const auto at = [&](double share) {
            return drawn(movement, share, live, palette, Glyphs::quadrants);
        };
        golden::expect_pictures(
            exercise.id,
            {{"first", at(0)}, {"held", at(held_share(movement.figure()))}, {"last", at(1)}});
    }
}

struct Look {
    std::string name;
    ColourDepth depth = ColourDepth::indexed;
    Theme theme = Theme::dark;
    Glyphs glyphs = Glyphs::quadrants;
    Size size = live;
};

TEST(GoldenFigures, HaveALookForEveryTerminal) {
    const std::vector<Look> looks = {
        {"look-truecolor", ColourDepth::truecolor},
        {"look-16", ColourDepth::sixteen},
        {"look-8", ColourDepth::eight},
        {"look-none", ColourDepth::none},
        {"look-ascii", ColourDepth::sixteen, Theme::dark, Glyphs::ascii},
        {"look-light", ColourDepth::indexed, Theme::light},
        {"look-spaces", ColourDepth::eight, Theme::dark, Glyphs::spaces},
        {"look-64x24", ColourDepth::indexed, Theme::dark, Glyphs::quadrants, {64, 24}},
    };
    const std::vector<std::string> ids = {"bird-dog", "clamshell-band", "glute-bridge",
                                          "sit-to-stand"};
    for (const auto& [name, depth, theme, glyphs, size] : looks) {
        const Palette palette(depth, theme);
        std::vector<NamedPicture> pictures;
        for (const auto& id : ids) {
            const auto found = std::ranges::find_if(
                all_shipped(), [&](const Shipped& each) { return each.exercise.id == id; });
            ASSERT_NE(found, all_shipped().end()) << id;
            const Movement& movement = found->movement;
            pictures.push_back(
                {id, drawn(movement, held_share(movement.figure()), size, palette, glyphs)});
        }
        golden::expect_pictures(name, pictures);
    }
}

// ---- the comparison itself

const CellPicture two_rows{2,
                           2,
                           {{U'▄', Colour::numbered(7), {}},
                            {U' ', {}, {}},
                            {U'█', Colour::of({1, 2, 255}), Colour::numbered(9)},
                            {U'█', Colour::of({1, 2, 255}), Colour::numbered(9)}}};

TEST(GoldenText, SaysEveryCell) {
    const auto lines = golden::lines_of(two_rows);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "▄ | 1*7/- 1*-/-");
    EXPECT_EQ(lines[1], "██| 2*0102ff/9");
    EXPECT_EQ(golden::cells_of_line(lines[1]),
              (std::vector<std::string>{"█*0102ff/9", "█*0102ff/9"}));
}

TEST(GoldenText, CountsCellsThatDiffer) {
    const auto lines = golden::lines_of(two_rows);
    EXPECT_EQ(golden::different_cells(lines, lines), 0);
    CellPicture other = two_rows;
    other.cells[0].glyph = U'▀';
    other.cells[3].paper = {};
    EXPECT_EQ(golden::different_cells(golden::lines_of(other), lines), 2);
    EXPECT_GT(golden::different_cells({lines[0]}, lines), 100);
}

}  // namespace
}  // namespace hipflow::figure
