// SPDX-License-Identifier: MIT
#include "terminal/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "terminal/face.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

using Lines = std::vector<std::string>;

constexpr int text_columns = 76;
constexpr int margin = 2;
constexpr int option_indent = 2;
constexpr int between_columns = 1;
constexpr int most_option_columns = 3;
constexpr int rows_for_blanks = 6;  // a lower screen has none to spare

int count(const Lines& lines) { return static_cast<int>(lines.size()); }

/// The part of a page that is on the screen at once: lines to read, then the question, then its
/// options, in columns of one width.
struct Screenful {
    Lines text;
    Lines asked;
    Lines options;
    int option_columns = 1;
    int option_width = 0;

    int option_rows() const { return (count(options) + option_columns - 1) / option_columns; }
    /// With a blank line below the text.
    int rows() const {
        const int below = count(asked) + option_rows();
        return count(text) + (text.empty() || below == 0 ? 0 : 1) + below;
    }
};

/// Returns the columns that text on a screen of that size may take.
int page_columns(Size size) {
    return std::max(std::min(size.columns - 2 * margin, text_columns), 1);
}

/// Returns the rows below the question and its options: a blank one, one that says how to go on
/// where more is to come, and the answer.
int foot_rows(const Page& page, Size size, bool is_last) {
    const int blank = size.rows >= rows_for_blanks ? 1 : 0;
    if (is_last) return blank + 1;
    return blank + (page.by_one_key ? 1 : 2);
}

/// Adds a line in pieces of at most so many columns, for words that are longer than a line.
void add_cut(Lines& lines, std::string_view line, int columns) {
    while (width(line) > columns) {
        std::size_t end = 0;
        int taken = 0;
        while (end < line.size()) {
            const auto point = first_code_point(line.substr(end));
            const int wanted = point ? columns_of(point->value) : 1;
            if (taken + wanted > columns && end > 0) break;
            taken += wanted;
            end += point ? point->length : 1;
        }
        lines.emplace_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    lines.emplace_back(line);
}

/// Splits a text into lines. Those that do not fit are wrapped under their own beginning.
Lines lines_of(std::string_view text, int columns) {
    Lines lines;
    for (const auto line : lines_in(text)) {
        if (width(line) <= columns) {
            lines.emplace_back(line);
            continue;
        }
        std::string indent(std::min(line.find_first_not_of(" -"), line.size()), ' ');
        if (static_cast<int>(indent.size()) * 2 > columns) indent.clear();
        const std::string begin(line.substr(0, indent.size()));
        const std::string_view rest = line.substr(indent.size());
        const int room = std::max(columns - static_cast<int>(indent.size()), 1);
        Lines parts;
        for (const auto& part : wrapped(rest, room)) add_cut(parts, part, room);
        bool first = true;
        for (const auto& part : parts)
            lines.push_back((std::exchange(first, false) ? begin : indent) + part);
    }
    return lines;
}

Lines taken_from(Lines& lines, int begin, int end) {
    return {std::make_move_iterator(lines.begin() + begin),
            std::make_move_iterator(lines.begin() + end)};
}

/// The options as they stand below the question.
struct Grid {
    Lines options;
    int columns = 1;
    int width = 0;
    int rows() const { return (count(options) + columns - 1) / columns; }
};

/// Puts the options into so many columns. Returns nullopt if one of them is too long for that.
std::optional<Grid> grid_of(const Lines& options, int columns, int room) {
    const int each = room / columns - (columns > 1 ? between_columns : 0);
    const bool fits = std::all_of(options.begin(), options.end(),
                                  [&](const auto& option) { return width(option) <= each; });
    if (!fits) return std::nullopt;
    return Grid{options, columns, each};
}

/// Puts the options below each other, the long ones wrapped.
Grid wrapped_grid(const Lines& options, int room) {
    Grid grid{{}, 1, room};
    for (const auto& option : options) {
        for (auto& line : lines_of(option, room)) grid.options.push_back(std::move(line));
    }
    return grid;
}

/// Returns the ways in which options may stand, the most readable first.
std::vector<Grid> grids_of(const Page& page, const Lines& options, int room) {
    std::vector<Grid> grids = {wrapped_grid(options, room)};
    const auto add = [&](const Lines& what) {
        for (int columns = 1; columns <= most_option_columns; ++columns) {
            if (auto grid = grid_of(what, columns, room)) grids.push_back(*std::move(grid));
        }
    };
    add(options);
    if (!page.short_options.empty()) add(page.short_options);
    return grids;
}

/// The question, apart from the options that stand in it as lines of their own.
struct Asked {
    Lines lines;
    Lines options;
};

Asked asked_by(const Page& page, int columns) {
    Asked asked;
    std::string head;
    for (const auto line : lines_in(page.question)) {
        if (line.starts_with("  ")) {
            asked.options.emplace_back(line.substr(2));
        } else {
            head += std::string(line) + '\n';
        }
    }
    asked.lines = lines_of(head, columns);
    asked.options.insert(asked.options.end(), page.options.begin(), page.options.end());
    return asked;
}

/// Returns where to cut the text so that at most `room` lines of it stay with the question: at a
/// paragraph, unless the lines before it would take another screen of `most` lines for that.
int cut_of(const Lines& text, int room, int most) {
    const int all = count(text);
    if (all <= room) return 0;
    const int least = all - std::max(room, 0);
    const int end = std::min((least + most - 1) / most * most + 1, all);
    for (int begin = least; begin < end; ++begin) {
        if (text[static_cast<std::size_t>(begin) - 1].empty()) return begin;
    }
    return least;
}

class PageLayout {
   public:
    PageLayout(const Page& page, Size size)
        : page_(page),
          size_(size),
          columns_(page_columns(size)),
          option_room_(std::max(columns_ - option_indent, 1)),
          text_(lines_of(page.text, columns_)),
          asked_(asked_by(page, columns_)) {
        while (!text_.empty() && text_.back().empty()) text_.pop_back();
        shorten_question();
    }

    std::vector<Screenful> run() && {
        const int room = rows_left(true) - count(asked_.lines);
        auto grids = grids_of(page_, asked_.options, option_room_);
        // A shorter list is better than a second screen for the text above it.
        const int above = text_.empty() ? 0 : count(text_) + 1;
        const bool fits_whole = std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
            return grid.rows() + above <= room;
        });
        for (auto& grid : grids) {
            if (grid.rows() + (fits_whole ? above : 0) > room) continue;
            end_with(std::move(grid), room);
            return std::move(screens_);
        }
        add_parts(grids);
        return std::move(screens_);
    }

   private:
    int rows_left(bool is_last) const { return size_.rows - foot_rows(page_, size_, is_last); }

    /// Makes text of the beginning of a question that is longer than a screen.
    void shorten_question() {
        const int options = asked_.options.empty() ? 0 : 1;
        const int most = std::max(rows_left(options == 0) - options, 1);
        const int spare = count(asked_.lines) - most;
        if (spare <= 0) return;
        for (auto& line : taken_from(asked_.lines, 0, spare)) text_.push_back(std::move(line));
        asked_.lines.erase(asked_.lines.begin(), asked_.lines.begin() + spare);
    }

    void end_with(Grid grid, int room) {
        const int above = room - grid.rows() - 1;  // and a blank
        const int cut = cut_of(text_, above, std::max(rows_left(false), 1));
        add_text(cut);
        Screenful last;
        last.text = taken_from(text_, cut, count(text_));
        last.asked = std::move(asked_.lines);
        last.options = std::move(grid.options);
        last.option_columns = grid.columns;
        last.option_width = grid.width;
        screens_.push_back(std::move(last));
    }

    /// Adds the first lines of the text, as many at a time as there is room for.
    void add_text(int end) {
        const int most = std::max(rows_left(false), 1);
        for (int begin = 0; begin < end; begin += most) {
            Screenful screen;
            screen.text = taken_from(text_, begin, std::min(begin + most, end));
            screens_.push_back(std::move(screen));
        }
    }

    /// Adds the options in parts, each below the question.
    void add_parts(const std::vector<Grid>& grids) {
        if (asked_.options.empty()) {
            add_text(count(text_));
            screens_.push_back({{}, asked_.lines, {}, 1, 0});
            return;
        }
        const Grid grid =
            *std::min_element(grids.begin(), grids.end(),
                              [](const Grid& a, const Grid& b) { return a.rows() < b.rows(); });
        const int room = std::max(rows_left(false) - count(asked_.lines), 1);
        // A few lines of text stand above the first part.
        const bool short_text = !text_.empty() && (count(text_) + 1) * 2 <= room;
        if (!short_text) add_text(count(text_));
        int rows = short_text ? room - count(text_) - 1 : room;
        for (int begin = 0; begin < count(grid.options); rows = room) {
            Screenful screen;
            if (short_text && begin == 0) screen.text = text_;
            screen.asked = asked_.lines;
            const int end = std::min(begin + rows * grid.columns, count(grid.options));
            screen.options.assign(grid.options.begin() + begin, grid.options.begin() + end);
            screen.option_columns = grid.columns;
            screen.option_width = grid.width;
            screens_.push_back(std::move(screen));
            begin = end;
        }
    }

    const Page& page_;
    Size size_;
    int columns_;
    int option_room_;
    Lines text_;
    Asked asked_;
    std::vector<Screenful> screens_;
};

/// Splits a page into screenfuls: one if all of it fits. Nothing is dropped or cut: what does not
/// fit above the question comes before it, and options that do not fit below it come in parts, each
/// with the question above it. The end of the text stays with the question if it can.
std::vector<Screenful> screenfuls_of(const Page& page, Size size) {
    return PageLayout(page, size).run();
}

/// Draws an option, "x stop this exercise", with its key in strong ink.
void draw_option(Frame& frame, int row, int column, std::string_view option, int columns) {
    const auto key = option.substr(0, option.find(' '));
    frame.text(row, column, option, Ink::normal, columns);
    frame.text(row, column, key, Ink::strong, width(key));
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Returns the end of what is typed, where the next character goes.
std::string typed_line(std::string_view answer, int columns) {
    std::string line = fmt::format("> {}_", answer);
    while (width(line) > columns && answer.size() > 1) {
        const auto point = first_code_point(answer);
        answer.remove_prefix(point ? point->length : 1);
        line = fmt::format("> ~{}_", answer);
    }
    return line;
}

void draw_foot(Frame& frame, int row, int left, const Page& page, bool is_only, Blocks blocks) {
    const int columns = page_columns(frame.size());
    if (page.by_one_key && page.answer.empty()) {
        return frame.text(row, left,
                          is_only ? "Press one key; no Enter needed."
                                  : "Press one key; <- shows what comes before.",
                          Ink::faint, columns);
    }
    frame.text(row, left, typed_line(page.answer, columns), Ink::alert, columns);
    constexpr int dot = 2;
    const Size large = letters_size(page.answer, {dot}, blocks);
    const bool fits = row + 1 + large.rows < frame.size().rows;
    if (!is_number(page.answer) || !fits) return;
    draw_letters(frame, row + 2, left + 2, page.answer, {dot}, blocks, Ink::alert);
}

/// Draws how to go on where more is to come, and what is typed so far.
void draw_more(Frame& frame, int row, int left, const Page& page, std::size_t screen,
               std::size_t screens) {
    const int columns = page_columns(frame.size());
    std::string more = fmt::format("Enter: more ({} of {})", screen + 1, screens);
    if (screen > 0) more += ", <-: back";
    frame.text(row, left, more, Ink::strong, columns);
    if (page.by_one_key) return;
    frame.text(row + 1, left, typed_line(page.answer, columns), Ink::alert, columns);
}

/// Returns the size of a dot of the capitals, or 0 if there is no room for them.
int dot_for(std::string_view large, Size size, int rows, Blocks blocks) {
    if (large.empty()) return 0;
    for (const int dot : {4, 2, 1}) {
        if (blocks != Blocks::half && dot % 2 != 0) continue;
        const Size wanted = letters_size(large, {dot}, blocks);
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

std::size_t screens_of(const Page& page, Size size) { return screenfuls_of(page, size).size(); }

bool shows_question(const Page& page, Size size) {
    const auto screens = screenfuls_of(page, size);
    const Screenful& shown = screens[std::min(page.screen, screens.size() - 1)];
    return page.screen >= screens.size() - 1 || !shown.options.empty();
}

Frame draw_page(const Page& page, Size size, Blocks blocks) {
    Frame frame(size);
    const int columns = page_columns(size);
    const int left = std::max((size.columns - columns) / 2, 0);
    const auto screens = screenfuls_of(page, size);
    const std::size_t screen = std::min(page.screen, screens.size() - 1);
    const bool is_last = screen + 1 == screens.size();
    const Screenful& shown = screens[screen];
    const int foot = foot_rows(page, size, is_last);
    const int used = shown.rows() + foot;
    const int number_rows = letter_rows({2}, blocks);  // a number typed is drawn large below
    const int dot = is_last ? dot_for(page.large, size, size.rows - used - number_rows, blocks) : 0;
    const int large_rows = dot == 0 ? 0 : letter_rows({dot}, blocks) + 1;
    int row = std::max(size.rows - used - large_rows, 0) / 3;
    if (dot > 0) draw_letters(frame, row, left, page.large, {dot}, blocks, Ink::strong);
    row += large_rows;
    for (const auto& line : shown.text) frame.text(row++, left, line, Ink::normal, columns);
    if (!shown.text.empty() && (!shown.asked.empty() || !shown.options.empty())) ++row;
    for (const auto& line : shown.asked) frame.text(row++, left, line, Ink::strong, columns);
    if (!shown.options.empty()) draw_options(frame, row, left, shown);
    row += shown.option_rows() + foot - (is_last || page.by_one_key ? 1 : 2);
    if (is_last) {
        draw_foot(frame, row, left, page, screens.size() == 1, blocks);
    } else {
        draw_more(frame, row, left, page, screen, screens.size());
    }
    return frame;
}
}  // namespace hipflow::terminal
