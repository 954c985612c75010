// SPDX-License-Identifier: MIT
#include "coach/safety.h"

#include <fmt/format.h>

#include "domain/near_day.h"

namespace hipflow::coach {
namespace {

using std::chrono::days;

constexpr int days_needed = 4;              // fewer are too little to go by
constexpr double change_that_counts = 2.0;  // points
constexpr double share_that_counts = 0.3;
constexpr double high_usual = 7.0;
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

std::string emergency_number_words(std::string_view number, const CareWords& words) {
    return number.empty() ? words.say(Care::emergency_number) : std::string(number);
}

std::vector<SafetyList> safety_lists(std::string_view number, const CareWords& words) {
    const auto list = [&](Tier tier, Care heading, Care items) -> SafetyList {
        return {tier, words.say(heading), words.list(items)};
    };
    const std::string call = emergency_number_words(number, words);
    return {
        {Tier::now, words.say(Care::now_heading, {{"number", call}}), words.list(Care::now_signs)},
        list(Tier::today, Care::today_heading, Care::today_signs),
        list(Tier::within_days, Care::days_heading, Care::days_signs),
        list(Tier::appointment, Care::appointment_heading, Care::appointment_signs),
        list(Tier::session, Care::session_heading, Care::session_signs),
    };
}

SafetyList flare_stops(const CareWords& words) {
    constexpr std::size_t pain_sign = 1;
    SafetyList list{Tier::session, words.say(Care::session_heading),
                    words.list(Care::session_signs)};
    if (list.items.size() > pain_sign) list.items[pain_sign] = words.say(Care::session_stronger);
    return list;
}

std::string list_lines(std::string_view heading, const std::vector<std::string>& items) {
    std::string text = fmt::format("{}\n", heading);
    for (const auto& item : items) text += fmt::format("  - {}\n", item);
    return text;
}

std::string now_lines(std::string_view number, const CareWords& words) {
    const SafetyList now = safety_lists(number, words).front();
    return list_lines(now.heading, now.items);
}

std::string first_run_lines(std::string_view number, const CareWords& words) {
    return fmt::format("{}\n\n{}\n{}\n\n{}\n", words.say(Care::about), now_lines(number, words),
                       words.say(Care::ask_first), words.say(Care::first_run_more));
}

std::string clearance_words(Day day, Day today, const CareWords& words) {
    return words.say(Care::clearance, {{"day", near_day(day, today, words)}});
}

std::string bad_morning_words(Day day, Day today, const CareWords& words) {
    return words.say(Care::bad_morning, {{"when", near_day(day, today, words)}});
}

std::string gate_words(Gate gate, const CareWords& words) {
    switch (gate) {
        case Gate::none:
        case Gate::refused:
            return {};
        case Gate::flare:
            return words.say(Care::gate_flare);
        case Gate::gentle:
            return words.say(Care::gate_gentle);
        case Gate::rest:
            return words.say(Care::gate_rest);
    }
    return {};
}

std::string limits_words(std::optional<PainScore> before, bool open_gate,
                         const PainThresholds& thresholds, const CareWords& words) {
    if (!before || before->value() < thresholds.before_gentle) {
        return words.say(Care::before_session);
    }
    const auto at = [&](int more) { return std::to_string(before->value() + more); };
    if (!open_gate) return words.say(Care::before_high, {{"score", at(0)}});
    return words.say(Care::before_steady, {{"score", at(0)}, {"ease", at(1)}, {"stop", at(2)}});
}

std::string colour_words(const Exposure& exposure, Colour colour, bool has_easier,
                         const CareWords& words) {
    switch (colour) {
        case Colour::green:
        case Colour::grey:
        case Colour::black:
            return {};
        case Colour::amber:
            return words.say(has_easier ? Care::ease_off : Care::ease_off_alone);
        case Colour::red:
            if (exposure.further) return words.say(Care::further);
            if (exposure.numbness) return words.say(Care::numbness);
            if (exposure.giving_way) return words.say(Care::gave_way);
            return words.say(Care::stopped);
    }
    return {};
}

Course course_of(std::span<const DayTotals> days, Day today) {
    Course course;
    course.pain_now = mean_until(days, today);
    course.pain_before = mean_until(days, today - std::chrono::days(14));
    course.pain_then = mean_until(days, today - std::chrono::days(28));
    return course;
}

std::optional<Care> referral_for(const Course& course, const CoachThresholds& coach) {
    if (course.flare_days >= coach.refer_flare_days) return Care::refer_flares;
    if (course.retired) return Care::refer_retired;
    if (course.usual && *course.usual >= high_usual) return Care::refer_high;
    if (course.pain_now && course.pain_before &&
        *course.pain_now - *course.pain_before >= change_that_counts) {
        return Care::refer_risen;
    }
    const bool regular = course.regularity && *course.regularity * 100 >= coach.refer_adherence;
    if (!regular || !course.pain_now || !course.pain_then) return std::nullopt;
    if (*course.pain_then < least_pain || has_improved(*course.pain_then, *course.pain_now))
        return std::nullopt;
    if (course.function && *course.function >= change_that_counts) return std::nullopt;
    return Care::refer_unchanged;
}

std::optional<std::string> refer_words(const Course& course, const CoachThresholds& coach,
                                       const CareWords& words) {
    const auto key = referral_for(course, coach);
    if (!key) return std::nullopt;
    return words.say(
        *key, {{"n", std::to_string(course.flare_days)}, {"name", course.retired.value_or("")}});
}

}  // namespace hipflow::coach
