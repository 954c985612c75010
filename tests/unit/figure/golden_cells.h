// SPDX-License-Identifier: MIT
#pragma once
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "figure/cells.h"
#include "support/test_data.h"
#include "text/utf8.h"

// Pictures as text, to be compared with tests/golden/figures. A picture is its name in brackets,
// then a line for each row: the glyphs, a bar, and runs of cells of the same colours, "12*84/235"
// for ink 84 on paper 235. "-" is no colour.

namespace hipflow::figure::golden {

struct NamedPicture {
    std::string name;
    CellPicture picture;
};

inline std::string text_of(const Colour& colour) {
    const auto& [red, green, blue] = colour.value;
    switch (colour.kind) {
        case Colour::Kind::none:
            return "-";
        case Colour::Kind::numbered:
            return fmt::format("{}", red);
        case Colour::Kind::rgb:
            break;
    }
    return fmt::format("{:02x}{:02x}{:02x}", red, green, blue);
}

/// The rows of a picture as lines.
inline std::vector<std::string> lines_of(const CellPicture& picture) {
    std::vector<std::string> lines;
    for (auto row = picture.cells.begin(); row != picture.cells.end(); row += picture.columns) {
        std::string glyphs;
        std::string colours;
        const auto end = row + picture.columns;
        for (auto cell = row; cell != end; ++cell) glyphs += encoded(cell->glyph);
        for (auto cell = row; cell != end;) {
            const auto next = std::find_if(cell, end, [&](const PictureCell& other) {
                return other.ink != cell->ink || other.paper != cell->paper;
            });
            colours +=
                fmt::format(" {}*{}/{}", next - cell, text_of(cell->ink), text_of(cell->paper));
            cell = next;
        }
        lines.push_back(glyphs + "|" + colours);
    }
    return lines;
}

/// Every cell of a line by itself: its glyph and its colours.
inline std::vector<std::string> cells_of_line(const std::string& line) {
    const auto bar = line.rfind('|');
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < std::min(bar, line.size()); ++i) {
        const bool goes_on = (static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80;
        if (!goes_on) cells.emplace_back();
        if (!cells.empty()) cells.back() += line[i];
    }
    std::size_t cell = 0;
    std::stringstream runs(bar == std::string::npos ? "" : line.substr(bar + 1));
    for (std::string run; runs >> run;) {
        const auto star = run.find('*');
        const int times = std::atoi(run.c_str());
        for (int i = 0; i < times && cell < cells.size(); ++i) cells[cell++] += run.substr(star);
    }
    return cells;
}

using Lines = std::vector<std::string>;

/// The pictures of a file, by name.
inline std::map<std::string, Lines> pictures_in(std::istream& file) {
    std::map<std::string, Lines> pictures;
    std::string name;
    for (std::string line; std::getline(file, line);) {
        if (line.ends_with(']') && line.starts_with('[')) {
            name = line.substr(1, line.size() - 2);
        } else if (!line.empty()) {
            pictures[name].push_back(line);
        }
    }
    return pictures;
}

inline int different_cells(const Lines& drawn, const Lines& expected) {
    if (drawn.size() != expected.size()) return 9999;
    int different = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const auto a = cells_of_line(drawn[i]);
        const auto b = cells_of_line(expected[i]);
        if (a.size() != b.size()) return 9999;
        for (std::size_t j = 0; j < a.size(); ++j) {
            if (a[j] != b[j]) ++different;
        }
    }
    return different;
}

/// Compares pictures with tests/golden/figures/NAME.txt, or writes that file with
/// HIPFLOW_UPDATE_GOLDEN=1. Another compiler may round otherwise: two cells may differ.
inline void expect_pictures(const std::string& name, const std::vector<NamedPicture>& pictures) {
    constexpr int may_differ = 2;
    const auto path = support::test_data() / ".." / "golden" / "figures" / (name + ".txt");
    if (std::getenv("HIPFLOW_UPDATE_GOLDEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
        std::filesystem::create_directories(path.parent_path());
        std::ofstream file(path);
        for (const auto& [title, picture] : pictures) {
            file << '[' << title << "]\n";
            for (const auto& line : lines_of(picture)) file << line << '\n';
        }
        return;
    }
    std::ifstream file(path);
    const auto expected = pictures_in(file);
    EXPECT_EQ(expected.size(), pictures.size()) << name;
    for (const auto& [title, picture] : pictures) {
        const auto found = expected.find(title);
        if (found == expected.end()) {
            ADD_FAILURE() << name << " has no [" << title << "]";
            continue;
        }
        const Lines drawn = lines_of(picture);
        const int different = different_cells(drawn, found->second);
        EXPECT_LE(different, may_differ)
            << name << ", " << title << ": HIPFLOW_UPDATE_GOLDEN=1 accepts this:\n"
            << fmt::format("{}", fmt::join(drawn, "\n"));
    }
}

}  // namespace hipflow::figure::golden
