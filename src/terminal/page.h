// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/frame.h"

namespace hipflow {

/// Text to read and a question to answer, as the live screen shows them between two sets.
struct Page {
    std::string text;      // lines; long ones are wrapped
    std::string question;  // may have lines too; those that begin with two spaces are options
    std::vector<std::string> options;
    std::string answer;  // as typed so far
    bool by_one_key = false;
    std::string large = {};                       // capitals above it all
    std::vector<std::string> short_options = {};  // all options, for where there is little room
    std::size_t screen = 0;                       // which screenful is on show
};

/// How many screenfuls the page makes at that size. Every line of it is on one of them, and the
/// question is on the last.
std::size_t screens_of(const Page& page, Size size);

/// Whether the screenful on show has the question, or part of its options.
bool shows_question(const Page& page, Size size);

/// The screenful on show, or the last one where there are fewer. What is typed is in sight on each.
/// Options stand below each other, and a number typed is drawn large where there is room: both are
/// read lying down. So are the capitals, which need room too.
Frame draw_page(const Page& page, Size size, Blocks blocks);

}  // namespace hipflow
