// SPDX-License-Identifier: MIT
#include "schedule/tokens.h"

#include <algorithm>

namespace hipflow {

int tokens_left(Day begun, int per_week, std::span<const Day> used, Day today,
                std::chrono::weekday week_starts) {
    constexpr int most_saved = 2;
    constexpr auto week_length = std::chrono::days(7);
    int left = 0;
    for (Day week = week_of(begun, week_starts); week <= today; week += week_length) {
        left = std::max(left, std::min(most_saved, left + per_week));
        const auto taken = std::ranges::count_if(used, [&](Day day) {
            const bool last = week + week_length > today;  // what is skipped in advance, too
            return day >= std::max(begun, week) && (last || day < week + week_length);
        });
        left = std::max(0, left - static_cast<int>(taken));
    }
    return left;
}

}  // namespace hipflow
