// SPDX-License-Identifier: MIT
#include "text/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace hipflow {
namespace {

std::string spaces(int count) {
    std::string text;
    text.resize(static_cast<std::size_t>(std::max(count, 0)), ' ');
    return text;
}

std::string_view without_tail(std::string_view text) {
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// Where the first word of a line begins, behind spaces and one mark.
std::size_t begin_of(std::string_view line) {
    const std::size_t mark = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view rest = line.substr(mark);
    for (const std::string_view each : {"- ", "+ ", "# "}) {
        if (!rest.starts_with(each)) continue;
        return mark + std::min(rest.find_first_not_of(' ', 1), rest.size());
    }
    return mark;
}

}  // namespace

std::string with_plain_spaces(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto kept = text.find(no_break_space);
        result += text.substr(0, kept);
        if (kept == std::string_view::npos) break;
        result += ' ';
        text.remove_prefix(kept + no_break_space.size());
    }
    return result;
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const auto space = text.find(' ');
        const std::string_view next = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        if (next.empty()) continue;
        std::string& line = lines.back();
        if (line.empty()) {
            line = next;
        } else if (width(line) + 1 + width(next) <= columns) {
            line += ' ';
            line += next;
        } else {
            lines.emplace_back(next);
        }
    }
    for (auto& line : lines) line = with_plain_spaces(line);
    return lines;
}

std::string paragraph(std::string_view text, int columns, int indent) {
    std::string result;
    for (const auto& line : wrapped(text, columns - indent)) {
        const int begin = std::clamp(columns - width(line), 0, std::max(indent, 0));
        if (!result.empty()) {
            result += spaces(begin);
        } else if (begin < indent) {
            result += '\n' + spaces(begin);  // not beside the label
        }
        result += line;
        result += '\n';
    }
    return result;
}

std::string labelled(std::string_view label, std::string_view text, int columns) {
    const std::string lines = paragraph(text, columns, width(label));
    if (lines.starts_with('\n')) return std::string(without_tail(label)) + lines;
    return std::string(label) + lines;
}

std::string wrapped_lines(std::string_view text, int columns) {
    std::string result;
    const bool ended = text.ends_with('\n');
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const std::string_view line = text.substr(0, newline);
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        if (width(line) <= columns) {
            result += fmt::format("{}\n", with_plain_spaces(line));
            continue;
        }
        const std::size_t indent = begin_of(line);
        result += labelled(line.substr(0, indent), line.substr(indent), columns);
    }
    if (!ended && !result.empty()) result.pop_back();
    return result;
}

std::string padded(std::string_view text, int columns) {
    const int missing = std::max(columns - width(text), 0);
    return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string right_aligned(std::string_view text, int columns) {
    const int missing = std::max(columns - width(text), 0);
    return std::string(static_cast<std::size_t>(missing), ' ') + std::string(text);
}

namespace {

constexpr int usual_gap = 2;
constexpr int below_indent = 4;

/// Lays rows out in a width: words are wrapped first, then gaps narrow, then columns yield.
class Layout {
   public:
    Layout(const Rows& rows, const std::vector<Column>& columns, int width, std::size_t headings)
        : rows_(rows), columns_(columns), width_(width), headings_(headings) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            stay_.push_back(i);
            widths_.push_back(widest_in(i));
        }
        while (taken() > width_ && let_some_yield()) {
        }
        while (taken() > width_ && narrow_one()) {
        }
        if (taken() > width_) gap_ = 1;
    }

    std::string row(std::size_t number) const {
        const auto& cells = rows_[number];
        std::vector<std::vector<std::string>> broken;
        std::size_t lines = 1;
        for (const auto i : stay_) {
            broken.push_back(i < cells.size() ? lines_of(cells[i], widths_[i])
                                              : std::vector<std::string>{});
            lines = std::max(lines, broken.back().size());
        }
        std::string text;
        for (std::size_t line = 0; line < lines; ++line) text += line_of(broken, line) + '\n';
        if (number < headings_) return text;
        for (const auto i : below_) {
            if (i >= cells.size() || cells[i].empty()) continue;
            text += labelled(spaces(below_indent), cells[i], width_);
        }
        return text;
    }

   private:
    int widest_in(std::size_t column) const {
        int widest = 0;
        for (const auto& row : rows_) {
            if (column < row.size()) widest = std::max(widest, hipflow::width(row[column]));
        }
        return widest;
    }

    int longest_word_in(std::size_t column) const {
        int longest = 1;
        for (const auto& row : rows_) {
            if (column >= row.size()) continue;
            const int indent = indent_of(row[column]);
            for (const auto& word : wrapped(row[column], 1)) {
                longest = std::max(longest, indent + hipflow::width(word));
            }
        }
        return longest;
    }

    int taken() const {
        int taken = -gap_;
        for (const auto i : stay_) taken += widths_[i] + gap_;
        return taken;
    }

    /// Takes the columns whose turn it is out of the rows.
    bool let_some_yield() {
        int turn = 0;
        for (const auto i : stay_) {
            const int own = columns_[i].yields;
            if (own != 0 && (turn == 0 || own < turn)) turn = own;
        }
        if (turn == 0) return false;
        for (const auto i : stay_) {
            if (columns_[i].yields == turn && columns_[i].below) below_.push_back(i);
        }
        std::ranges::sort(below_);
        std::erase_if(stay_, [&](std::size_t i) { return columns_[i].yields == turn; });
        return true;
    }

    /// Narrows the widest column that has something to break by as much as it takes.
    bool narrow_one() {
        std::optional<std::size_t> widest;
        for (const auto i : stay_) {
            const bool breaks = columns_[i].align == Align::left && longest_word_in(i) < widths_[i];
            if (breaks && (!widest || widths_[i] > widths_[*widest])) widest = i;
        }
        if (!widest) return false;
        widths_[*widest] =
            std::max(longest_word_in(*widest), widths_[*widest] - (taken() - width_));
        return true;
    }

    static int indent_of(std::string_view cell) {
        return static_cast<int>(std::min(cell.find_first_not_of(' '), cell.size()));
    }

    static std::vector<std::string> lines_of(const std::string& cell, int width) {
        if (hipflow::width(cell) <= width) return {cell};
        const int indent = indent_of(cell);
        std::vector<std::string> lines = wrapped(cell, width - indent);
        for (auto& line : lines) line.insert(0, spaces(indent));
        return lines;
    }

    std::string line_of(const std::vector<std::vector<std::string>>& cells,
                        std::size_t line) const {
        std::string text;
        for (std::size_t at = 0; at < stay_.size(); ++at) {
            const std::string cell = line < cells[at].size() ? cells[at][line] : "";
            const int columns = widths_[stay_[at]];
            if (at > 0) text += spaces(gap_);
            text += columns_[stay_[at]].align == Align::left ? padded(cell, columns)
                                                             : right_aligned(cell, columns);
        }
        return std::string(without_tail(text));
    }

    const Rows& rows_;
    const std::vector<Column>& columns_;
    int width_;
    std::size_t headings_;
    int gap_ = usual_gap;
    std::vector<std::size_t> stay_;   // columns that have their place
    std::vector<std::size_t> below_;  // columns that have moved
    std::vector<int> widths_;         // of all columns
};

}  // namespace

std::vector<std::string> table_rows(const Rows& rows, const std::vector<Column>& columns, int width,
                                    std::size_t headings) {
    const Layout layout(rows, columns, width, headings);
    std::vector<std::string> texts;
    texts.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        texts.push_back(wrapped_lines(layout.row(i), width));
    }
    return texts;
}

std::string table(const Rows& rows, const std::vector<Column>& columns, int width,
                  std::size_t headings) {
    std::string text;
    for (const auto& row : table_rows(rows, columns, width, headings)) text += row;
    return text;
}

}  // namespace hipflow
