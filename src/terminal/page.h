// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "terminal/big_text.h"
#include "terminal/frame.h"

namespace hipflow {

/// Text to read and a question to answer, as the live screen shows them between two sets.
struct Page {
    std::string text;      // lines; long ones are wrapped
    std::string question;  // may have lines too
    std::vector<std::string> options;
    std::string answer;  // as typed so far
    bool by_one_key = false;
    std::string large = {};  // capitals above it all
};

/// The text from the end upward, since that belongs to the question; what does not fit is cut at
/// the top. Options stand below each other, and a number typed is drawn large where there is room:
/// both are read lying down. So are the capitals, which need room too.
Frame draw_page(const Page& page, Size size, Blocks blocks);

/// The text in screenfuls of at most `rows` lines of at most `columns`.
std::vector<std::string> screenfuls(std::string_view text, int columns, int rows);

/// The columns that text on a screen of that size may take.
int page_columns(Size size);
/// The rows that are left for text above a question.
int page_rows(const Page& page, Size size);

}  // namespace hipflow
