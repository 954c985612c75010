// SPDX-License-Identifier: MIT
#include "terminal/draw.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "terminal/scene.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

constexpr int widest_line = 76;
constexpr int roomy = 20;     // from so many rows on there are blank rows between the parts
constexpr int spacious = 30;  // and from so many, more of them

struct Dots {
    int digits;
    int word;
    bool abreast;
};

bool fits(const Dots& dots, int room, int columns, int rows) {
    const int word = dots_wide(widest_word);
    const int digit_rows = big_size("0", dots.digits).rows;
    const int word_rows = big_size("0", dots.word).rows;
    if (dots.abreast) {
        const int wide = room * dots.digits + (dots_between + word) * dots.word;
        return wide <= columns && std::max(digit_rows, word_rows) <= rows;
    }
    return std::max(room * dots.digits, word * dots.word) <= columns &&
           digit_rows + 1 + word_rows <= rows;
}

/// The word counts twice, since it is the smaller of the two: both are to be read.
bool better(const Dots& one, const Dots& other) {
    const int size = one.digits + 2 * one.word;
    const int other_size = other.digits + 2 * other.word;
    if (size != other_size) return size > other_size;
    if (one.word != other.word) return one.word > other.word;
    return one.abreast && !other.abreast;
}

Dots largest(int room, int columns, int rows, Blocks blocks) {
    const int step = blocks == Blocks::half ? 1 : 2;
    Dots best{2, 0, true};  // fits in any case
    // This runs twenty times a second, so what is too wide in any arrangement is not tried.
    for (int word = step; word <= rows && word * dots_wide(widest_word) <= columns; word += step) {
        for (int digits = std::max(word, 2); digits <= rows && digits * room <= columns;
             digits += step) {
            for (const bool abreast : {false, true}) {
                const Dots dots{digits, word, abreast};
                if (fits(dots, room, columns, rows) && better(dots, best)) best = dots;
            }
        }
    }
    return best;
}

/// Returns whether letters are five rows high, which can be read from 2 m. See
/// docs/design/terminal.md, "Size and type".
bool is_large(int dot) {
    constexpr int least_rows = 5;
    return dot > 0 && big_size("0", dot).rows >= least_rows;
}

/// Returns the place of an upright body: down to the line that says what comes next, only as wide
/// as it needs, and no wider than leaves the words a good line.
Area tall_area(const Area& beside, const Layout& layout, int columns, int air) {
    const int rows = layout.next_row - air - layout.large_top;
    const int wide = std::min({rows * 5 / 3, columns * 3 / 8, beside.size.columns});
    return {layout.large_top, columns - 1 - wide, {wide, rows}};
}

}  // namespace

int words_columns(Size size) { return std::min(size.columns - 4, widest_line); }

Layout lay_out(Size size, std::string_view room, Blocks blocks, FigureRoom figure) {
    constexpr int header_rows = 2;
    constexpr int enough_rows = 16;  // for an upright body
    const int air = size.rows >= roomy ? 1 : 0;
    const int more_air = size.rows >= spacious ? 1 : 0;
    Layout layout;
    layout.keys_row = size.rows - 1;
    layout.next_row = layout.keys_row - 1 - air;
    layout.words_rows = std::clamp(size.rows / 6, 3, 7);
    layout.words_top = layout.next_row - air - layout.words_rows;
    layout.state_row = layout.words_top - 1 - more_air;
    layout.large_top = header_rows + air;
    layout.large_rows = layout.state_row - air - layout.large_top;
    const int digits_room = std::max(dots_wide(room), dots_wide("00"));
    const int half = size.columns / 2;
    std::optional<Dots> beside;
    if (figure != FigureRoom::none)
        beside = largest(digits_room, half - 2, layout.large_rows, blocks);
    const bool fits_beside = beside && is_large(beside->digits) && is_large(beside->word);
    layout.words_columns = size.columns;
    if (fits_beside) {
        layout.figure = Area{layout.large_top, half, {size.columns - half - 1, layout.large_rows}};
        if (figure == FigureRoom::tall && layout.large_rows < enough_rows) {
            layout.figure = tall_area(*layout.figure, layout, size.columns, air);
            layout.words_columns = layout.figure->column;
        }
    }
    layout.large_columns = fits_beside ? half : size.columns;
    const Dots dots =
        fits_beside ? *beside : largest(digits_room, size.columns - 2, layout.large_rows, blocks);
    layout.digit_dot = dots.digits;
    layout.word_dot = dots.word;
    layout.abreast = dots.abreast;
    return layout;
}

namespace {

bool is_small(Size size) {
    return size.columns < smallest_screen.columns || size.rows < smallest_screen.rows;
}

/// Splits paragraphs into pages of at most `rows`. A paragraph is broken only if it fills a page
/// alone.
std::vector<std::vector<std::string>> pages_of(const std::vector<std::string>& paragraphs,
                                               int columns, int rows) {
    const auto most = static_cast<std::size_t>(rows);
    std::vector<std::vector<std::string>> pages(1);
    for (const auto& paragraph : paragraphs) {
        auto lines = wrapped(paragraph, columns);
        if (lines.size() > most) lines.resize(most);
        if (pages.back().size() + lines.size() > most) pages.emplace_back();
        pages.back().insert(pages.back().end(), lines.begin(), lines.end());
    }
    return pages;
}

/// Returns the page whose turn it is: all are shown for the same time.
std::vector<std::string> words_now(const Scene& scene, int columns, int rows) {
    auto pages = pages_of(scene.cue, columns, rows);
    const auto of = static_cast<std::size_t>(std::max(scene.reading.of, 1));
    const auto done = static_cast<std::size_t>(std::max(scene.reading.done, 0));
    return std::move(pages[std::min(pages.size() * done / of, pages.size() - 1)]);
}

struct Line {
    char32_t done;
    char32_t left;
};

/// The Linux console has no thick line.
Line line_of(Blocks blocks) {
    if (blocks == Blocks::ascii) return {U'=', U'-'};
    return {blocks == Blocks::full ? U'═' : U'━', U'─'};
}

void draw_header(Frame& frame, const Scene& scene, Blocks blocks) {
    const int columns = frame.size().columns;
    const int left_columns = width(scene.left);
    frame.text(0, 1, scene.name, Ink::strong, columns - left_columns - 4);
    frame.text(0, columns - left_columns - 1, scene.left, Ink::faint, left_columns);
    const Line line = line_of(blocks);
    const int filled = static_cast<int>(std::lround(scene.progress * columns));
    for (int column = 0; column < columns; ++column) {
        const bool done = column < filled;
        frame.put(1, column, {done ? line.done : line.left, done ? Ink::gap : Ink::faint});
    }
}

/// Draws the digits and the word in the middle of their place.
void draw_large(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks) {
    const int columns = layout.large_columns;
    const Size digits = big_size(scene.big, layout.digit_dot);
    const Size word = big_size(scene.word, layout.word_dot);
    const Ink ink = scene.flash ? Ink::reversed : scene.ink;
    for (int row = 0; scene.flash && row < layout.large_rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            frame.put(layout.large_top + row, column, {U' ', Ink::reversed});
        }
    }
    const auto draw = [&](int row, int column, std::string_view text, int dot) {
        draw_big(frame, row, column, text, dot, blocks, ink, scene.stroke);
    };
    const int middle = layout.large_top + layout.large_rows / 2;
    if (!layout.abreast) {
        const int rows = digits.rows + 1 + word.rows;
        const int row = layout.large_top + std::max((layout.large_rows - rows) / 2, 0);
        draw(row, (columns - digits.columns) / 2, scene.big, layout.digit_dot);
        draw(row + digits.rows + 1, (columns - word.columns) / 2, scene.word, layout.word_dot);
        return;
    }
    // From 10 to 9 the word stays where it is.
    const int room = big_size(scene.big_room, layout.digit_dot).columns;
    const int between = dots_between * layout.word_dot;
    const int start = (columns - room - between - word.columns) / 2;
    const int top = middle - (digits.rows + 1) / 2;
    draw(top, start + room - digits.columns, scene.big, layout.digit_dot);
    draw(top + (digits.rows - word.rows) / 2, start + room + between, scene.word, layout.word_dot);
}

char32_t mark_of(bool passed, Blocks blocks) {
    if (blocks == Blocks::ascii) return passed ? U'#' : U'.';
    if (!passed) return U'·';
    return blocks == Blocks::full ? U'█' : U'■';
}

/// Draws lines aligned on the left, and the block of them in the middle of so many columns.
void draw_block(Frame& frame, int row, const std::vector<std::string>& lines, Ink ink,
                int columns) {
    int widest = 0;
    for (const auto& line : lines) widest = std::max(widest, width(line));
    const int left = std::max((columns - widest) / 2, 0);
    for (const auto& line : lines) frame.text(row++, left, line, ink, columns - left);
}

/// Draws "REP 3 OF 10", and how far the rep is, with one mark a second.
void draw_state(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks) {
    constexpr int most_marks = 20;
    const int row = layout.state_row;
    const bool word_here = layout.word_dot == 0;
    const std::string words = word_here ? scene.word + "  " + scene.state : scene.state;
    const int columns = width(words) + 3 + 2 * scene.pace.of - 1;
    const bool no_marks =
        scene.pace.of == 0 || scene.pace.of > most_marks || columns > layout.words_columns;
    if (no_marks) return draw_block(frame, row, {words}, Ink::strong, layout.words_columns);
    int column = (layout.words_columns - columns) / 2;
    frame.text(row, column, words, Ink::strong, width(words));
    column += width(words) + 3;
    for (int mark = 0; mark < scene.pace.of; ++mark) {
        const bool passed = mark < scene.pace.done;
        frame.put(row, column + 2 * mark,
                  {mark_of(passed, blocks), passed ? scene.ink : Ink::faint});
    }
}

/// Returns as many hints as fit. The last one is always kept: it leads to all others.
std::vector<KeyHint> fitting(std::vector<KeyHint> hints, int columns) {
    const auto wide = [&] {
        int sum = 0;
        for (const auto& hint : hints) sum += width(hint.key) + 1 + width(hint.what) + 3;
        return sum - 3;
    };
    while (hints.size() > 1 && wide() > columns) hints.erase(hints.end() - 2);
    return hints;
}

void draw_keys(Frame& frame, const Scene& scene, int row) {
    const int columns = frame.size().columns;
    const auto hints = fitting(scene.keys, columns - 2);
    int wide = -3;
    for (const auto& hint : hints) wide += width(hint.key) + 1 + width(hint.what) + 3;
    int column = std::max((columns - wide) / 2, 0);
    for (const auto& hint : hints) {
        frame.text(row, column, hint.key, Ink::normal, columns - column);
        column += width(hint.key) + 1;
        frame.text(row, column, hint.what, Ink::faint, columns - column);
        column += width(hint.what) + 3;
    }
}

void draw_words(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks) {
    draw_state(frame, scene, layout, blocks);
    const int columns = words_columns({layout.words_columns, frame.size().rows});
    // A notice longer than a line takes the place of the words.
    const bool short_notice = width(scene.notice) <= words_columns(frame.size());
    const bool instead = !short_notice && !scene.notice.empty();
    const auto words = instead ? pages_of({scene.notice}, columns, layout.words_rows).front()
                               : words_now(scene, columns, layout.words_rows);
    draw_block(frame, layout.words_top, words, instead ? Ink::alert : Ink::normal,
               layout.words_columns);
    const bool notice = short_notice && !scene.notice.empty();
    frame.centred(layout.next_row, notice ? scene.notice : scene.next,
                  notice ? Ink::alert : Ink::normal);
    draw_keys(frame, scene, layout.keys_row);
}

/// Draws the scene in words where large digits do not fit, the most important first.
Frame draw_small(const Scene& scene, Size size) {
    Frame frame(size);
    const std::string state = scene.big + "  " + scene.word + "  " + scene.state;
    const std::array<std::pair<std::string, Ink>, 5> lines = {{{state, scene.ink},
                                                               {scene.name, Ink::strong},
                                                               {scene.notice, Ink::alert},
                                                               {scene.next, Ink::normal},
                                                               {scene.left, Ink::faint}}};
    int row = 0;
    for (const auto& [text, ink] : lines) {
        if (!text.empty()) frame.text(row++, 0, text, ink, size.columns);
    }
    return frame;
}

FigureRoom room_for(const Scene& scene) {
    if (!scene.figure_room) return FigureRoom::none;
    const bool upright = scene.figure && is_upright(scene.figure->figure->base);
    return upright ? FigureRoom::tall : FigureRoom::beside;
}

}  // namespace

std::optional<Area> figure_area(const Scene& scene, Size size, Blocks blocks) {
    if (is_small(size)) return std::nullopt;
    return lay_out(size, scene.big_room, blocks, room_for(scene)).figure;
}

Frame draw(const Scene& scene, Size size, Blocks blocks, FigurePainter* painter) {
    if (is_small(size)) return draw_small(scene, size);
    Frame frame(size);
    const Layout layout = lay_out(size, scene.big_room, blocks, room_for(scene));
    draw_header(frame, scene, blocks);
    draw_large(frame, scene, layout, blocks);
    if (painter != nullptr && layout.figure && scene.figure) {
        painter->draw(frame, *layout.figure, *scene.figure);
    }
    draw_words(frame, scene, layout, blocks);
    return frame;
}

Frame draw_help(const Scene& scene, Size size, Blocks blocks) {
    if (is_small(size)) return draw_small(scene, size);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> keys = {{
        {"space", "pause, and go on; Enter does the same"},
        {"-> or n", "next; in a gap, count-in, then work"},
        {"<- or b", "again; twice, the one before"},
        {"+", "more time"},
        {"e", "easier exercise"},
        {"p", "it hurts"},
        {"h", "how it goes"},
        {"t", "time left"},
        {"u", "undo a skip, for 5 seconds"},
        {"q", "finish here"},
        {"?", "this list, on and off"},
    }};
    constexpr int key_columns = 10;
    constexpr int columns = key_columns + 37;
    Frame frame(size);
    draw_header(frame, scene, blocks);
    frame.centred(3, scene.big + "  " + scene.word + "  " + scene.state, scene.ink);
    const int left = (size.columns - columns) / 2;
    int row = 5 + std::max((size.rows - smallest_screen.rows) / 3, 0);
    for (const auto& [key, what] : keys) {
        frame.text(row, left, key, Ink::strong, key_columns);
        frame.text(row++, left + key_columns, what, Ink::normal, columns - key_columns);
    }
    return frame;
}

}  // namespace hipflow::terminal
