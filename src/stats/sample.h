// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "domain/number.h"

namespace hipflow::stats {

/// The middle value, or the mean of the two in the middle; nullopt without values.
std::optional<double> median(std::vector<double> values);

/// A sample at a glance (Tukey 1977).
struct FiveNumbers {
    double lowest = 0;
    double lower_quartile = 0;
    double median = 0;
    double upper_quartile = 0;
    double highest = 0;
};
std::optional<FiveNumbers> five_numbers(const std::vector<double>& values);

/// 97.5 % point of Student's t distribution. `degrees` is at least 1.
double student_t(int degrees);

/// 95 % interval of the mean of n samples: mean +- t·s/sqrt(n) (Student 1908). `squares` is the sum
/// of the squared values. Reliable from n = 5 on, where a bootstrap is not. nullopt for n < 2.
std::optional<Interval> mean_interval(int n, double sum, double squares);

}  // namespace hipflow::stats
