// SPDX-License-Identifier: MIT
#include "coach/ending.h"

#include <fmt/format.h>

#include "coach/safety.h"

namespace hipflow::coach {
namespace {

constexpr int nine = 9;

/// Says what to do about a sign that needs help now, and the list it is from.
std::string help_words(std::string_view number) {
    return fmt::format(
               "Go to an emergency department, or call {}. Do not drive yourself. Say what is new, "
               "such as \"changed feeling between the legs\", \"bladder or bowel trouble\" or "
               "\"leg weakness\", with back pain.\n",
               emergency_number_words(number)) +
           list_lines("It is as urgent with any of these:", now_signs());
}

/// Says what happens to the session.
std::string_view severe_outcome(Moment told) {
    switch (told) {
        case Moment::before:
            return " There is no session today, and nothing is lost.";
        case Moment::peak:
            return " The session ends here, and what was done is kept.";
        case Moment::after:
        case Moment::morning:
        case Moment::checkin:
            return "";
    }
    return "";
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

std::string severe_words(PainScore score, Moment told, std::string_view number) {
    const std::string strength = score.value() >= nine
                                     ? "Nine or ten out of ten"
                                     : fmt::format("{} out of ten", score.value());
    return fmt::format(
               "{} is a lot to carry.{} Find the position that eases it most (on your back with "
               "the calves on a chair, or on your side with a pillow between the knees), and "
               "change it when you like.\n",
               strength, severe_outcome(told)) +
           list_lines("Is any of this true?", now_signs()) +
           fmt::format(
               "If so, get help now: go to an emergency department, or call {}. If not: if it is "
               "new, unlike your usual, or no better by tomorrow, call a doctor or "
               "physiotherapist.\n",
               emergency_number_words(number));
}

std::string ending_words(Ending ending, std::string_view number) {
    switch (ending) {
        case Ending::emergency:
            return "This can be serious, and it should be looked at today, not tomorrow; until "
                   "then there is no session. " +
                   help_words(number);
        case Ending::weakness:
            return "New weakness can be serious. It should be looked at today, not tomorrow; until "
                   "then there is no session. " +
                   help_words(number);
        case Ending::leg_signs:
            return "New tingling or numbness is not something to exercise through, so today is a "
                   "day of rest; that keeps your plan. If it grows or stays, speak to a doctor or "
                   "physiotherapist.\n" +
                   list_lines(now_heading(number), now_signs());
        case Ending::rest:
            return std::string(gate_words(Gate::rest)) + '\n';
        case Ending::session:
        case Ending::flare:
        case Ending::severe_pain:
        case Ending::uncleared:
        case Ending::nothing_left:
            return {};
    }
    return {};
}

std::string_view last_words(Ending ending) {
    switch (ending) {
        case Ending::session:
            return {};
        case Ending::flare:
            return "Short easy walks are fine if they do not make it worse.";
        case Ending::rest:
            return "Noted. Short easy walks are fine if they do not make it worse.";
        case Ending::leg_signs:
            return "Noted. The next start asks first whether it has grown.";
        case Ending::severe_pain:
            return "Noted. Lie as is easiest, and change position now and then.";
        case Ending::weakness:
        case Ending::emergency:
            return "Noted. Please get that help now; your history stays here.";
        case Ending::uncleared:
            return "No session today. Please get that help now; your history stays here.";
        case Ending::nothing_left:
            return "Noted as a day of rest. 'hipflow routine list' shows what else there is.";
    }
    return {};
}

}  // namespace hipflow::coach
