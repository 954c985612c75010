// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/measurement.h"

namespace hipflow::stats {

// Range of hip rotation, in degrees (docs/design/statistics.md, "Hip rotation"). With the knee
// bent, the foot swings OUT in internal rotation and IN in external rotation.

/// Trials of one side and movement on one day.
struct RotationMean {
    int trials = 0;
    int sum = 0;
    int lowest = 0;
    int highest = 0;
    double degrees() const { return static_cast<double>(sum) / trials; }
    bool operator==(const RotationMean&) const = default;
};

/// Measurements of one day, taken in one way. Left and right are never averaged.
struct RotationTest {
    Day local_day{};
    std::array<std::array<std::optional<RotationMean>, 2>, 2> means{};  // [left, right][Rotation]
    std::optional<PainScore> pain{};  // the highest during the test

    /// `side` is left or right.
    const std::optional<RotationMean>& of(Side side, Rotation movement) const;
    /// Internal and external together; nullopt unless both were measured.
    std::optional<double> arc(Side side) const;
    bool operator==(const RotationTest&) const = default;
};

/// The smallest change that exceeds measurement error.
struct RotationError {
    double degrees = 10;          // until the person's own is known
    std::optional<double> sem{};  // standard error of measurement, if known
    bool operator==(const RotationError&) const = default;
};

/// Tests in one position, with one instrument and one version of the instructions. Series are never
/// compared with each other.
struct RotationSeries {
    std::optional<RotationPosition> position{};
    std::optional<std::string> instrument{};
    std::optional<std::string> scale_version{};
    std::vector<RotationTest> tests{};  // one a day, oldest first
    /// The person's own error, from tests before these; nullopt: these tell it, if any do.
    std::optional<RotationError> known_error{};
    bool operator==(const RotationSeries&) const = default;
};

/// Groups the measurements of range, in any order, into series; the one measured last comes first.
std::vector<RotationSeries> rotation_series(std::span<const Measurement> measurements);

/// The error that is known, else the person's own, from the first two tests if they are complete
/// and at most a week apart: SEM = sqrt(mean(d²) / 2) over the four differences d, then 2.77 SEM
/// (MDC95), at least 6 and at most 16. Otherwise the default.
RotationError rotation_error(const RotationSeries& series);

/// Lets each series keep the person's own error that all of its tests gave, where some before its
/// days were left out. `all` has the series with all tests up to its last day.
void keep_errors(std::vector<RotationSeries>& cut, std::span<const RotationSeries> all);

/// Difference of the newest test from the baseline: the first test, or the mean of the two that
/// gave the person's own error.
struct RotationChange {
    double degrees = 0;  // positive: more range
    bool beyond_error = false;
    bool operator==(const RotationChange&) const = default;
};

/// nullopt without a test after the baseline that has this side and movement.
std::optional<RotationChange> rotation_change(const RotationSeries& series, Side side,
                                              Rotation movement);

/// The side that turns less, if by 10 degrees or more on each of the last two test days: one day is
/// not enough, and a difference is common in people without pain.
std::optional<Side> lesser_side(const RotationSeries& series, Rotation movement);

/// Means of healthy people in this position, from several studies: a description, not a pass mark.
struct RotationReference {
    double lowest_mean = 0;
    double highest_mean = 0;
};
RotationReference rotation_reference(RotationPosition position, Rotation movement);

/// The last day with a measurement of that kind.
std::optional<Day> last_test_day(std::span<const Measurement> measurements, Measured kind);

/// Days until range is worth measuring again: three weeks after the last test, since the change to
/// expect is about as large as the measurement error. Zero for the second test within a week of the
/// first, which gives the person's own error.
std::chrono::days too_early_by(std::span<const Measurement> measurements, Day today);

}  // namespace hipflow::stats
