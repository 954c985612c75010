// SPDX-License-Identifier: MIT
#include "guide/measure_function.h"

#include <fmt/format.h>

#include "guide/questions.h"

namespace hipflow {
namespace {

constexpr std::string_view first_words =
    "Name three things, up to five, that are hard for you because of your hips or back, in your "
    "own "
    "words. Such as: standing for twenty minutes, tying my shoes, turning in bed, getting out of "
    "the car, sitting at my desk. The same ones are asked again in some weeks.\n";

constexpr std::string_view scale_words =
    "How well does each go, today? 0 is: I am unable to do it. 10 is: as well as before. Up is "
    "better.\n";

/// Returns nullopt for Enter alone.
std::optional<std::string> ask_activity(Face& face, const std::string& question,
                                        const std::vector<Activity>& activities) {
    std::string answer = face.ask({question, {}, {"Enter no more"}});
    while (!answer.empty()) {
        const auto objection = objection_to(answer, activities);
        if (!objection) return answer;
        answer = face.ask({fmt::format("{}\n{}", *objection, question), {}, {"Enter no more"}});
    }
    return std::nullopt;
}

std::vector<Activity> ask_first_activities(Face& face, const FunctionNotes& notes) {
    face.say(first_words);
    std::vector<Activity> activities;
    while (activities.size() < most_activities) {
        const auto text = ask_activity(
            face, fmt::format("What is hard? Number {}:", activities.size() + 1), activities);
        if (!text) break;
        activities.push_back(notes.add(*text));
    }
    return activities;
}

void ask_score(Face& face, const Activity& activity, std::optional<int> previous,
               const FunctionNotes& notes) {
    const std::string before = previous ? fmt::format(" Last time: {}.", *previous) : "";
    const auto score = ask_number(
        face,
        fmt::format("{}: how well does it go, from 0 (unable) to 10 (as well as before)?{} Enter: "
                    "no answer.",
                    activity.text, before),
        0, 10);
    if (score) notes.score(activity, static_cast<int>(*score));
}

void ask_new_activity(Face& face, const std::vector<Activity>& activities,
                      const FunctionNotes& notes) {
    const auto text = ask_activity(face, "What else is hard?", activities);
    if (text) ask_score(face, notes.add(*text), std::nullopt, notes);
}

void ask_what_to_drop(Face& face, const std::vector<Activity>& activities,
                      const FunctionNotes& notes) {
    std::string question = "Which one? Its number; Enter drops none.";
    for (std::size_t i = 0; i < activities.size(); ++i) {
        question += fmt::format("\n  {} {}", i + 1, activities[i].text);
    }
    const auto number = ask_number(face, question, 1, static_cast<long>(activities.size()));
    if (number) notes.drop(activities[static_cast<std::size_t>(*number) - 1]);
}

void ask_changes(Face& face, const std::vector<Activity>& activities, const FunctionNotes& notes) {
    std::vector<std::string> options = {"Enter leaves them as they are", "d drop one"};
    if (activities.size() < most_activities) options.emplace_back("a add one");
    const auto letter = ask_letter(face, "The same ones are asked again next time.", options);
    if (letter == 'a') ask_new_activity(face, activities, notes);
    if (letter == 'd') ask_what_to_drop(face, activities, notes);
}

}  // namespace

void lead_function(Face& face, const std::vector<Activity>& activities,
                   const std::map<std::string, int>& previous, const FunctionNotes& notes) {
    const bool first = activities.empty();
    const auto asked = first ? ask_first_activities(face, notes) : activities;
    if (asked.empty()) return;
    face.say(scale_words);
    for (const auto& activity : asked) {
        const auto last = previous.find(activity.id);
        ask_score(face, activity,
                  last == previous.end() ? std::nullopt : std::optional(last->second), notes);
    }
    if (!first) ask_changes(face, asked, notes);
}

}  // namespace hipflow
