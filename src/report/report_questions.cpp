// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "domain/names.h"
#include "report/page_words.h"
#include "report/report_page.h"
#include "report/stats_words.h"
#include "stats/trend.h"

namespace hipflow::report {
namespace {

/// " on the left"; nothing for both sides or none.
std::string on_side(const std::optional<Side>& side) {
    return side && *side != Side::both ? fmt::format(" on the {}", word(*side)) : "";
}

std::string days_of(int days, Day last, Day made) {
    if (days == 1) return "on " + page_day(last, made);
    return fmt::format("on {} days, last on {},", days, page_day(last, made));
}

/// The days on which something was told, and the side if it was always the same.
struct Told {
    std::vector<Day> days;
    std::optional<Side> side;
    bool sides_differ = false;
};

std::map<SymptomKind, Told> told_signs(const today::ReportValues& values) {
    std::map<SymptomKind, Told> all;
    for (const auto& sign : values.first.signs) {
        Told& told = all[sign.kind];
        if (!told.days.empty() && told.side != sign.side) told.sides_differ = true;
        told.side = sign.side;
        if (told.days.empty() || told.days.back() != sign.day) told.days.push_back(sign.day);
    }
    return all;
}

void ask_about_signs(std::vector<std::string>& questions, const today::ReportValues& values) {
    struct Asked {
        SymptomKind kind;
        std::string_view question;
    };
    static constexpr auto red_cleared = "What should I watch for from now on?";
    const std::string_view red = values.first.uncleared
                                     ? "Who should look at it, and what may I do until then?"
                                     : red_cleared;
    const std::vector<Asked> in_turn = {
        {SymptomKind::emergency, red},
        {SymptomKind::saddle, red},
        {SymptomKind::weakness, red},
        {SymptomKind::numbness, "What should I watch for?"},
        {SymptomKind::further, "Which exercises should I leave out then?"},
        {SymptomKind::gave_way, "Should I do anything about it?"},
        {SymptomKind::sharp, "Which exercises should I change?"}};
    const auto told = told_signs(values);
    for (const auto& [kind, question] : in_turn) {
        const auto found = told.find(kind);
        if (found == told.end()) continue;
        const Told& sign = found->second;
        questions.push_back(fmt::format(
            "{} I noticed {}{}. {}",
            capitalised(days_of(static_cast<int>(sign.days.size()), sign.days.back(), values.made)),
            sign_words(kind), sign.sides_differ ? std::string() : on_side(sign.side), question));
    }
}

/// About the exercise and side that was stopped for pain most often, from two days on; else about
/// sessions that were stopped as a whole.
void ask_about_stops(std::vector<std::string>& questions, const today::ReportValues& values) {
    std::map<std::pair<std::string, Side>, std::vector<Day>> stops;  // "": the session
    for (const auto& stop : values.first.stops) {
        auto& days = stops[{stop.exercise.value_or(""), stop.side}];
        if (days.empty() || days.back() != stop.day) days.push_back(stop.day);
    }
    const std::pair<const std::pair<std::string, Side>, std::vector<Day>>* most = nullptr;
    for (const auto& stop : stops) {
        if (stop.second.size() < 2) continue;
        const bool more = most == nullptr || most->first.first.empty() ||
                          (stop.second.size() > most->second.size() && !stop.first.first.empty());
        if (more) most = &stop;
    }
    if (most == nullptr) return;
    const auto& [exercise, side] = most->first;
    const std::string when = capitalised(
        days_of(static_cast<int>(most->second.size()), most->second.back(), values.made));
    questions.push_back(
        exercise.empty()
            ? fmt::format("{} I stopped the session for pain. What should I change?", when)
            : fmt::format(
                  "{} I stopped {}{} for pain. Should I leave it out, or do it another way?", when,
                  exercise, on_side(side)));
}

/// About the newest day of severe pain.
void ask_about_bad_days(std::vector<std::string>& questions, const today::ReportValues& values) {
    constexpr int severe = 7;  // of 10
    const stats::PainDay* newest = nullptr;
    for (const auto& day : values.pain_days) {
        if (!day.place && day.highest >= severe) newest = &day;
    }
    if (newest == nullptr) return;
    questions.push_back(fmt::format("On {} pain was {}. What should I do on such a day?",
                                    page_day(newest->local_day, values.made), newest->highest));
}

/// About the exercise that hurt most, from a mean rise of a point in five sessions on.
void ask_about_hurting(std::vector<std::string>& questions, const today::ReportValues& values) {
    const stats::ExerciseUse* worst = nullptr;
    for (const auto& use : values.exercises.uses) {
        const ChangeSum& change = use.change;
        if (change.n < stats::fewest_for_mean || change.sum < change.n) continue;
        const bool more = worst == nullptr || static_cast<long>(change.sum) * worst->change.n >
                                                  static_cast<long>(worst->change.sum) * change.n;
        if (more) worst = &use;
    }
    if (worst == nullptr) return;
    questions.push_back(
        fmt::format("Pain rose by {} points on average in {}{} ({} sessions). Keep it, ease it or "
                    "leave it out?",
                    score_text(static_cast<double>(worst->change.sum) / worst->change.n),
                    values.exercises.name(worst->exercise), on_side(worst->side), worst->change.n));
}

/// About the exercise that was replaced in most of its sessions, from three on.
void ask_about_replaced(std::vector<std::string>& questions, const today::ReportValues& values) {
    constexpr int fewest = 3;
    for (const auto& replaced : values.first.replaced) {
        if (replaced.times < fewest || replaced.times * 2 <= replaced.sessions) continue;
        questions.push_back(
            fmt::format("In place of {} I did {} in {} of {} sessions. Is the first worth going "
                        "back to?",
                        replaced.planned, replaced.done, replaced.times, replaced.sessions));
        return;
    }
}

void ask_about_pain(std::vector<std::string>& questions, const today::ReportValues& values) {
    const stats::Trend trend = stats::trend(stats::daily_scores(values.days), values.first_scored);
    if (!trend.verdict || !trend.per_four_weeks) return;
    if (*trend.verdict == stats::Verdict::rising) {
        questions.push_back(
            fmt::format("My scores rose by {} points in four weeks. What could I change?",
                        score_text(std::max(0.1, *trend.per_four_weeks))));
    }
    if (*trend.verdict == stats::Verdict::no_clear_change && trend.last && *trend.last >= 4) {
        questions.push_back(fmt::format(
            "My scores show no clear change over {} days with a score. Is there something else to "
            "try?",
            trend.judged_days));
    }
}

void ask_about_measures(std::vector<std::string>& questions, const today::ReportValues& values) {
    for (const auto& one : values.function) {
        if (one.activity.to_day || one.scores.size() < 2) continue;
        const int change = one.scores.back().score - one.scores.front().score;
        if (stats::activity_verdict(change) != stats::FunctionVerdict::harder) continue;
        questions.push_back(fmt::format("\"{}\" went from {} to {} of 10. What would help with it?",
                                        one.activity.text, one.scores.front().score,
                                        one.scores.back().score));
        break;
    }
    if (values.hip_rotation.empty()) return;
    for (const Rotation movement : {Rotation::internal, Rotation::external}) {
        const auto lesser = stats::lesser_side(values.hip_rotation.front(), movement);
        if (!lesser) continue;
        questions.push_back(fmt::format(
            "My {} hip turned {} less than the {} on the last two test days. Does that matter for "
            "me?",
            word(*lesser), movement == Rotation::internal ? "in" : "out", word(other(*lesser))));
        return;
    }
}

void ask_about_limits(std::vector<std::string>& questions, const today::ReportValues& values) {
    const auto& person = values.first.person;
    if (person.restrictions.empty()) return;
    questions.push_back(fmt::format("Exercises are left out for: {}. Does all of that still hold?",
                                    fmt::format("{}", fmt::join(person.restrictions, "; "))));
}

}  // namespace

std::vector<std::string> questions_of(const today::ReportValues& values) {
    constexpr std::size_t most = 5;
    std::vector<std::string> questions;
    ask_about_signs(questions, values);
    ask_about_stops(questions, values);
    ask_about_pain(questions, values);
    ask_about_bad_days(questions, values);
    ask_about_hurting(questions, values);
    ask_about_replaced(questions, values);
    ask_about_measures(questions, values);
    ask_about_limits(questions, values);
    if (questions.empty()) {
        questions.emplace_back("Is there anything here that I should do in another way?");
    }
    if (questions.size() > most) questions.resize(most);
    return questions;
}

}  // namespace hipflow::report
