// SPDX-License-Identifier: MIT
#include "terminal/draw.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "terminal/draw_large.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

bool is_small(Size size) {
    return size.columns < smallest_screen.columns || size.rows < smallest_screen.rows;
}

/// The characters of lines and bars.
struct LineGlyphs {
    char32_t done;
    char32_t ahead;
    char32_t tick;
    char32_t bar_done;
    char32_t bar_ahead;
};

/// The Linux console has no thick line.
LineGlyphs glyphs_for_lines(Blocks blocks) {
    switch (blocks) {
        case Blocks::half:
            return {U'━', U'─', U'│', U'█', U'░'};
        case Blocks::full:
            return {U'═', U'─', U'│', U'█', U'░'};
        case Blocks::ascii:
            break;
    }
    return {U'=', U'-', U'|', U'#', U'.'};
}

/// Draws the name of the exercise in the largest letters that fit.
void draw_name(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks) {
    const int columns = frame.size().columns - 2 * layout.margin;
    const auto large = large_text(scene.name, {columns, layout.name_rows}, blocks);
    if (large && large->lines.size() == 1) {
        const int row = (layout.name_rows - large->size.rows) / 2;
        return draw_letters(frame, row, layout.margin, scene.name, large->type, blocks,
                            Ink::strong);
    }
    frame.text((layout.name_rows - 1) / 2, layout.margin, scene.name, Ink::strong, columns);
}

/// Draws how far the session is, with a tick where each exercise ends, and says it in words.
void draw_progress(Frame& frame, const Scene& scene, int row, int margin, Blocks blocks) {
    const std::string words = scene.count + (blocks == Blocks::ascii ? ", " : " · ") + scene.time;
    const int end = frame.size().columns - margin;
    // The line keeps its length as the time gets shorter.
    const int room = std::max(width(words), width(scene.count) + width(" · last minute"));
    const int columns = end - margin - room - 2;
    frame.text(row, end - width(words), words, Ink::normal, width(words));
    const LineGlyphs lines = glyphs_for_lines(blocks);
    const auto column_of = [&](double share) {
        return static_cast<int>(std::lround(share * columns));
    };
    const int filled = column_of(scene.progress);
    const auto put = [&](int column, char32_t done, char32_t ahead) {
        if (column >= columns) return;
        const bool passed = column < filled;
        frame.put(row, margin + column, {passed ? done : ahead, passed ? Ink::gap : Ink::faint});
    };
    for (int column = 0; column < columns; ++column) put(column, lines.done, lines.ahead);
    int last = -1;
    for (const double tick : scene.ticks) {
        last = std::max(column_of(tick) - 1, last + 1);  // each has a column of its own
        put(last, lines.tick, lines.tick);
    }
}

/// Says what is under way, with its side: "HOLD, LEFT LEG".
std::string label_of(const Scene& scene) {
    std::string label = scene.state;
    if (!scene.side.words.empty()) label += ", " + scene.side.words;
    if (!scene.clock.empty()) label += "  " + scene.clock;
    return label;
}

/// The same without the side, where a bar is to follow in the same row and both would not fit.
std::string short_label_of(const Scene& scene) {
    return scene.clock.empty() ? scene.state : scene.state + "  " + scene.clock;
}

/// Draws how far it is what is under way: a bar over the whole width below its label, or behind it.
void draw_bar(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks) {
    constexpr int least = 8;
    constexpr int between = 2;
    const int end = frame.size().columns - layout.margin;
    const bool inline_bar = layout.label_row == layout.bar_row;
    std::string label = label_of(scene);
    const auto begin_behind = [&] { return layout.margin + width(label) + between; };
    if (inline_bar && end - begin_behind() < least) label = short_label_of(scene);
    frame.text(layout.label_row, layout.margin, label, Ink::strong, end - layout.margin);
    const int begin = inline_bar ? begin_behind() : layout.margin;
    const int columns = end - begin;
    if (!scene.bar || columns < least) return;
    const LineGlyphs lines = glyphs_for_lines(blocks);
    const int filled = static_cast<int>(std::lround(*scene.bar * columns));
    for (int row = 0; row < layout.bar_rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const bool done = column < filled;
            frame.put(layout.bar_row + row, begin + column,
                      {done ? lines.bar_done : lines.bar_ahead, done ? scene.ink : Ink::faint});
        }
    }
}

/// Splits paragraphs into pages of at most `rows`. A paragraph is broken only if it is longer than
/// a page.
std::vector<std::vector<std::string>> pages_of(const std::vector<std::string>& paragraphs,
                                               int columns, int rows) {
    const auto most = static_cast<std::size_t>(rows);
    std::vector<std::vector<std::string>> pages(1);
    for (const auto& paragraph : paragraphs) {
        const auto lines = wrapped(paragraph, columns);
        if (lines.size() > most) {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (i % most == 0 && !pages.back().empty()) pages.emplace_back();
                pages.back().push_back(lines[i]);
            }
            continue;
        }
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

/// Draws the sentence that is heard: in large letters where it fits in them.
void draw_words(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks,
                bool notice) {
    constexpr int widest_line = 76;
    const Area& area = layout.words;
    const int columns = std::min(area.size.columns, widest_line);
    const bool far = area.size.rows > 3;
    if (far && !notice && scene.cue.size() == 1 && large_text(scene.cue[0], area.size, blocks)) {
        return draw_fitting(frame, area, scene.cue[0], blocks, Ink::normal);
    }
    const auto words = notice ? pages_of({scene.notice}, columns, area.size.rows).front()
                              : words_now(scene, columns, area.size.rows);
    int row = area.row;
    for (const auto& line : words) {
        frame.text(row++, area.column, line, notice ? Ink::alert : Ink::normal, area.size.columns);
    }
}

/// Returns what comes next, and as many of the exercises after it as fit.
std::string road_words(const Scene& scene, int columns, Blocks blocks) {
    std::string words = scene.next;
    for (std::size_t i = 0; i < scene.road.size(); ++i) {
        const std::string_view between = blocks == Blocks::ascii ? ", " : "  ·  ";
        const std::string longer = words + std::string(between) + scene.road[i];
        const bool last = i + 1 == scene.road.size();
        if (width(longer) > columns - (last ? 0 : 2)) {
            return words + (blocks == Blocks::ascii ? " ..." : " …");
        }
        words = longer;
    }
    return words;
}

void draw_next(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks, bool notice) {
    constexpr int columns_for_road = 100;
    const int inside = frame.size().columns - 2 * layout.margin;
    if (notice) {
        return frame.text(layout.next_row, layout.margin, scene.notice, Ink::alert, inside);
    }
    const bool road = frame.size().columns >= columns_for_road;
    frame.text(layout.next_row, layout.margin,
               road ? road_words(scene, inside, blocks) : scene.next, Ink::normal, inside);
}

/// Returns as many hints as fit. The last one is always kept: it leads to all others.
std::vector<KeyHint> fitting(std::vector<KeyHint> hints, int columns, int between) {
    const auto wide = [&] {
        int sum = 0;
        for (const auto& hint : hints) sum += width(hint.key) + 1 + width(hint.what) + between;
        return sum - between;
    };
    while (hints.size() > 1 && wide() > columns) hints.erase(hints.end() - 2);
    return hints;
}

/// Writes the arrow keys as arrows, where there are any.
std::string key_names(std::string_view keys, Blocks blocks) {
    if (blocks == Blocks::ascii) return std::string(keys);
    if (keys.starts_with("->")) return "→" + std::string(keys.substr(2));
    if (keys.starts_with("<-")) return "←" + std::string(keys.substr(2));
    return std::string(keys);
}

void draw_keys(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks) {
    constexpr int between = 3;
    const int end = frame.size().columns - layout.margin;
    auto hints = scene.keys;
    for (auto& hint : hints) hint.key = key_names(hint.key, blocks);
    int column = layout.margin;
    for (const auto& hint : fitting(std::move(hints), end - column, between)) {
        frame.text(layout.keys_row, column, hint.key, Ink::normal, end - column);
        column += width(hint.key) + 1;
        frame.text(layout.keys_row, column, hint.what, Ink::faint, end - column);
        column += width(hint.what) + between;
    }
}

/// Says in one line what is under way: "24 seconds  HOLD, LEFT LEG".
std::string state_line(const Scene& scene) {
    const std::string begin =
        scene.digits.empty() ? scene.headline : scene.digits + " " + scene.unit;
    return begin + ", " + label_of(scene);
}

/// Draws the scene in words where large digits do not fit, the most important first.
Frame draw_small(const Scene& scene, Size size) {
    Frame frame(size);
    const std::array<std::pair<std::string, Ink>, 6> lines = {
        {{state_line(scene), scene.ink},
         {scene.name, Ink::strong},
         {scene.notice, Ink::alert},
         {scene.cue.empty() ? "" : scene.cue.front(), Ink::normal},
         {scene.next, Ink::normal},
         {scene.count + ", " + scene.time, Ink::faint}}};
    int row = 0;
    for (const auto& [text, ink] : lines) {
        if (text.empty()) continue;
        for (const auto& line : wrapped(text, std::max(size.columns, 1))) {
            frame.text(row++, 0, line, ink, size.columns);
        }
    }
    return frame;
}

FigureRoom room_for(const Scene& scene) {
    if (!scene.figure_room) return FigureRoom::none;
    const bool upright = scene.figure && is_upright(scene.figure->figure->base);
    return upright ? FigureRoom::tall : FigureRoom::beside;
}

Layout layout_of(const Scene& scene, Size size, Blocks blocks) {
    const std::string room = scene.digits_room.empty() ? "00" : scene.digits_room;
    return lay_out(size, room, blocks, room_for(scene));
}

}  // namespace

std::optional<Area> figure_area(const Scene& scene, Size size, Blocks blocks) {
    if (is_small(size)) return std::nullopt;
    return layout_of(scene, size, blocks).figure;
}

Frame draw(const Scene& scene, Size size, Blocks blocks, FigurePainter* painter) {
    if (is_small(size)) return draw_small(scene, size);
    Frame frame(size);
    const Layout layout = layout_of(scene, size, blocks);
    draw_name(frame, scene, layout, blocks);
    draw_progress(frame, scene, layout.name_rows, layout.margin, blocks);
    draw_large(frame, scene, layout, blocks);
    if (painter != nullptr && layout.figure && scene.figure) {
        painter->draw(frame, *layout.figure, *scene.figure);
    }
    draw_bar(frame, scene, layout, blocks);
    // A notice longer than a line takes the place of the words.
    const bool notice = !scene.notice.empty();
    const bool long_notice = width(scene.notice) > size.columns - 2 * layout.margin;
    draw_words(frame, scene, layout, blocks, notice && long_notice);
    draw_next(frame, scene, layout, blocks, notice && !long_notice);
    draw_keys(frame, scene, layout, blocks);
    return frame;
}

namespace {

struct KeyLine {
    std::string_view key;
    std::string_view what;
    std::string_view brief;  // where there is room for two columns alone
};

constexpr std::array key_lines = {
    KeyLine{"space", "pause, and continue; Enter does the same", "pause"},
    KeyLine{"-> n", "next; in a gap: to the count-in, then begin", "next"},
    KeyLine{"<- b", "again; twice: the one before", "again"},
    KeyLine{"+", "two more reps, or 10 more seconds", "more"},
    KeyLine{"e", "an easier exercise", "easier"},
    KeyLine{"x", "another exercise for the same purpose", "another"},
    KeyLine{"g", "go to an exercise of the list", "go to"},
    KeyLine{"p", "it hurts", "it hurts"},
    KeyLine{"h", "how it goes", "how it goes"},
    KeyLine{"t", "time to go", "time to go"},
    KeyLine{"u", "undo a skip, within 5 seconds", "undo a skip"},
    KeyLine{"q", "finish here", "finish"},
    KeyLine{"?", "this list, on and off", "this list"},
};

}  // namespace

Frame draw_help(const Scene& scene, Size size, Blocks blocks) {
    constexpr int key_columns = 7;
    constexpr int brief_columns = 20;
    constexpr int long_columns = 52;
    constexpr int all = static_cast<int>(key_lines.size());
    Frame frame(size);
    const int margin = is_small(size) ? 0 : margin_of(size);
    frame.text(0, margin, state_line(scene), scene.ink, size.columns - margin);
    if (!is_small(size)) draw_progress(frame, scene, 1, margin, blocks);
    const int top = size.rows >= all + 4 ? 3 : is_small(size) ? 1 : 2;
    const bool in_full = size.columns >= long_columns && size.rows >= top + all;
    const int columns = in_full ? 1 : std::max(size.columns / brief_columns, 1);
    const int rows = (all + columns - 1) / columns;
    for (int i = 0; i < all; ++i) {
        const KeyLine& line = key_lines.at(static_cast<std::size_t>(i));
        const int row = top + i % rows;
        const int column = margin + i / rows * brief_columns;
        const int end = in_full ? size.columns : std::min(column + brief_columns, size.columns);
        frame.text(row, column, key_names(line.key, blocks), Ink::strong, end - column);
        frame.text(row, column + key_columns, in_full ? line.what : line.brief, Ink::normal,
                   end - column - key_columns);
    }
    return frame;
}

}  // namespace hipflow::terminal
