// SPDX-License-Identifier: MIT
#include "coach/refer.h"

#include <fmt/format.h>

namespace hipflow {
namespace {

using std::chrono::days;

constexpr int days_needed = 4;              // CONTENT 3.1: else not enough data
constexpr double change_that_counts = 2.0;  // points, CONTENT 3.1 and 5.2
constexpr double share_that_counts = 0.3;
constexpr double least_pain = 1.0;  // below that there is nothing to improve

std::optional<double> mean_until(std::span<const DayTotals> all, Day last) {
    double sum = 0.0;
    int told = 0;
    for (const auto& day : all) {
        if (day.local_day > last || day.local_day <= last - days(7)) continue;
        const int n = day.before.n + day.morning.n + day.checkin.n;
        if (n == 0) continue;
        sum += static_cast<double>(day.before.sum + day.morning.sum + day.checkin.sum) / n;
        ++told;
    }
    if (told < days_needed) return std::nullopt;
    return sum / told;
}

bool has_improved(double pain_then, double pain_now) {
    const double fell = pain_then - pain_now;
    return fell >= change_that_counts || fell >= pain_then * share_that_counts;
}

}  // namespace

Course course_of(std::span<const DayTotals> days, Day today) {
    Course course;
    course.pain_now = mean_until(days, today);
    course.pain_before = mean_until(days, today - std::chrono::days(14));
    course.pain_then = mean_until(days, today - std::chrono::days(28));
    return course;
}

std::optional<std::string> refer_words(const Course& course, const CoachThresholds& coach) {
    if (course.flare_days >= coach.refer_flare_days) {
        return fmt::format(
            "Pain called for rest on {} of the last seven days. A physiotherapist or doctor could "
            "check what else might help.",
            course.flare_days);
    }
    if (course.pain_now && course.pain_before &&
        *course.pain_now - *course.pain_before >= change_that_counts) {
        return "Your scores of this week are clearly higher than two weeks ago. A physiotherapist "
               "or doctor could check what else might help.";
    }
    const bool regular = course.adherence && *course.adherence * 100 >= coach.refer_adherence;
    if (!regular || !course.pain_now || !course.pain_then) return std::nullopt;
    if (*course.pain_then < least_pain || has_improved(*course.pain_then, *course.pain_now))
        return std::nullopt;
    if (course.function && *course.function >= change_that_counts) return std::nullopt;
    return "Your scores have not changed much in 4 weeks of regular practice. A physiotherapist or "
           "doctor could check what else might help.";
}

}  // namespace hipflow
