// SPDX-License-Identifier: MIT
#include "coach/gate.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <vector>

namespace hipflow::coach {
namespace {

constexpr std::size_t mornings_used = 7;
constexpr std::size_t mornings_needed = 3;
constexpr int least_for_rise_gentle = 3;  // a rise above the usual counts from this score on
constexpr int least_for_rise_rest = 4;    // the same, for rest

constexpr int highest_steady = 6;    // above it pain calls for rest, however usual it is
constexpr int moves_from_usual = 6;  // where that is usual, moving a little beats rest
constexpr int last_day_of_rest = 2;  // of a flare

constexpr auto usual_window = std::chrono::days(14);

/// The highest score of several sites; nullopt if only soreness was reported.
std::optional<Morning> told(Day day, std::span<const Morning> mornings) {
    std::optional<Morning> highest;
    for (const auto& morning : mornings) {
        if (morning.for_day != day || morning.sore) continue;
        if (!highest || morning.score > highest->score) highest = morning;
    }
    return highest;
}

}  // namespace

std::optional<double> usual_score(std::span<const PainScore> mornings) {
    if (mornings.size() < mornings_needed) return std::nullopt;
    const auto last = mornings.first(std::min(mornings.size(), mornings_used));
    std::vector<PainScore> sorted(last.begin(), last.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1) return sorted[middle].value();
    return (sorted[middle - 1].value() + sorted[middle].value()) / 2.0;
}

GateDecision decide_gate(std::optional<PainScore> before, std::optional<double> usual,
                         const PainThresholds& thresholds, int day_of_flare) {
    if (!before) return {};
    const int score = before->value();
    const double usually = usual.value_or(score);  // not known: no rise
    const auto risen = [&](int rise, int least) {
        return score >= usually + rise && score >= least;
    };
    const auto decided = [&](Gate gate, GateReason why, bool move = false) -> GateDecision {
        return {gate, why, score, usually, move};
    };
    if (score >= thresholds.before_refuse) return decided(Gate::refused, GateReason::pain);
    const bool move = day_of_flare > last_day_of_rest || (usual && *usual >= moves_from_usual);
    if (score >= thresholds.before_rest) return decided(Gate::rest, GateReason::pain, move);
    if (risen(thresholds.before_rise_rest, least_for_rise_rest)) {
        return decided(Gate::rest, GateReason::compared, move);
    }
    if (score >= thresholds.before_gentle && usual && score <= *usual + 1 &&
        score <= highest_steady) {
        return decided(Gate::none, GateReason::steady);
    }
    if (score >= thresholds.before_gentle) return decided(Gate::gentle, GateReason::pain);
    if (risen(thresholds.before_rise_gentle, least_for_rise_gentle)) {
        return decided(Gate::gentle, GateReason::compared);
    }
    return {};
}

std::string reason_words(const GateDecision& decision, const CareWords& words) {
    const std::string score = std::to_string(decision.score);
    const std::string usual = usual_words(decision.usual, words);
    switch (decision.why) {
        case GateReason::none:
            return {};
        case GateReason::pain:
            return words.say(Care::pain_now, {{"score", score}});
        case GateReason::compared:
            return words.say(Care::pain_compared, {{"score", score}, {"usual", usual}});
        case GateReason::steady:
            break;
    }
    if (decision.score < std::floor(decision.usual)) {
        return words.say(Care::steady_less, {{"score", score}, {"usual", usual}});
    }
    if (decision.score > std::ceil(decision.usual)) {
        return words.say(Care::steady_close, {{"score", score}, {"usual", usual}});
    }
    return words.say(Care::steady_usual, {{"score", score}});
}

int day_of_flare(Day today, std::span<const Start> starts, std::span<const Morning> mornings,
                 const PainThresholds& thresholds) {
    constexpr auto between = std::chrono::days(2);  // one day without a start at most
    Day first = today;
    for (const Start& start : starts | std::views::reverse) {
        if (start.day >= first) continue;
        if (first - start.day > between) break;
        const auto usual = usual_before(start.day, mornings);
        if (decide_gate(start.before, usual, thresholds).gate >= Gate::rest) first = start.day;
    }
    return static_cast<int>((today - first).count()) + 1;
}

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

bool is_further(const DayAfter& done, std::span<const Morning> mornings) {
    if (!done.distance) return false;
    return std::ranges::any_of(mornings, [&](const Morning& morning) {
        return morning.for_day == done.day && !morning.sore && morning.distance &&
               *morning.distance > *done.distance && *morning.distance >= beyond_the_hip;
    });
}

std::optional<MorningColour> morning_colour(const DayAfter& done, std::span<const Morning> mornings,
                                            const PainThresholds& thresholds) {
    if (is_further(done, mornings)) return MorningColour::red;
    const auto morning = told(done.day, mornings);
    if (!morning) return std::nullopt;
    const int score = morning->score.value();
    auto usual = usual_before(done.day, mornings);
    if (!usual && done.before) usual = done.before->value();
    // One point above the usual is noise, however high that is.
    if (score >= thresholds.morning_red && (!usual || score - *usual > 1)) {
        return MorningColour::red;
    }
    if (!usual) return std::nullopt;
    if (score - *usual >= thresholds.morning_red_rise) return MorningColour::red;
    // A median of two may be a half: a rise of one and a half is more than noise.
    if (score - *usual > thresholds.morning_amber_rise - 1) return MorningColour::amber;
    return MorningColour::ok;
}

std::optional<MorningColour> inferred_morning(const DayAfter& done, std::span<const Start> starts,
                                              std::span<const Morning> mornings,
                                              const PainThresholds& thresholds) {
    constexpr auto earliest = std::chrono::hours(20);
    constexpr auto latest = std::chrono::days(8);
    const auto session = std::ranges::find(starts.rbegin(), starts.rend(), done.day, &Start::day);
    if (session == starts.rend()) return std::nullopt;
    const auto next = std::find_if(session.base(), starts.end(), [&](const Start& start) {
        return start.before && start.at - session->at >= earliest &&
               start.at - session->at <= latest;
    });
    if (next == starts.end()) return std::nullopt;
    const auto before = next->before;
    if (!before) return std::nullopt;
    auto usual = usual_before(next->day, mornings);
    if (!usual && done.before) usual = done.before->value();
    if (!usual) return std::nullopt;
    const double more = before->value() - *usual;
    return more > thresholds.morning_amber_rise - 1 ? MorningColour::amber : MorningColour::ok;
}

}  // namespace hipflow::coach
