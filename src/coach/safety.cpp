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

std::string emergency_number_words(std::string_view number) {
    return number.empty() ? "your local emergency number" : std::string(number);
}

const std::vector<std::string>& now_signs() {
    static const std::vector<std::string> signs = {
        "numbness or a changed feeling around the genitals, bottom or inner thighs",
        "new trouble passing, feeling or holding urine, or holding the bowels",
        "new loss of sexual function or feeling",
        "pain, numbness or weakness in both legs",
        "weakness that is severe or getting worse",
        "a serious accident just before it began",
        "chest pain",
        "you cannot put weight on the leg after a fall",
        "sudden severe back or belly pain with faintness, sweating or a pulsing belly",
        "a hot, red, swollen joint with fever",
        "a swollen calf with chest pain or breathlessness",
    };
    return signs;
}

std::string now_heading(std::string_view number) {
    return fmt::format(
        "Get help now, at an emergency department or by calling {}, for a back, hip or leg "
        "problem with any of these:",
        emergency_number_words(number));
}

std::vector<SafetyList> safety_lists(std::string_view number) {
    return {
        {Tier::now, now_heading(number), now_signs()},
        {Tier::today,
         "Have it looked at today, not tomorrow, for any of these:",
         {"a leg that is newly weaker, or a foot that drops",
          "fever with back, hip or groin pain, or feeling very unwell", "a swollen, painful calf",
          "a hot, red or swollen joint"}},
        {Tier::within_days,
         "See a doctor or physiotherapist within days for any of these:",
         {"new tingling or numbness that grows or stays",
          "weight loss that you cannot explain, or a history of cancer",
          "pain that rest does not ease, or that is much worse at night",
          "a lump, swelling or change of shape of the spine",
          "pain like a band around the trunk, or unsteady walking",
          "a fall or knock if you have osteoporosis, are older, or take steroids for long",
          "a weakened immune system, or injecting drugs"}},
        {Tier::appointment,
         "Book an appointment when:",
         {"things are no better after a few weeks", "leg pain stays",
          "a knee gives way, or a hip catches or locks, again and again",
          "mornings are stiff for more than half an hour, and moving eases it",
          "you are pregnant and unsure: ask your midwife, doctor or physiotherapist"}},
        {Tier::session,
         "During a session, stop the exercise for:",
         {"sharp, electric or shooting pain",
          "pain that reaches 6 of 10, or 5 if that is 3 more than at the start",
          "anything that moves further down the leg", "new numbness, tingling or weakness",
          "catching or locking in the groin, or a knee that gives way",
          "dizziness, chest pain, breathlessness or faintness",
          "anything that feels wrong to you"}},
    };
}

std::string list_lines(std::string_view heading, const std::vector<std::string>& items) {
    std::string text = fmt::format("{}\n", heading);
    for (const auto& item : items) text += fmt::format("  - {}\n", item);
    return text;
}

std::string_view about_words() {
    return "hipflow guides general hip and back mobility exercise. It cannot examine you, and it "
           "cannot tell you what is causing pain.";
}

std::string_view ask_first_words() {
    return "Have you had hip or spine surgery, a recent fall or injury, osteoporosis, cancer, a "
           "heart condition, or are you pregnant? Then ask your doctor or physiotherapist before "
           "you begin.";
}

std::string first_run_lines(std::string_view number) {
    return fmt::format(
        "{}\n\n{}\n{}\n\n'hipflow safety' shows this again, and the signs to have looked at "
        "today or within days.\n",
        about_words(), list_lines(now_heading(number), now_signs()), ask_first_words());
}

std::string_view before_words() {
    return "A mild stretch is fine. Ease off when it is 2 more than at the start; stop at 6, or if "
           "it is sharp, or runs further down your leg.";
}

std::string_view stopped_words() {
    return "Stopped, and that was the right call. Stopping for pain counts as keeping your plan.";
}

std::string_view second_red_words() {
    return "That is the second time today, so the session ends here, with a rest.";
}

std::string_view further_words() {
    return "You told us that symptoms moved further down the leg, so this exercise ends here for "
           "today. If that goes on, or you notice numbness or weakness, speak to a doctor or "
           "physiotherapist.";
}

std::string_view numbness_words() {
    return "Tingling and numbness are not a stretch feeling, so this exercise ends here for today. "
           "If they are new, grow or stay, speak to a doctor or physiotherapist.";
}

std::string_view gave_way_words() {
    return "A knee that gives way or a hip that catches: leave this one out for today, and mention "
           "it to a physiotherapist if it comes again.";
}

std::string clearance_words(Day day, Day today) {
    return fmt::format(
        "A sign that you reported {} needs to be looked at before you go on. hipflow starts no "
        "session until you note what a doctor or physiotherapist said: 'hipflow start --clearance "
        "TEXT'. 'hipflow safety' shows the signs that need help now.",
        near_day(day, today));
}

std::string bad_morning_words(Day day, Day today) {
    return fmt::format(
        "The morning after your session {} was well above your usual, so today's session is the "
        "gentle day.",
        near_day(day, today));
}

std::string_view gate_words(Gate gate) {
    switch (gate) {
        case Gate::none:
        case Gate::refused:
            return {};
        case Gate::flare:
            return "Today's session is the flare-up day: the smallest movements. It counts as "
                   "keeping your plan.";
        case Gate::gentle:
            return "Today's session is the gentler one: easier exercises, half as much.";
        case Gate::rest:
            return "Today is sore. The flare-up day is six minutes of the smallest movements; most "
                   "people do better with a little movement than with none. Resting is fine too. "
                   "Both keep your plan.";
    }
    return {};
}

std::string_view move_words() {
    return "Small movements help more than another day of rest: the flare-up day is six minutes "
           "of the smallest. Resting is fine too. Both keep your plan.";
}

std::string_view colour_words(const Exposure& exposure, Colour colour, bool has_easier) {
    switch (colour) {
        case Colour::green:
        case Colour::grey:
        case Colour::black:
            return {};
        case Colour::amber:
            return has_easier ? "Ease off: make the movement smaller, or take the easier exercise."
                              : "Ease off: make the movement smaller.";
        case Colour::red:
            if (exposure.further) return further_words();
            if (exposure.numbness) return numbness_words();
            if (exposure.giving_way) return gave_way_words();
            return stopped_words();
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

std::optional<std::string> refer_words(const Course& course, const CoachThresholds& coach) {
    if (course.flare_days >= coach.refer_flare_days) {
        return fmt::format(
            "Pain called for rest on {} of the last seven days. A physiotherapist or doctor could "
            "check what else might help.",
            course.flare_days);
    }
    if (course.retired) {
        return fmt::format(
            "{} is out for now: it was too sore again and again. A physiotherapist could look at "
            "it with you.",
            *course.retired);
    }
    if (course.usual && *course.usual >= high_usual) {
        return "Pain in the mornings has been 7 or more for weeks. A physiotherapist or doctor "
               "could check what else might help.";
    }
    if (course.pain_now && course.pain_before &&
        *course.pain_now - *course.pain_before >= change_that_counts) {
        return "Your scores of this week are clearly higher than two weeks ago. A physiotherapist "
               "or doctor could check what else might help.";
    }
    const bool regular = course.regularity && *course.regularity * 100 >= coach.refer_adherence;
    if (!regular || !course.pain_now || !course.pain_then) return std::nullopt;
    if (*course.pain_then < least_pain || has_improved(*course.pain_then, *course.pain_now))
        return std::nullopt;
    if (course.function && *course.function >= change_that_counts) return std::nullopt;
    return "Your scores have not changed much in 4 weeks of regular practice. A physiotherapist or "
           "doctor could check what else might help.";
}

}  // namespace hipflow::coach
