// SPDX-License-Identifier: MIT
#include "report/setup_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::report {
namespace {

/// Puts a sign before every line.
std::string marked_lines(std::string_view text, char sign) {
    std::string lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines += fmt::format("{} {}\n", sign, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Well, and neither to be noticed nor a warning.
bool is_unnoticed(const today::Finding& finding) {
    return finding.well && finding.noticed.empty() && finding.advice.empty() &&
           !finding.state.starts_with("warning");
}

/// Do rows have a line each?
bool fits(const Rows& rows, std::size_t columns, int width_of_line) {
    std::vector<int> widest(columns, 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < columns; ++i) widest[i] = std::max(widest[i], width(row[i]));
    }
    constexpr int between = 2;
    const int gaps = between * (static_cast<int>(columns) - 1);
    return std::accumulate(widest.begin(), widest.end(), gaps) <= width_of_line;
}

}  // namespace

std::string settings_text(std::string_view file, std::string_view database,
                          const std::vector<catalog::SettingLine>& lines, const Style& style) {
    Rows rows;
    rows.reserve(lines.size());
    for (const auto& line : lines) {
        rows.push_back({line.key, "= " + line.value, "# " + line.origin});
    }
    const std::vector<Column> columns = {{Align::left}, {Align::left}, {Align::left, 1, true}};
    if (!fits(rows, columns.size(), style.columns)) {
        for (auto& row : rows) {
            if (row.back() == "# default") row.back().clear();  // a line of its own says too little
        }
    }
    return fmt::format("# file: {}\n# database: {}\n", shown(file, file.size()),
                       shown(database, database.size())) +
           table(rows, columns, style.columns);
}

std::string findings_text(const today::Findings& found, const Style& style, bool verbose) {
    constexpr std::size_t line_length = 800;
    std::string text;
    for (const auto& finding : found) {
        const bool noticed = finding.well && !finding.noticed.empty();
        if (!verbose && is_unnoticed(finding)) continue;
        const std::string mark =
            finding.well ? style.paint(Tint::green, "ok   ") : style.paint(Tint::red, "wrong");
        const std::string words =
            noticed && !verbose
                ? shown(finding.noticed, line_length)
                : fmt::format("{}: {}", finding.subject, shown(finding.state, line_length));
        text += labelled(mark + ' ', words, style.columns);
        if (!finding.advice.empty()) text += labelled("      ", finding.advice, style.columns);
    }
    return text;
}

std::string askers_text(const std::vector<today::Asker>& askers) {
    std::string text;
    for (const auto& asker : askers) text += fmt::format("{}: {}\n", asker.name, asker.state);
    return text;
}

std::string change_lines(std::string_view before, std::string_view after) {
    return marked_lines(before, '-') + marked_lines(after, '+');
}

}  // namespace hipflow::report
