// SPDX-License-Identifier: MIT
#include "terminal/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "terminal/page_layout.h"
#include "text/columns.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

/// "x stop this exercise": the key first, as it is to be pressed.
void draw_option(Frame& frame, int row, int column, std::string_view option, int columns) {
    const auto key = option.substr(0, option.find(' '));
    frame.text(row, column, option, Ink::normal, columns);
    frame.text(row, column, key, Ink::strong, width(key));
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The end of what is typed: that is where the next character goes.
std::string typed_line(std::string_view answer, int columns) {
    std::string line = fmt::format("> {}_", answer);
    while (width(line) > columns && answer.size() > 1) {
        const auto point = first_code_point(answer);
        answer.remove_prefix(point ? point->length : 1);
        line = fmt::format("> ~{}_", answer);
    }
    return line;
}

void draw_foot(Frame& frame, int row, int left, const Page& page, Blocks blocks) {
    const int columns = page_columns(frame.size());
    if (page.by_one_key) {
        return frame.text(row, left, "One key is enough.", Ink::faint, columns);
    }
    frame.text(row, left, typed_line(page.answer, columns), Ink::alert, columns);
    constexpr int dot = 2;
    const Size large = big_size(page.answer, dot);
    const bool fits = row + 1 + large.rows < frame.size().rows;
    if (!is_number(page.answer) || !fits) return;
    draw_big(frame, row + 2, left + 2, page.answer, dot, blocks, Ink::alert);
}

/// How to go on where more is to come, and what is typed so far: it counts on the last screen.
void draw_more(Frame& frame, int row, int left, const Page& page, std::size_t screen,
               std::size_t screens) {
    const int columns = page_columns(frame.size());
    std::string more = fmt::format("Enter: more ({} of {})", screen + 1, screens);
    if (screen > 0) more += ", left arrow: back";
    frame.text(row, left, more, Ink::strong, columns);
    if (page.by_one_key) return;
    frame.text(row + 1, left, typed_line(page.answer, columns), Ink::alert, columns);
}

/// The dots of the capitals; none where there is no room for them.
int dot_for(std::string_view large, Size size, int rows, Blocks blocks) {
    if (large.empty()) return 0;
    for (const int dot : {4, 2, 1}) {
        if (blocks != Blocks::half && dot % 2 != 0) continue;
        const Size wanted = big_size(large, dot);
        if (wanted.columns <= page_columns(size) && wanted.rows + 1 <= rows) return dot;
    }
    return 0;
}

void draw_options(Frame& frame, int row, int left, const Screenful& shown) {
    constexpr int indent = 2;
    const int step = (page_columns(frame.size()) - indent) / shown.option_columns;
    const int rows = shown.option_rows();
    for (int i = 0; i < static_cast<int>(shown.options.size()); ++i) {
        draw_option(frame, row + i % rows, left + indent + i / rows * step,
                    shown.options[static_cast<std::size_t>(i)], std::max(shown.option_width, 1));
    }
}

}  // namespace

std::size_t screens_of(const Page& page, Size size) { return lay_out(page, size).size(); }

bool shows_question(const Page& page, Size size) {
    const auto screens = lay_out(page, size);
    const Screenful& shown = screens[std::min(page.screen, screens.size() - 1)];
    return page.screen + 1 >= screens.size() || !shown.options.empty();
}

Frame draw_page(const Page& page, Size size, Blocks blocks) {
    Frame frame(size);
    const int columns = page_columns(size);
    const int left = std::max((size.columns - columns) / 2, 0);
    const auto screens = lay_out(page, size);
    const std::size_t screen = std::min(page.screen, screens.size() - 1);
    const bool is_last = screen + 1 == screens.size();
    const Screenful& shown = screens[screen];
    const int foot = foot_rows(page, size, is_last);
    const int used = shown.rows() + foot;
    const int number_rows = big_size("00", 2).rows;  // a number typed is drawn large below
    const int dot = is_last ? dot_for(page.large, size, size.rows - used - number_rows, blocks) : 0;
    const int large_rows = dot == 0 ? 0 : big_size(page.large, dot).rows + 1;
    int row = std::max(size.rows - used - large_rows, 0) / 3;
    if (dot > 0) draw_big(frame, row, left, page.large, dot, blocks, Ink::strong);
    row += large_rows;
    for (const auto& line : shown.text) frame.text(row++, left, line, Ink::normal, columns);
    if (!shown.text.empty() && (!shown.asked.empty() || !shown.options.empty())) ++row;
    for (const auto& line : shown.asked) frame.text(row++, left, line, Ink::strong, columns);
    if (!shown.options.empty()) draw_options(frame, row, left, shown);
    row += shown.option_rows() + foot - (is_last || page.by_one_key ? 1 : 2);
    if (is_last) {
        draw_foot(frame, row, left, page, blocks);
    } else {
        draw_more(frame, row, left, page, screen, screens.size());
    }
    return frame;
}

}  // namespace hipflow
