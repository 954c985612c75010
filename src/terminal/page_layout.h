// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "terminal/frame.h"
#include "terminal/page.h"

namespace hipflow {

/// What of a page is on the screen at once: lines to read, then the question, then its options, in
/// columns of one width.
struct Screenful {
    std::vector<std::string> text;
    std::vector<std::string> asked;
    std::vector<std::string> options;
    int option_columns = 1;
    int option_width = 0;

    int option_rows() const;
    int rows() const;  // with a blank line below the text
};

/// The page in screenfuls, in their order: one if all of it fits. Nothing is dropped or cut: what
/// does not fit above the question comes before it, and options that do not fit below it come in
/// parts, each with the question above it. The end of the text stays with the question where it
/// can.
std::vector<Screenful> lay_out(const Page& page, Size size);

/// Lines as they are where they fit, wrapped under their own beginning where not.
std::vector<std::string> lines_of(std::string_view text, int columns);

/// The columns that text on a screen of that size may take.
int page_columns(Size size);

/// The rows below the question and its options: a blank one, one that says how to go on where more
/// is to come, and the answer.
int foot_rows(const Page& page, Size size, bool is_last);

}  // namespace hipflow
