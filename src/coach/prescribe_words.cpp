// SPDX-License-Identifier: MIT
#include "coach/prescribe_words.h"

#include <fmt/format.h>

#include <set>

#include "coach/grouping.h"
#include "coach/state.h"

namespace hipflow::coach {

std::string replaced_words(const Exercise& given, const Exercise& planned, const std::string& why) {
    return fmt::format("{} takes the place of {}: {}.", given.name, planned.name, why);
}

std::string dropped_words(const Exercise& exercise, const std::string& why, bool by_purpose) {
    return fmt::format("{} is left out: {}, and nothing else {} is free for you today.",
                       exercise.name, why, by_purpose ? "for the same purpose" : "on its ladder");
}

std::string too_little_words(Millis left, Millis all) {
    return fmt::format(
        "With what you leave out, {} of {} of work are left: too little for a session. 'hipflow "
        "routine list' shows what there is for you. {}",
        spell_duration(left), spell_duration(all), ask_somebody);
}

std::string nothing_left_words(const Routine& routine, const Today& today,
                               const std::vector<std::string>& reasons) {
    std::set<std::string> told;
    std::vector<CoachReason> all;
    for (const auto& step : routine.steps) {
        const auto found = today.standings.find(step.exercise);
        if (found == today.standings.end() || found->second.why.empty()) continue;
        if (told.insert(step.exercise).second) all.emplace_back().text = found->second.why;
    }
    for (const auto& reason : reasons) all.emplace_back().text = reason;
    std::string text = fmt::format("nothing of '{}' is left for today.", routine.id);
    for (const auto& sentence : grouped(all, 2)) text += ' ' + sentence;
    text += " 'hipflow routine list' shows other routines.";
    if (!today.person.restrictions.empty()) text += fmt::format(" {}", ask_somebody);
    return text;
}

}  // namespace hipflow::coach
