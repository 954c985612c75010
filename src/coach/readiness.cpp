// SPDX-License-Identifier: MIT
#include "coach/readiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "domain/names.h"

namespace hipflow::coach {
namespace {

constexpr int most_needed = 8;
constexpr int needed_when_steady = 6;
constexpr auto inferred_within = std::chrono::days(8);  // as coach/gate has it

std::string unknown_words(Day day, Day today) {
    const std::string name = short_day(day);
    if (day >= today) return fmt::format("the morning after {} is still to come", name);
    if (today - day <= inferred_within) {
        return fmt::format("pain at your next start tells how the morning after {} was", name);
    }
    return fmt::format("the morning after {} is not known", name);
}

/// Returns whether the morning after that day is not known yet, and may become so.
bool may_be_told(Day day, const std::vector<DayAfter>& mornings, Day today) {
    const auto known = std::ranges::find(mornings, day, &DayAfter::day);
    return (known == mornings.end() || !known->colour) && today - day <= inferred_within;
}

std::optional<std::string> morning_flaw(Day day, const std::vector<DayAfter>& mornings, Day today) {
    const auto known = std::ranges::find(mornings, day, &DayAfter::day);
    const auto colour = known == mornings.end() ? std::nullopt : known->colour;
    if (!colour) return unknown_words(day, today);
    if (*colour == MorningColour::ok) return std::nullopt;
    return fmt::format("the morning after {} was sorer", short_day(day));
}

/// Why an exposure is no reason to step up, whatever its morning was like; nullopt if it is one.
std::optional<std::string> flaw(const Counted& exposure, const CoachThresholds& coach) {
    const std::string day = short_day(exposure.day);
    if (exposure.colour != Colour::green) return fmt::format("it was sorer on {}", day);
    if (!exposure.before || !exposure.rise) {
        return fmt::format("pain at the start of {} was not answered", day);
    }
    if (exposure.before->value() > coach.most_before && !exposure.steady) {
        return fmt::format("pain was {} at the start on {}", exposure.before->value(), day);
    }
    if (*exposure.rise > coach.most_rise) {
        return fmt::format("pain rose by {} on {}", *exposure.rise, day);
    }
    if (exposure.effort == Effort::hard) return fmt::format("the session of {} was hard", day);
    return std::nullopt;
}

}  // namespace

Readiness readiness(const SideState& side, const std::vector<DayAfter>& mornings,
                    const CoachThresholds& coach, Day today) {
    Readiness result;
    const Counted* later = nullptr;
    for (const auto& exposure : side.counted | std::views::reverse) {
        auto words = flaw(exposure, coach);
        const bool is_newest = later == nullptr || (result.waits && later->day == exposure.day);
        const bool waits = !words && is_newest && may_be_told(exposure.day, mornings, today);
        if (!words) words = morning_flaw(exposure.day, mornings, today);
        if (words) {
            if (result.comfortable.empty() && !result.waits) result.spoilt_by = std::move(words);
            if (!waits) break;
            result.waits = true;
            if (later == nullptr) later = &exposure;
            continue;
        }
        const auto apart = std::chrono::hours(coach.hours_apart);
        const bool next =
            later == nullptr || (exposure.day != later->day && later->at - exposure.at >= apart);
        if (!next) continue;
        const auto morning = std::ranges::find(mornings, exposure.day, &DayAfter::day);
        result.inferred |= morning != mornings.end() && morning->inferred;
        result.steady |= exposure.steady;
        (result.waits ? result.behind : result.comfortable).push_back(exposure.day);
        later = &exposure;
    }
    return result;
}

std::size_t comfortable_needed(const Readiness& ready, int failures, const CoachThresholds& coach) {
    int needed = std::min(coach.comfortable_sessions * (1 + failures), most_needed);
    if (ready.inferred) ++needed;
    if (ready.steady) needed = std::max(needed, needed_when_steady);
    return static_cast<std::size_t>(needed);
}

}  // namespace hipflow::coach
