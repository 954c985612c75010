// SPDX-License-Identifier: MIT
#include "terminal/chooser.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

constexpr int list_columns = 60;  // more are hard to read across
constexpr int mark_columns = 2;
constexpr int label_columns = 3;
constexpr int rows_for_title = 2;
constexpr int rows_for_keys = 2;
constexpr int rows_for_blanks_in_list = 8;  // a lower screen has none to spare

/// The entries that are on the screen: [first, last).
struct Shown {
    std::size_t first = 0;
    std::size_t last = 0;
};

Shown shown_around(std::size_t marked, std::size_t count, int rows) {
    const auto room = static_cast<std::size_t>(std::max(rows, 1));
    if (count <= room) return {0, count};
    const std::size_t first = std::min(marked - std::min(marked, room / 2), count - room);
    return {first, first + room};
}

void draw_entry(Frame& frame, int row, int left, int columns, const Chooser& chooser,
                std::size_t index) {
    const auto& [text, note] = chooser.list.entries[index];
    const bool marked = index == chooser.marked;
    const Ink ink = marked ? Ink::strong : Ink::normal;
    if (marked) frame.text(row, left, ">", Ink::strong, mark_columns);
    frame.text(row, left + mark_columns, key_of_entry(index), Ink::strong, label_columns);
    const int begin = mark_columns + label_columns;
    const int note_columns = note.empty() ? 0 : width(note) + 1;
    const int room = std::max(columns - begin - note_columns, 0);
    frame.text(row, left + begin, text, ink, room);
    if (!note.empty()) {
        frame.text(row, left + columns - note_columns + 1, note, Ink::faint, note_columns - 1);
    }
}

/// Returns the keys that choose, as far as there is room to tell them.
std::string_view keys_for(int columns) {
    constexpr std::string_view all = "arrows and Enter, or a key; g or Escape closes the list";
    constexpr std::string_view fewer = "Enter chooses    g closes";
    return static_cast<int>(all.size()) <= columns ? all : fewer;
}

}  // namespace

std::optional<Chosen> press_in(Chooser& chooser, std::string_view key) {
    const std::size_t count = chooser.list.entries.size();
    if (key == key_escape || key == "g" || key == "G") return Chosen{std::nullopt};
    if (key == key_enter) {
        return chooser.marked < count ? Chosen{chooser.marked} : Chosen{std::nullopt};
    }
    if (key == key_up && chooser.marked > 0) --chooser.marked;
    if (key == key_down && chooser.marked + 1 < count) ++chooser.marked;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string own = key_of_entry(i);
        if (!own.empty() && key == own) return Chosen{i};
    }
    return std::nullopt;
}

Frame draw_chooser(const Chooser& chooser, Size size) {
    Frame frame(size);
    const int columns = std::max(std::min(size.columns - 2, list_columns), 1);
    const int left = std::max((size.columns - columns) / 2, 0);
    const bool airy = size.rows >= rows_for_blanks_in_list;
    const int top = airy ? rows_for_title : 1;
    const int room = size.rows - top - (airy ? rows_for_keys : 1);
    frame.text(0, left, chooser.list.title, Ink::strong, columns);
    const Shown shown = shown_around(chooser.marked, chooser.list.entries.size(), room);
    int row = top;
    for (std::size_t i = shown.first; i < shown.last; ++i) {
        draw_entry(frame, row++, left, columns, chooser, i);
    }
    frame.text(size.rows - 1, left, keys_for(columns), Ink::faint, columns);
    return frame;
}

}  // namespace hipflow::terminal
