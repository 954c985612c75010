// SPDX-License-Identifier: MIT
#include "terminal/page.h"

#include <algorithm>

#include "text/columns.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

constexpr int text_columns = 76;
constexpr int margin = 2;

/// Lines as they are where they fit, wrapped under their own beginning where not.
std::vector<std::string> lines_of(std::string_view text, int columns) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const std::string line(text.substr(0, newline));
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        if (width(line) <= columns) {
            lines.push_back(line);
            continue;
        }
        const std::string indent(std::min(line.find_first_not_of(" -"), line.size()), ' ');
        bool first = true;
        const std::string_view rest = std::string_view(line).substr(indent.size());
        for (const auto& part : wrapped(rest, columns - static_cast<int>(indent.size()))) {
            lines.push_back((first ? line.substr(0, indent.size()) : indent) + part);
            first = false;
        }
    }
    return lines;
}

/// The lines of a question and its options. A long list of those gets a second column rather than
/// lose its end.
struct Asked {
    std::vector<std::string> lines;
    std::vector<std::string> options;  // behind `indent`
    int option_columns = 1;
    int option_rows() const {
        return (static_cast<int>(options.size()) + option_columns - 1) / option_columns;
    }
    int rows() const { return static_cast<int>(lines.size()) + option_rows(); }
};

constexpr std::string_view indent = "  ";
constexpr int answer_rows = 2;  // and a blank before

Asked asked_by(const Page& page, Size size) {
    Asked asked;
    for (auto& line : lines_of(page.question, page_columns(size))) {
        const bool listed = line.substr(0, indent.size()) == indent;
        (listed ? asked.options : asked.lines).push_back(listed ? line.substr(2) : line);
    }
    asked.options.insert(asked.options.end(), page.options.begin(), page.options.end());
    constexpr int most_option_columns = 3;
    while (asked.rows() + answer_rows > size.rows && asked.option_columns < most_option_columns) {
        ++asked.option_columns;
    }
    return asked;
}

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

void draw_answer(Frame& frame, int row, int left, const Page& page, Blocks blocks) {
    const int columns = page_columns(frame.size());
    if (page.by_one_key) {
        return frame.text(row, left, "One key is enough.", Ink::faint, columns);
    }
    frame.text(row, left, "> " + page.answer + "_", Ink::alert, columns);
    constexpr int dot = 2;
    const Size large = big_size(page.answer, dot);
    const bool fits = row + 1 + large.rows < frame.size().rows;
    if (!is_number(page.answer) || !fits) return;
    draw_big(frame, row + 2, left + 2, page.answer, dot, blocks, Ink::alert);
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

}  // namespace

int page_columns(Size size) {
    return std::max(std::min(size.columns - 2 * margin, text_columns), 1);
}

int page_rows(const Page& page, Size size) {
    constexpr int blank = 1;
    return std::max(size.rows - asked_by(page, size).rows() - blank - answer_rows, 0);
}

Frame draw_page(const Page& page, Size size, Blocks blocks) {
    Frame frame(size);
    const int columns = page_columns(size);
    const int left = std::max((size.columns - columns) / 2, 0);
    auto text = lines_of(page.text, columns);
    while (!text.empty() && text.back().empty()) text.pop_back();
    const Asked asked = asked_by(page, size);
    const auto room = static_cast<std::size_t>(page_rows(page, size));
    if (text.size() > room)
        text.erase(text.begin(), text.end() - static_cast<std::ptrdiff_t>(room));
    const int used =
        static_cast<int>(text.size()) + (text.empty() ? 0 : 1) + asked.rows() + answer_rows;
    const int number_rows = big_size("00", 2).rows;  // a number typed is drawn large below
    const int dot = dot_for(page.large, size, size.rows - used - number_rows, blocks);
    const int large_rows = dot == 0 ? 0 : big_size(page.large, dot).rows + 1;
    // A question that is too long loses its beginning: the answer is always seen.
    const int spare = size.rows - used - large_rows;
    int row = spare >= 0 ? spare / 3 : spare;
    if (dot > 0) draw_big(frame, row, left, page.large, dot, blocks, Ink::strong);
    row += large_rows;
    for (const auto& line : text) frame.text(row++, left, line, Ink::normal, columns);
    if (!text.empty()) ++row;
    for (const auto& line : asked.lines) frame.text(row++, left, line, Ink::strong, columns);
    const int option_columns = (columns - 2) / asked.option_columns;
    for (int i = 0; i < static_cast<int>(asked.options.size()); ++i) {
        const int column = left + 2 + i / asked.option_rows() * option_columns;
        draw_option(frame, row + i % asked.option_rows(), column,
                    asked.options[static_cast<std::size_t>(i)], option_columns - 1);
    }
    row += asked.option_rows();
    draw_answer(frame, row + 1, left, page, blocks);
    return frame;
}

std::vector<std::string> screenfuls(std::string_view text, int columns, int rows) {
    std::vector<std::string> result;
    const auto lines = lines_of(text, columns);
    const auto most = static_cast<std::size_t>(std::max(rows, 1));
    for (std::size_t i = 0; i < lines.size(); i += most) {
        std::string part;
        for (std::size_t j = i; j < std::min(i + most, lines.size()); ++j) part += lines[j] + '\n';
        result.push_back(std::move(part));
    }
    return result;
}

}  // namespace hipflow
