// SPDX-License-Identifier: MIT
#include "coach/ending.h"

#include <fmt/format.h>

#include "coach/safety.h"

namespace hipflow::coach {
namespace {

constexpr int nine = 9;

/// Says what to do about a sign that needs help now, and the list it is from.
std::string help_words(std::string_view number, const CareWords& words) {
    const std::string call = emergency_number_words(number, words);
    return words.say(Care::help, {{"number", call}}) + '\n' +
           list_lines(words.say(Care::help_list), words.list(Care::now_signs));
}

/// Says what happens to the session.
std::string severe_outcome(Moment told, const CareWords& words) {
    switch (told) {
        case Moment::before:
            return ' ' + words.say(Care::severe_before);
        case Moment::peak:
            return ' ' + words.say(Care::severe_during);
        case Moment::after:
        case Moment::morning:
        case Moment::checkin:
            return {};
    }
    return {};
}

}  // namespace

bool is_severe(PainScore score, const PainThresholds& thresholds) {
    return score.value() >= thresholds.before_refuse;
}

Ending ending_after(const Exposure& told, const PainThresholds& thresholds) {
    if (told.emergency) return Ending::emergency;
    if (told.weakness) return Ending::weakness;
    if (told.peak && is_severe(*told.peak, thresholds)) return Ending::severe_pain;
    return Ending::session;
}

std::string severe_words(PainScore score, Moment told, std::string_view number,
                         const CareWords& words) {
    const std::string strength =
        score.value() >= nine
            ? words.say(Care::severe_ten)
            : words.say(Care::severe_score, {{"score", std::to_string(score.value())}});
    const std::string call = emergency_number_words(number, words);
    return fmt::format("{}{} {}\n", strength, severe_outcome(told, words),
                       words.say(Care::severe_position)) +
           list_lines(words.say(Care::severe_list), words.list(Care::now_signs)) +
           words.say(Care::severe_help, {{"number", call}}) + '\n';
}

std::string ending_words(Ending ending, std::string_view number, const CareWords& words) {
    switch (ending) {
        case Ending::emergency:
            return words.say(Care::emergency) + ' ' + help_words(number, words);
        case Ending::weakness:
            return words.say(Care::weakness) + ' ' + help_words(number, words);
        case Ending::leg_signs:
            return words.say(Care::leg_signs) + '\n' + now_lines(number, words);
        case Ending::rest:
            return gate_words(Gate::rest, words) + '\n';
        case Ending::session:
        case Ending::flare:
        case Ending::severe_pain:
        case Ending::uncleared:
        case Ending::nothing_left:
        case Ending::left_out:
            return {};
    }
    return {};
}

std::string last_words(Ending ending, const CareWords& words) {
    switch (ending) {
        case Ending::session:
        case Ending::left_out:
            return {};
        case Ending::flare:
            return words.say(Care::last_flare);
        case Ending::rest:
            return words.say(Care::last_rest);
        case Ending::leg_signs:
            return words.say(Care::last_leg_signs);
        case Ending::severe_pain:
            return words.say(Care::last_severe);
        case Ending::weakness:
        case Ending::emergency:
            return words.say(Care::last_help);
        case Ending::uncleared:
            return words.say(Care::last_uncleared);
        case Ending::nothing_left:
            return words.say(Care::last_nothing_left);
    }
    return {};
}

}  // namespace hipflow::coach
