// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/frame.h"
#include "terminal/letters.h"

namespace hipflow::terminal {

/// Text to read and a question to answer, as the live screen shows them between two sets.
struct Page {
    std::string text;      // lines; long ones are wrapped
    std::string question;  // lines too; those that begin with two spaces are options
    std::vector<std::string> options;
    std::string answer;  // as typed so far
    bool by_one_key = false;
    std::string large = {};                       // capitals above it all
    std::vector<std::string> short_options = {};  // of all options, where there is little room
    std::size_t screen = 0;                       // the screenful that is shown
};

/// In place of a screenful: the last one, with the question.
inline constexpr std::size_t last_screen = std::numeric_limits<std::size_t>::max();

/// Returns how many screenfuls the page takes at that size. Every line is on one of them, and the
/// question is on the last.
std::size_t screens_of(const Page& page, Size size);

/// Returns whether the screenful that is shown has the question, or part of its options.
bool shows_question(const Page& page, Size size);

/// Draws the screenful that is shown, or the last one if there are fewer. What is typed is in sight
/// on each. Options stand below each other, and a typed number and the capitals are drawn large
/// where there is room: they are read lying down.
Frame draw_page(const Page& page, Size size, Blocks blocks);

}  // namespace hipflow::terminal
