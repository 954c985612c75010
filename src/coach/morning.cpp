// SPDX-License-Identifier: MIT
#include "coach/morning.h"

#include <algorithm>
#include <vector>

#include "coach/gate.h"

namespace hipflow {
namespace {

constexpr auto usual_window = std::chrono::days(14);  // CONTENT 3.3

/// The highest of several sites; soreness only where nothing else was told.
std::optional<Morning> told(Day day, std::span<const Morning> mornings) {
    std::optional<Morning> highest;
    for (const auto& morning : mornings) {
        if (morning.for_day != day || morning.sore) continue;
        if (!highest || morning.score > highest->score) highest = morning;
    }
    return highest;
}

bool further_than(const DayAfter& done, std::span<const Morning> mornings) {
    if (!done.distance) return false;
    return std::ranges::any_of(mornings, [&](const Morning& morning) {
        return morning.for_day == done.day && !morning.sore && morning.distance &&
               *morning.distance > *done.distance && *morning.distance >= beyond_the_hip;
    });
}

}  // namespace

std::optional<double> usual_before(Day day, std::span<const Morning> mornings) {
    std::vector<Day> days;
    for (const auto& morning : mornings) {
        const bool within = morning.for_day < day && morning.for_day >= day - usual_window;
        if (within && !morning.sore) days.push_back(morning.for_day);
    }
    std::ranges::sort(days, std::ranges::greater{});
    const auto repeated = std::ranges::unique(days);
    days.erase(repeated.begin(), repeated.end());
    std::vector<PainScore> scores;
    for (const Day each : days) {
        if (const auto morning = told(each, mornings)) scores.push_back(morning->score);
    }
    return usual_score(scores);
}

std::optional<MorningColour> morning_colour(const DayAfter& done, std::span<const Morning> mornings,
                                            const PainThresholds& thresholds) {
    if (further_than(done, mornings)) return MorningColour::red;
    const auto morning = told(done.day, mornings);
    if (!morning) return std::nullopt;
    const int score = morning->score.value();
    if (score >= thresholds.morning_red) return MorningColour::red;
    auto usual = usual_before(done.day, mornings);
    if (!usual && done.before) usual = done.before->value();
    if (!usual) return std::nullopt;
    if (score - *usual >= thresholds.morning_red_rise) return MorningColour::red;
    // Half points come of a median of two: a rise of one and a half is more than noise.
    if (score - *usual > thresholds.morning_amber_rise - 1) return MorningColour::amber;
    return MorningColour::ok;
}

}  // namespace hipflow
