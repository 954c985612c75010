// SPDX-License-Identifier: MIT
#include "stats/sample.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hipflow::stats {
namespace {

/// The value below which `share` (0 to 1) of a sorted sample lies, interpolated between two values
/// (Hyndman and Fan 1996, type 7).
double at_share(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

}  // namespace

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    return at_share(values, 0.5);
}

std::optional<FiveNumbers> five_numbers(const std::vector<double>& values) {
    if (values.empty()) return std::nullopt;
    auto sorted = values;
    std::sort(sorted.begin(), sorted.end());
    return FiveNumbers{sorted.front(), at_share(sorted, 0.25), at_share(sorted, 0.5),
                       at_share(sorted, 0.75), sorted.back()};
}

double student_t(int degrees) {
    // Exact up to 30 degrees; beyond, the expansion of Cornish and Fisher (Abramowitz and Stegun
    // 1964, 26.7.5), which is good to seven digits there.
    static constexpr std::array<double, 30> table = {
        12.7062047362, 4.3026527297, 3.1824463053, 2.7764451052, 2.5705818356, 2.4469118511,
        2.3646242516,  2.3060041352, 2.2621571628, 2.2281388520, 2.2009851601, 2.1788128297,
        2.1603686565,  2.1447866879, 2.1314495456, 2.1199052992, 2.1098155778, 2.1009220402,
        2.0930240544,  2.0859634473, 2.0796138447, 2.0738730679, 2.0686576104, 2.0638985616,
        2.0595385528,  2.0555294386, 2.0518305165, 2.0484071418, 2.0452296421, 2.0422724563};
    if (degrees <= static_cast<int>(table.size())) {
        return table.at(static_cast<std::size_t>(std::max(degrees, 1) - 1));
    }
    const double x = 1.959963984540054;
    const double v = degrees;
    const double x2 = x * x;
    const double first = (x2 + 1) * x / 4;
    const double second = ((5 * x2 + 16) * x2 + 3) * x / 96;
    const double third = (((3 * x2 + 19) * x2 + 17) * x2 - 15) * x / 384;
    const double fourth = ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) * x / 92160;
    return x + (first + (second + (third + fourth / v) / v) / v) / v;
}

std::optional<Interval> mean_interval(int n, double sum, double squares) {
    if (n < 2) return std::nullopt;
    const double mean = sum / n;
    const double variance = std::max(0.0, (squares - sum * mean) / (n - 1));
    const double half = student_t(n - 1) * std::sqrt(variance / n);
    return Interval{mean - half, mean + half};
}

}  // namespace hipflow::stats
