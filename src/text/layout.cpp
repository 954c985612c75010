// SPDX-License-Identifier: MIT
#include "text/layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace hipflow {

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
    return lines;
}

std::string paragraph(std::string_view text, int columns, int indent) {
    std::string result;
    for (const auto& line : wrapped(text, columns - indent)) {
        if (!result.empty()) result += std::string(static_cast<std::size_t>(indent), ' ');
        result += line;
        result += '\n';
    }
    return result;
}

std::string labelled(std::string_view label, std::string_view text, int columns) {
    return std::string(label) + paragraph(text, columns, width(label));
}

std::string wrapped_lines(std::string_view text, int columns) {
    std::string result;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const std::string_view line = text.substr(0, newline);
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        if (width(line) <= columns) {
            result += fmt::format("{}\n", line);
            continue;
        }
        const std::size_t indent = std::min(line.find_first_not_of(" -"), line.size());
        result += labelled(line.substr(0, indent), line.substr(indent), columns);
    }
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

std::string table(const std::vector<std::vector<std::string>>& rows,
                  const std::vector<Align>& alignment) {
    std::vector<int> widths(alignment.size(), 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) line += "  ";
            line += alignment[i] == Align::left ? padded(row[i], widths[i])
                                                : right_aligned(row[i], widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

std::string fitting_table(std::vector<std::vector<std::string>> rows, std::vector<Align> alignment,
                          int columns) {
    const auto columns_taken = [&] {
        int taken = -2;
        for (std::size_t i = 0; i < alignment.size(); ++i) {
            int widest = 0;
            for (const auto& row : rows) widest = std::max(widest, width(row[i]));
            taken += widest + 2;
        }
        return taken;
    };
    while (alignment.size() > 1 && columns_taken() > columns) {
        alignment.pop_back();
        for (auto& row : rows) row.pop_back();
    }
    return table(rows, alignment);
}

}  // namespace hipflow
