// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "domain/interval.h"

namespace hipflow {

/// The value below which a share of the values lies, between two of them where it must (Hyndman and
/// Fan 1996, type 7, as most programs do). `share` is 0 to 1. Nothing without values.
std::optional<double> quantile(std::vector<double> values, double share);

/// The middle one, or half way between the two in the middle.
std::optional<double> median(std::vector<double> values);

/// What a week of scores looks like at a glance (Tukey 1977).
struct FiveNumbers {
    double lowest = 0;
    double lower_quartile = 0;
    double median = 0;
    double upper_quartile = 0;
    double highest = 0;
};
std::optional<FiveNumbers> five_numbers(const std::vector<double>& values);

/// The 97.5 % point of Student's t. `degrees` is at least 1.
double student_t(int degrees);

/// Where the mean of which these are samples may well lie, at 95 %: mean +- t·s/sqrt(n) (Student
/// 1908). It keeps its promise from n = 5 on, where a bootstrap does not (TRACKING c2). Nothing for
/// n < 2. `squares` is the sum of the squared values.
std::optional<Interval> mean_interval(int n, double sum, double squares);

}  // namespace hipflow
