// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/measurement.h"

namespace hipflow::stats {

// Activities that a person can do, on the Patient-Specific Functional Scale
// (docs/design/statistics.md, "Function"). 0 is "unable to do it", 10 "as well as before": up is
// better, unlike pain.

/// The scale in use. PSFS 2.0 runs the other way, so scores of another version form another series.
inline constexpr std::string_view function_scale = "psfs-1";

/// Score of an activity on one day: the later answer, if there were two.
struct FunctionScore {
    Day local_day{};
    int score = 0;
    bool operator==(const FunctionScore&) const = default;
};

/// Scores of one activity over time. Those of a dropped activity end.
struct FunctionSeries {
    Activity activity{};
    std::vector<FunctionScore> scores{};  // oldest first
    bool operator==(const FunctionSeries&) const = default;
};

/// The activities with their scores on `scale`, in the order in which they were named. Other
/// measurements and other scales are skipped.
std::vector<FunctionSeries> function_series(std::span<const Measurement> measurements,
                                            std::span<const Activity> activities,
                                            std::string_view scale = function_scale);

/// Mean score of the activities asked on one day.
struct FunctionMean {
    Day local_day{};
    double mean = 0;
    int activities = 0;
    bool operator==(const FunctionMean&) const = default;
};

/// One entry for each day with an answer, oldest first.
std::vector<FunctionMean> function_means(std::span<const FunctionSeries> series);

/// Change of the mean between two days, over the activities asked on both: a different activity
/// cannot stand in.
struct FunctionChange {
    Day from{};
    Day to{};
    int activities = 0;
    int sum_before = 0;
    int sum_after = 0;
    double before() const { return static_cast<double>(sum_before) / activities; }
    double after() const { return static_cast<double>(sum_after) / activities; }
    double change() const { return static_cast<double>(sum_after - sum_before) / activities; }
    bool operator==(const FunctionChange&) const = default;
};

/// Change from the first to the last day on which any activity still in use was asked; nullopt
/// without two such days.
std::optional<FunctionChange> function_change(std::span<const FunctionSeries> series);

/// Change over at least `span`: from the last test day on or before `today - span` to the last one
/// on or before `today` (docs/design/care.md, "Rules", A9).
std::optional<FunctionChange> function_change_over(std::span<const FunctionSeries> series,
                                                   Day today, std::chrono::days span);

/// The meaning of a change of the mean: better or harder from 2 points on, no clear change below
/// that (Stratford 1995, Abbott and Schmitt 2014).
enum class FunctionVerdict { harder, no_clear_change, better };
constexpr auto words_of(FunctionVerdict /*unused*/) {
    return std::to_array<std::string_view>({"harder", "no_clear_change", "better"});
}
FunctionVerdict function_verdict(double change);

/// The same for a single activity, where it takes 3 points (Stratford 1995).
FunctionVerdict activity_verdict(int change);

/// "better in what you do", "no clear change in what you do".
std::string_view verdict_words(FunctionVerdict verdict);

}  // namespace hipflow::stats
