// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/time.h"
#include "domain/words.h"

namespace hipflow {

/// The one value of a day on which something was scored: the median of what was said that day. Days
/// without a score are not there: nothing is interpolated (TRACKING c2).
struct DayScore {
    Day day{};
    double score = 0;
    bool operator==(const DayScore&) const = default;
};

/// The smoothed line through the scores, for the eye: an exponentially weighted mean over real time
/// with a half-life of seven days. It begins anew after a gap of more than 14 days (TRACKING c2).
struct LinePoint {
    Day day{};
    double value = 0;
    bool begins = false;  // nothing leads here
};
std::vector<LinePoint> smoothed(std::span<const DayScore> scores);

/// The change a day: the median of the slopes of all pairs (Theil 1950, Sen 1968), which a few odd
/// days cannot bend. Nothing for less than two days. Days in order, each once. Takes n²/2 steps.
std::optional<double> theil_sen(std::span<const DayScore> scores);

/// Whether scores rise or fall more often than chance would have it (Mann 1945, Kendall 1975), with
/// the variance corrected for ties, and for the likeness of one day to the next after the trend is
/// taken out (Yue and Wang 2004; TRACKING c2). Without the latter a fifth to a third of series
/// without any trend would be called one.
struct MannKendall {
    long s = 0;             // pairs that rise, less pairs that fall
    double variance = 0;    // of s, corrected for ties
    double likeness = 0;    // of a day to the scored day before: lag-1 autocorrelation
    double correction = 0;  // of it what is put to account, 0 to 0.9
    double z = 0;           // beyond ±1.96 is a clear change
};
MannKendall mann_kendall(std::span<const DayScore> scores);

enum class Verdict { falling, rising, no_clear_change };
template <>
inline constexpr auto words<Verdict> =
    std::to_array<std::string_view>({"falling", "rising", "no_clear_change"});

/// What may be said of a series of daily scores, and no more.
struct Trend {
    int scored_days = 0;
    int judged_days = 0;                   // the newest of them, most_days_judged at most
    bool line = false;                     // enough days to draw one: 14
    std::optional<Verdict> verdict;        // from 28 scored days on
    std::optional<double> per_four_weeks;  // the slope; with a verdict only
    /// Medians of the first and the last 14 scored days, or of the halves where there are fewer;
    /// nothing below seven days in each.
    std::optional<double> first;
    std::optional<double> last;
    /// A clear change of at least 2 points and 30 % (Farrar 2001, Ostelo 2008): what most people
    /// notice. Smaller ones are not marked: one-point differences are noise.
    bool important = false;
};

inline constexpr int days_for_line = 14;
inline constexpr int days_for_verdict = 28;
/// Of longer series only the newest days are judged: older ones say little about today, and the
/// slopes of all pairs are many.
inline constexpr int most_days_judged = 1500;

Trend trend(std::span<const DayScore> scores);

}  // namespace hipflow
