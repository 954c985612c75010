// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>

#include "terminal/figure_painter.h"
#include "terminal/frame.h"
#include "terminal/scene.h"

namespace hipflow::terminal {

/// The room that a figure wants: none; that beside the digits; or that beside the words as well,
/// for a body that is upright.
enum class FigureRoom { none, beside, tall };

/// Where the parts of the live screen stand. That depends only on the size of the terminal, on
/// whether minutes are shown, and on the room for the figure: nothing jumps when the words or the
/// side change.
struct Layout {
    int large_top = 0;  // digits and word
    int large_rows = 0;
    int large_columns = 0;  // from the left
    int state_row = 0;
    int words_top = 0;
    int words_rows = 0;
    int words_columns = 0;  // from the left, for state and words
    int next_row = 0;
    int keys_row = 0;
    int digit_dot = 2;
    int word_dot = 2;            // 0: no room beside minutes; the word stands with the state
    bool abreast = false;        // the word beside the digits; else below them
    std::optional<Area> figure;  // none: no room for it, or not wanted
};

/// The widest word beside the digits.
inline constexpr std::string_view widest_word = "RIGHT";
/// The space between digits and a word beside them, in dots of the word.
inline constexpr int dots_between = 3;

/// Lays out a screen of 60×16 or more. `room` is the widest text that the digits may become without
/// a change of size: "00", "0:00". A figure takes the right half if digits and word stay five rows
/// high beside it. That of an upright body goes on down beside the words where it would be small.
Layout lay_out(Size size, std::string_view room, Blocks blocks,
               FigureRoom figure = FigureRoom::none);

/// Returns where the figure of a scene stands; nullopt if there is no room, or not in this session.
std::optional<Area> figure_area(const Scene& scene, Size size, Blocks blocks);

/// Returns the columns for words: longer lines are hard to read.
int words_columns(Size size);

/// Draws a scene; on less than 60×16, in words alone. Without a painter the area of the figure
/// stays empty.
Frame draw(const Scene& scene, Size size, Blocks blocks, FigurePainter* painter = nullptr);

/// Draws the list of all keys, with the scene going on above it in one line.
Frame draw_help(const Scene& scene, Size size, Blocks blocks);

/// The smallest terminal with a live screen.
inline constexpr Size smallest_screen{60, 16};

}  // namespace hipflow::terminal
