// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/time.h"
#include "domain/words.h"

namespace hipflow::stats {

/// Score of one day: the median of its answers. Days without a score are absent; nothing is
/// interpolated.
struct DayScore {
    Day day{};
    double score = 0;
    bool operator==(const DayScore&) const = default;
};

/// Smoothed line through the scores, for the eye: an exponentially weighted mean over real time
/// with a half-life of seven days. It starts anew after a gap of over 14 days
/// (docs/design/statistics.md, "Trend").
struct LinePoint {
    Day day{};
    double value = 0;
    bool begins = false;  // no line leads here
};
std::vector<LinePoint> smoothed(std::span<const DayScore> scores);

/// Change a day: the median of the slopes of all pairs (Theil 1950, Sen 1968), robust against a few
/// odd days. nullopt for fewer than two days. Days are in order, each once. Takes n²/2 steps.
std::optional<double> theil_sen(std::span<const DayScore> scores);

/// Tests whether scores rise or fall more often than by chance (Mann 1945, Kendall 1975). The
/// variance is corrected for ties, and for the likeness of neighbouring days after the trend is
/// removed (Yue and Wang 2004): without that, a fifth to a third of series without a trend would be
/// called one.
struct MannKendall {
    long s = 0;             // pairs that rise minus pairs that fall
    double variance = 0;    // of s, corrected for ties
    double likeness = 0;    // lag-1 autocorrelation of the scored days
    double correction = 0;  // the part of it that is applied, 0 to 0.9
    double z = 0;           // beyond ±1.96: more than chance at a single look
};
MannKendall mann_kendall(std::span<const DayScore> scores);

enum class Verdict { falling, rising, no_clear_change };
constexpr auto words_of(Verdict /*unused*/) {
    return std::to_array<std::string_view>({"falling", "rising", "no_clear_change"});
}

/// The conclusions that a series of daily scores supports, and no more (docs/design/statistics.md,
/// "Trend").
struct Trend {
    int scored_days = 0;
    int judged_days = 0;             // the newest of them, at most most_days_judged
    bool line = false;               // enough days to draw a line: 14
    std::optional<Verdict> verdict;  // from 28 scored days on, if it is sure enough
    /// More than chance at a single look, but not sure enough for one that is repeated: no verdict.
    bool unconfirmed = false;
    std::optional<double> per_four_weeks;  // the slope; only with a verdict
    /// Medians of the first and the last 14 scored days, or of each half if there are fewer;
    /// nullopt below seven days in each.
    std::optional<double> first;
    std::optional<double> last;
    /// A clear change of at least 2 points and 30 %, which is what most people notice (Farrar 2001,
    /// Ostelo 2008). Smaller ones are noise.
    bool important = false;
};

inline constexpr int days_for_line = 14;
inline constexpr int days_for_verdict = 28;
/// Longer series are judged by their newest days: older ones say little about today, and the number
/// of slopes grows with the square.
inline constexpr int most_days_judged = 1500;

/// The sureness that a verdict takes, as |z|. A trend that is asked for every week has fifty
/// chances in a year to look like one. As in a trial with one planned look (Haybittle 1971), the
/// look after eleven to thirteen weeks takes `planned`, every other one `unplanned`; a week earlier
/// the scores must have pointed the same way by `a_week_earlier` (docs/design/statistics.md,
/// "Trend").
struct VerdictLimits {
    static constexpr double planned = 2.35;
    static constexpr double unplanned = 3.6;
    static constexpr double of_few =
        4.2;  // below `many` scored days, which tell less of themselves
    static constexpr std::size_t many = 35;
    static constexpr double a_week_earlier = 1.645;
    static constexpr std::chrono::days planned_from{77};  // since the first of these scores
    static constexpr std::chrono::days planned_to{91};    // since the first score of all
};

/// The verdict on 28 or more scored days, without the rest of the trend; nullopt where it is
/// unconfirmed. `first_of_all`: the day of the first score ever, which may lie before these.
std::optional<Verdict> verdict_on(std::span<const DayScore> scores,
                                  std::optional<Day> first_of_all = std::nullopt);

/// `first_of_all`: as in verdict_on(); nullopt: the first of `scores`.
Trend trend(std::span<const DayScore> scores, std::optional<Day> first_of_all = std::nullopt);

}  // namespace hipflow::stats
