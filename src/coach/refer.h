// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "domain/day_totals.h"
#include "domain/settings.h"

namespace hipflow {

/// How the last weeks went, as far as it is known.
struct Course {
    std::optional<double> adherence;    // of the last four weeks, 0 to 1
    std::optional<double> function;     // by how much it rose over them, 0 to 10 scale; up is good
    std::optional<double> pain_then;    // mean of the seven days four weeks ago, 0 to 10
    std::optional<double> pain_before;  // of the seven days two weeks ago
    std::optional<double> pain_now;     // of the last seven days
    int flare_days = 0;                 // of the last seven, on which pain called for rest
};

/// The pain of a course: means over seven days, each of at least four days with a score (CONTENT
/// 3.1). `days` are those of the last five weeks.
Course course_of(std::span<const DayTotals> days, Day today);

/// The hint to see somebody (CONTENT 4.4 A9), in words; nothing where nothing calls for it, or too
/// little is known.
std::optional<std::string> refer_words(const Course& course, const CoachThresholds& coach);

}  // namespace hipflow
