// SPDX-License-Identifier: MIT
#include "coach/readiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "domain/names.h"

namespace hipflow {
namespace {

std::optional<std::string> morning_flaw(Day day, const std::vector<DayAfter>& mornings) {
    const auto known = std::ranges::find(mornings, day, &DayAfter::day);
    const auto colour = known == mornings.end() ? std::nullopt : known->colour;
    if (!colour) return fmt::format("the morning after {} was not answered", short_day(day));
    if (*colour == MorningColour::ok) return std::nullopt;
    return fmt::format("the morning after {} was above the usual", short_day(day));
}

/// Why an exposure is no reason to step up; nothing if it is one.
std::optional<std::string> flaw(const Counted& exposure, const std::vector<DayAfter>& mornings,
                                const CoachThresholds& coach) {
    const std::string day = short_day(exposure.day);
    if (exposure.colour != Colour::green) return fmt::format("on {} it hurt too much", day);
    if (!exposure.before || !exposure.rise) {
        return fmt::format("pain at the start of {} was not answered", day);
    }
    if (exposure.before->value() > coach.most_before) {
        return fmt::format("pain was {} at the start on {}", exposure.before->value(), day);
    }
    if (*exposure.rise > coach.most_rise) {
        return fmt::format("pain rose by {} on {}", *exposure.rise, day);
    }
    if (exposure.effort == Effort::hard) return fmt::format("the session of {} was hard", day);
    return morning_flaw(exposure.day, mornings);
}

}  // namespace

Readiness readiness(const SideState& side, const std::vector<DayAfter>& mornings,
                    const CoachThresholds& coach) {
    Readiness result;
    const Counted* later = nullptr;
    for (const auto& exposure : side.counted | std::views::reverse) {
        if (auto words = flaw(exposure, mornings, coach)) {
            if (result.comfortable.empty()) result.spoilt_by = std::move(words);
            break;
        }
        const auto apart = std::chrono::hours(coach.hours_apart);
        const bool next =
            later == nullptr || (exposure.day != later->day && later->at - exposure.at >= apart);
        if (!next) continue;
        result.comfortable.push_back(exposure.day);
        later = &exposure;
    }
    return result;
}

}  // namespace hipflow
