// SPDX-License-Identifier: MIT
#include "text/dumbbell.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace hipflow {
namespace {

constexpr std::string_view now_mark(bool unicode) { return unicode ? "●" : "*"; }

int cell_of(double value, double most, int cells) {
    const double share = std::clamp(value / most, 0.0, 1.0);
    return static_cast<int>(std::lround(share * (cells - 1)));
}

}  // namespace

std::string dumbbell(std::optional<double> before, double after, double most, int cells,
                     bool unicode) {
    const int last = cell_of(after, most, cells);
    const int first = before ? cell_of(*before, most, cells) : last;
    std::string line;
    for (int i = 0; i < cells; ++i) {
        if (i == last) {
            line += now_mark(unicode);
        } else if (i == first) {
            line += 'o';
        } else {
            line += unicode ? "·" : ".";
        }
    }
    return line;
}

std::string dumbbell_legend(bool unicode) {
    return fmt::format("o first, {} last", now_mark(unicode));
}

}  // namespace hipflow
