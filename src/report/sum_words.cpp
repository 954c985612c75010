// SPDX-License-Identifier: MIT
#include "report/sum_words.h"

#include <fmt/format.h>

#include <cmath>

#include "stats/period.h"

namespace hipflow {

std::string work_words(Millis work) {
    const auto minutes = std::lround(std::chrono::duration<double, std::ratio<60>>(work).count());
    if (minutes < 60) return fmt::format("{} min", minutes);
    return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string share_words(const DayTotals& sums) {
    const auto share = work_share(sums);
    return share ? fmt::format("{:.0f} %", *share * 100) : "-";
}

std::string mean_words(const ScoreSum& scores) {
    if (scores.n == 0) return "-";
    return fmt::format("{:.1f}", static_cast<double>(scores.sum) / scores.n);
}

}  // namespace hipflow
