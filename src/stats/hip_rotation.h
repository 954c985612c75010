// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/measurement.h"

namespace hipflow {

// Hip rotation range (CONTENT 5.1). With the knee bent, the foot swings OUT in internal rotation
// and IN in external rotation. Degrees throughout.

/// The trials of one side and movement on one day.
struct RangeMean {
    int trials = 0;
    int sum = 0;
    int lowest = 0;
    int highest = 0;
    double degrees() const { return static_cast<double>(sum) / trials; }
    bool operator==(const RangeMean&) const = default;
};

/// All that was measured on one day in one way. Left and right are never averaged.
struct RangeTest {
    Day local_day{};
    std::array<std::array<std::optional<RangeMean>, 2>, 2> means{};  // [left, right][Rotation]
    std::optional<PainScore> pain{};                                 // the highest during it

    /// `side` is left or right.
    const std::optional<RangeMean>& of(Side side, Rotation movement) const;
    /// Internal and external together; nothing unless both were measured.
    std::optional<double> arc(Side side) const;
    bool operator==(const RangeTest&) const = default;
};

/// What was measured in one position, with one instrument and by one version of the instructions.
/// Nothing is ever compared across series.
struct RangeSeries {
    std::optional<RangePosition> position{};
    std::optional<std::string> instrument{};
    std::optional<std::string> scale_version{};
    std::vector<RangeTest> tests{};  // one a day, oldest first
    bool operator==(const RangeSeries&) const = default;
};

/// The series in `measurements` (in any order; function is passed over), the one measured last
/// first.
std::vector<RangeSeries> range_series(std::span<const Measurement> measurements);

/// From how many degrees on a change is more than measurement error.
struct RangeError {
    double degrees = 10;          // until the person's own is known
    std::optional<double> sem{};  // standard error of measurement, where it is
    bool operator==(const RangeError&) const = default;
};

/// The person's own, from the first two tests if they are at most a week apart and complete: SEM =
/// sqrt(mean(d²) / 2) over the four differences d, then 2.77 SEM (MDC95), at least 6 and at most
/// 16.
RangeError range_error(const RangeSeries& series);

/// A difference of the newest test from the baseline: the first test, or the mean of the two that
/// gave the person's own error.
struct RangeChange {
    double degrees = 0;  // positive: more range
    bool beyond_error = false;
    bool operator==(const RangeChange&) const = default;
};

/// Nothing without a test behind the baseline that has this side and movement.
std::optional<RangeChange> range_change(const RangeSeries& series, Side side, Rotation movement);

/// Which side turns less, if it is 10 degrees or more on each of the last two test days (CONTENT
/// 5.1: one day is not enough, and it is common in people without pain).
std::optional<Side> lesser_side(const RangeSeries& series, Rotation movement);

/// Means of healthy people measured in this position, from several studies: they describe, and are
/// no pass mark (CONTENT 5.1).
struct RangeReference {
    double lowest_mean = 0;
    double highest_mean = 0;
};
RangeReference range_reference(RangePosition position, Rotation movement);

/// The last day on which any range, or any function, was measured; for test days.
std::optional<Day> last_test_day(std::span<const Measurement> measurements, Measured kind);

/// In how many days range is worth measuring again: three weeks after the last test, since the
/// change to be expected is about as large as the error of measuring (CONTENT 2.2). Zero for the
/// second test within a week of the first, which the person's own error is taken from.
std::chrono::days too_early_by(std::span<const Measurement> measurements, Day today);

}  // namespace hipflow
