// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>

#include "terminal/frame.h"
#include "terminal/scene.h"

namespace hipflow {

/// Where the parts of the live screen stand. It hangs on the size of the terminal alone, and on
/// whether minutes are shown: nothing jumps when the words or the side change.
struct Layout {
    int large_top = 0;  // digits and word
    int large_rows = 0;
    int large_columns = 0;  // from the left
    int state_row = 0;
    int words_top = 0;
    int words_rows = 0;
    int next_row = 0;
    int keys_row = 0;
    int digit_dot = 2;
    int word_dot = 2;            // 0: no room for it beside minutes; it stands with the state
    bool abreast = false;        // the word beside the digits; else below them
    std::optional<Area> figure;  // nothing: no room for it, or it is not wanted
};

/// The widest word beside the digits.
inline constexpr std::string_view widest_word = "RIGHT";
/// Between digits and a word beside them, in dots of the word.
inline constexpr int dots_between = 3;

/// `room` is the widest text that the digits may become without a change of size: "00", "0:00". For
/// 60×16 and more. A figure takes the right half, if digits and word stay five rows high beside it.
Layout lay_out(Size size, std::string_view room, Blocks blocks, bool figure = false);

/// The columns for words to read: longer lines are hard to.
int words_columns(Size size);

/// How it is laid out; from 60×16 up. Below that in words alone.
Frame draw(const Scene& scene, Size size, Blocks blocks);

/// All keys of a session, over the scene: which goes on above them, small.
Frame draw_help(const Scene& scene, Size size, Blocks blocks);

/// The smallest terminal with a live screen (DESIGN 5).
inline constexpr Size smallest_screen{60, 16};

}  // namespace hipflow
