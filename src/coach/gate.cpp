// SPDX-License-Identifier: MIT
#include "coach/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace hipflow {
namespace {

constexpr std::size_t mornings_used = 7;
constexpr std::size_t mornings_needed = 3;
constexpr int least_for_rise_gentle = 3;  // CONTENT 3.3: "≥ usual+2 (if ≥3)"
constexpr int least_for_rise_rest = 4;    // "≥ usual+3 (if ≥4)"

std::string compared(int score, double usual) {
    return fmt::format("Pain now is {}; your usual is {:g}.", score, usual);
}

}  // namespace

std::optional<double> usual_score(std::span<const PainScore> mornings) {
    if (mornings.size() < mornings_needed) return std::nullopt;
    const auto last = mornings.first(std::min(mornings.size(), mornings_used));
    std::vector<PainScore> sorted(last.begin(), last.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1) return sorted[middle].value();
    return (sorted[middle - 1].value() + sorted[middle].value()) / 2.0;
}

GateDecision decide_gate(std::optional<PainScore> before, std::optional<double> usual,
                         const PainThresholds& thresholds) {
    if (!before) return {};
    const int score = before->value();
    const double usually = usual.value_or(score);  // not known: no rise
    const auto risen = [&](int rise, int least) {
        return score >= usually + rise && score >= least;
    };
    const std::string absolute = fmt::format("Pain now is {}.", score);
    if (score >= thresholds.before_refuse) return {Gate::refused, absolute};
    if (score >= thresholds.before_rest) return {Gate::rest, absolute};
    if (risen(thresholds.before_rise_rest, least_for_rise_rest)) {
        return {Gate::rest, compared(score, usually)};
    }
    if (score >= thresholds.before_gentle) return {Gate::gentle, absolute};
    if (risen(thresholds.before_rise_gentle, least_for_rise_gentle)) {
        return {Gate::gentle, compared(score, usually)};
    }
    return {};
}

}  // namespace hipflow
