// SPDX-License-Identifier: MIT
#include "text/table.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/wrap.h"

namespace hipflow {

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

}  // namespace hipflow
