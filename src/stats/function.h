// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/measurement.h"

namespace hipflow {

// What one can do: the Patient-Specific Functional Scale (CONTENT 5.2). 0 is "unable to do it", 10
// "as well as before": up is better, the opposite of pain.

/// Which scale the scores of this program are on. PSFS 2.0 runs the other way, so that scores of
/// another version are another series.
inline constexpr std::string_view function_scale = "psfs-1";

/// The answer for an activity on one day; the later one, if there were two.
struct FunctionScore {
    Day local_day{};
    int score = 0;
    bool operator==(const FunctionScore&) const = default;
};

/// One activity through time. Dropped ones stay, and end.
struct FunctionSeries {
    Activity activity{};
    std::vector<FunctionScore> scores{};  // oldest first
    bool operator==(const FunctionSeries&) const = default;
};

/// The activities with their scores on `scale`, in the order in which they were named. Measurements
/// of range and of other scales are passed over.
std::vector<FunctionSeries> function_series(std::span<const Measurement> measurements,
                                            std::span<const Activity> activities,
                                            std::string_view scale = function_scale);

/// Mean score of the activities that were asked on that day.
struct FunctionMean {
    Day local_day{};
    double mean = 0;
    int activities = 0;
    bool operator==(const FunctionMean&) const = default;
};

/// One for each day with an answer, oldest first.
std::vector<FunctionMean> function_means(std::span<const FunctionSeries> series);

/// How the mean changed between two days, over the activities that were asked on both: another
/// activity is not a replacement.
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

/// From the first day on which anything still asked was asked to the last one. Nothing without two
/// such days.
std::optional<FunctionChange> function_change(std::span<const FunctionSeries> series);

/// Over `span` at least: up to the last test day on or before `today`, from the last one on or
/// before `today - span`. For CONTENT A9, with four weeks.
std::optional<FunctionChange> function_change_over(std::span<const FunctionSeries> series,
                                                   Day today, std::chrono::days span);

/// What a change of the mean amounts to: 2 points or more are "better in what you do" (CONTENT
/// 5.2; Stratford 1995, Abbott and Schmitt 2014). Less is no clear change.
enum class FunctionVerdict { harder, no_clear_change, better };
template <>
inline constexpr auto words<FunctionVerdict> =
    std::to_array<std::string_view>({"harder", "no_clear_change", "better"});
FunctionVerdict function_verdict(double change);

/// The same for a single activity, where it takes 3 points (Stratford 1995).
FunctionVerdict activity_verdict(int change);

/// "better in what you do", "no clear change in what you do".
std::string_view verdict_words(FunctionVerdict verdict);

}  // namespace hipflow
