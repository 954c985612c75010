// SPDX-License-Identifier: MIT
#include "stats/hip_rotation.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hipflow::stats {
namespace {

constexpr std::array sides = {Side::left, Side::right};
constexpr std::array rotations = {Rotation::internal, Rotation::external};

constexpr double mdc95_per_sem = 2.77;  // 1.96 √2
constexpr double least_error = 6;
constexpr double most_error = 16;
constexpr double rounding = 1e-9;    // of a mean of three
constexpr double unequal_from = 10;  // Ellison 1990: within 10° is equal
constexpr std::chrono::days baseline_apart{7};
constexpr std::chrono::days between_tests{21};

std::optional<RotationMean>& slot(RotationTest& test, Side side, Rotation movement) {
    return test.means.at(static_cast<std::size_t>(side)).at(static_cast<std::size_t>(movement));
}

void add_trial(std::optional<RotationMean>& mean, int degrees) {
    if (!mean) mean = RotationMean{.trials = 0, .sum = 0, .lowest = degrees, .highest = degrees};
    ++mean->trials;
    mean->sum += degrees;
    mean->lowest = std::min(mean->lowest, degrees);
    mean->highest = std::max(mean->highest, degrees);
}

bool belongs(const RotationSeries& series, const Measurement& measurement) {
    return std::tie(series.position, series.instrument, series.scale_version) ==
           std::tie(measurement.position, measurement.instrument, measurement.scale_version);
}

bool is_range(const Measurement& measurement) {
    return measurement.kind == Measured::rotation && measurement.movement && measurement.side &&
           measurement.side != Side::both;
}

std::vector<const Measurement*> in_time(std::span<const Measurement> measurements) {
    std::vector<const Measurement*> order;
    for (const auto& measurement : measurements) {
        if (is_range(measurement)) order.push_back(&measurement);
    }
    std::ranges::stable_sort(order, [](const Measurement* a, const Measurement* b) {
        return std::tie(a->taken.local_day, a->taken.at) <
               std::tie(b->taken.local_day, b->taken.at);
    });
    return order;
}

void add(RotationSeries& series, const Measurement& measurement) {
    const Day day = measurement.taken.local_day;
    if (series.tests.empty() || series.tests.back().local_day != day) {
        series.tests.push_back({.local_day = day});
    }
    RotationTest& test = series.tests.back();
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): a trial has both
    add_trial(slot(test, *measurement.side, *measurement.movement), measurement.value);
    if (measurement.pain)
        test.pain = std::max(test.pain.value_or(*measurement.pain), *measurement.pain);
}

/// Differences between two tests, for each side and movement that both have.
std::vector<double> differences(const RotationTest& first, const RotationTest& second) {
    std::vector<double> all;
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            const auto& a = first.of(side, movement);
            const auto& b = second.of(side, movement);
            if (a && b) all.push_back(b->degrees() - a->degrees());
        }
    }
    return all;
}

/// Right minus left.
std::optional<double> side_difference(const RotationTest& test, Rotation movement) {
    const auto& left = test.of(Side::left, movement);
    const auto& right = test.of(Side::right, movement);
    if (!left || !right) return std::nullopt;
    return right->degrees() - left->degrees();
}

}  // namespace

const std::optional<RotationMean>& RotationTest::of(Side side, Rotation movement) const {
    return means.at(static_cast<std::size_t>(side)).at(static_cast<std::size_t>(movement));
}

std::optional<double> RotationTest::arc(Side side) const {
    const auto& internal = of(side, Rotation::internal);
    const auto& external = of(side, Rotation::external);
    if (!internal || !external) return std::nullopt;
    return internal->degrees() + external->degrees();
}

std::vector<RotationSeries> rotation_series(std::span<const Measurement> measurements) {
    std::vector<RotationSeries> all;
    for (const Measurement* measurement : in_time(measurements)) {
        auto found = std::ranges::find_if(
            all, [&](const RotationSeries& series) { return belongs(series, *measurement); });
        if (found == all.end()) {
            found = all.insert(
                all.end(),
                {measurement->position, measurement->instrument, measurement->scale_version, {}});
        }
        add(*found, *measurement);
    }
    std::ranges::stable_sort(all, [](const RotationSeries& a, const RotationSeries& b) {
        return a.tests.back().local_day > b.tests.back().local_day;
    });
    return all;
}

namespace {

/// The person's own error from the first two tests; the default where they do not give it.
RotationError error_from(const RotationSeries& series) {
    if (series.tests.size() < 2) return {};
    const RotationTest& first = series.tests[0];
    const RotationTest& second = series.tests[1];
    if (second.local_day - first.local_day > baseline_apart) return {};
    const auto apart = differences(first, second);
    if (apart.size() < sides.size() * rotations.size()) return {};
    double squares = 0;
    for (const double d : apart) squares += d * d;
    const double sem = std::sqrt(squares / static_cast<double>(apart.size()) / 2);
    return {std::clamp(mdc95_per_sem * sem, least_error, most_error), sem};
}

}  // namespace

RotationError rotation_error(const RotationSeries& series) {
    return series.known_error ? *series.known_error : error_from(series);
}

void keep_errors(std::vector<RotationSeries>& cut, std::span<const RotationSeries> all) {
    for (auto& series : cut) {
        for (const auto& whole : all) {
            if (series.position != whole.position || series.instrument != whole.instrument ||
                series.scale_version != whole.scale_version) {
                continue;
            }
            const RotationError error = rotation_error(whole);
            if (error.sem) series.known_error = error;
        }
    }
}

std::optional<RotationChange> rotation_change(const RotationSeries& series, Side side,
                                              Rotation movement) {
    const RotationError error = rotation_error(series);
    const std::size_t baseline_tests = error_from(series).sem ? 2 : 1;
    double sum = 0;
    int known = 0;
    std::optional<double> newest;
    for (std::size_t i = 0; i < series.tests.size(); ++i) {
        const auto& mean = series.tests[i].of(side, movement);
        if (!mean) continue;
        if (i >= baseline_tests) {
            newest = mean->degrees();
        } else {
            sum += mean->degrees();
            ++known;
        }
    }
    if (!newest || known == 0) return std::nullopt;
    const double degrees = *newest - sum / known;
    return RotationChange{degrees, std::abs(degrees) + rounding >= error.degrees};
}

std::optional<Side> lesser_side(const RotationSeries& series, Rotation movement) {
    std::vector<double> newest;
    for (auto test = series.tests.rbegin(); test != series.tests.rend() && newest.size() < 2;
         ++test) {
        if (const auto difference = side_difference(*test, movement)) {
            newest.push_back(*difference);
        }
    }
    if (newest.size() < 2) return std::nullopt;
    if (std::ranges::all_of(newest, [](double d) { return d + rounding >= unequal_from; }))
        return Side::left;
    if (std::ranges::all_of(newest, [](double d) { return rounding - d >= unequal_from; })) {
        return Side::right;
    }
    return std::nullopt;
}

RotationReference rotation_reference(RotationPosition position, Rotation movement) {
    const bool internal = movement == Rotation::internal;
    // Kouyoumdjian 2012 (n = 120).
    if (position == RotationPosition::prone)
        return internal ? RotationReference{35, 35} : RotationReference{42, 42};
    // Krause 2015, Roach and Miles 1991, Kouyoumdjian 2012, Gradoz 2018.
    return internal ? RotationReference{31, 45} : RotationReference{32, 44};
}

std::optional<Day> last_test_day(std::span<const Measurement> measurements, Measured kind) {
    std::optional<Day> last;
    for (const auto& measurement : measurements) {
        if (measurement.kind != kind) continue;
        if (!last || measurement.taken.local_day > *last) last = measurement.taken.local_day;
    }
    return last;
}

std::chrono::days too_early_by(std::span<const Measurement> measurements, Day today) {
    const auto last = last_test_day(measurements, Measured::rotation);
    if (!last || *last > today) return {};
    const bool one_test = std::ranges::all_of(measurements, [&](const Measurement& measurement) {
        return measurement.kind != Measured::rotation || measurement.taken.local_day == *last;
    });
    if (one_test && today - *last <= baseline_apart) return {};
    return std::max(*last + between_tests - today, std::chrono::days{0});
}

}  // namespace hipflow::stats
