// SPDX-License-Identifier: MIT
#include "coach/safety.h"

#include <fmt/format.h>

namespace hipflow {

std::vector<std::string> first_run_words() {
    return {
        "hipflow guides general hip and back mobility exercise. It cannot examine you, and it "
        "cannot "
        "tell you what is causing pain.",
        "If you have had hip or spine surgery or a recent injury, have osteoporosis, are pregnant, "
        "or "
        "have been told to limit movement, check with your clinician first.",
        "Some signs need medical help rather than exercise. Please read them: 'hipflow safety' "
        "shows "
        "the list at any time.",
    };
}

std::vector<SafetyList> safety_lists() {
    return {
        {"Get emergency help now for a back or leg problem with any of these:",
         {"numbness or a changed feeling around the genitals, bottom or inner thighs",
          "new trouble passing, feeling or holding urine, or holding the bowels",
          "new loss of sexual function or feeling", "pain, numbness or weakness in both legs",
          "weakness that is severe or getting worse", "a serious accident just before it began",
          "chest pain"}},
        {"See a clinician within days, or the same day, for any of these:",
         {"fever, or feeling very unwell",
          "weight loss that you cannot explain, or a history of cancer",
          "pain that rest does not ease, or that is much worse at night",
          "a lump, swelling or change of shape of the spine",
          "pain like a band around the trunk, or unsteady walking",
          "a fall or knock if you have osteoporosis, are older, or take steroids for long",
          "a weakened immune system, or injecting drugs",
          "a hip that cannot bear weight after a fall; a hot, red or swollen joint",
          "groin pain with fever; a swollen, painful calf; a pulsing belly with back pain"}},
        {"Book an appointment when:",
         {"things are no better after a few weeks", "leg pain stays",
          "mornings are stiff for more than half an hour, and moving eases it",
          "you are pregnant and unsure: ask your midwife, doctor or physiotherapist"}},
        {"During a session, stop the exercise for:",
         {"sharp, electric or shooting pain",
          "pain that reaches 6 of 10, or 5 if that is 3 more than at the start",
          "anything that moves further down the leg", "new numbness, tingling or weakness",
          "catching or locking in the groin, or a knee that gives way",
          "dizziness, chest pain, breathlessness or faintness",
          "anything that feels wrong to you"}},
    };
}

std::string_view before_words() {
    return "A mild stretch is fine. Ease off at 4 out of 10. Stop at 6, or if it is sharp or runs "
           "down "
           "your leg.";
}

std::string_view stopped_words() {
    return "Stopped, and that was the right call. Stopping for pain counts as keeping your plan.";
}

std::string_view second_red_words() {
    return "That is the second time today, so the session ends here, with a rest.";
}

std::string_view further_words() {
    return "You told us that symptoms moved further down the leg, so this exercise ends here for "
           "today. "
           "If that goes on, or you notice numbness or weakness, speak to a doctor or "
           "physiotherapist.";
}

std::string_view numbness_words() {
    return "Tingling and numbness are not a stretch feeling, so this exercise ends here for today. "
           "If "
           "they are new, grow or stay, speak to a doctor or physiotherapist.";
}

std::string_view emergency_words() {
    return "New weakness can be serious. The session ends here. If it is severe, getting worse, in "
           "both "
           "legs, or comes with a change of feeling between the legs or trouble with bladder or "
           "bowels, get emergency help now. Otherwise ask a clinician soon. 'hipflow safety' shows "
           "the whole list.";
}

std::string_view emergency_now_words() {
    return "These symptoms can be serious and need urgent medical help now. hipflow will not start "
           "a session today. 'hipflow safety' shows the whole list.";
}

std::string_view new_numbness_words() {
    return "New tingling or numbness is not something to exercise through. If it grows or stays, "
           "speak to a doctor or physiotherapist.";
}

std::string clearance_words(Day day) {
    return fmt::format(
        "On {} you told of a sign that needs to be looked at before you go on. hipflow starts no "
        "session until you note what a doctor or physiotherapist said about exercise. 'hipflow "
        "safety' shows the signs that need help now.",
        format_day(day));
}

std::string bad_morning_words(Day day) {
    return fmt::format(
        "The morning after {} was well above your usual, so today's session is the gentle day.",
        format_day(day));
}

std::string_view gate_words(Gate gate) {
    switch (gate) {
        case Gate::none:
            return {};
        case Gate::flare:
            return "Today's session is the flare-up day. It counts as keeping your plan. Short "
                   "easy "
                   "walks are fine if they do not make it worse.";
        case Gate::gentle:
            return "Today's session is the gentler one: easier exercises, half as much.";
        case Gate::rest:
            return "Today is a day for rest. Resting counts as keeping your plan.";
        case Gate::refused:
            return "That is too much pain to exercise with, so there is no session today; resting "
                   "counts as keeping your plan. If this pain is new or unlike what you know, or "
                   "does not ease, ask a clinician. 'hipflow safety' shows the signs that need "
                   "help now.";
    }
    return {};
}

std::string_view colour_words(const Exposure& exposure, Colour colour) {
    switch (colour) {
        case Colour::green:
        case Colour::grey:
            return {};
        case Colour::amber:
            return "Ease off: make the movement smaller, or take the easier exercise.";
        case Colour::red:
            if (exposure.further) return further_words();
            if (exposure.numbness) return numbness_words();
            return stopped_words();
        case Colour::black:
            return emergency_words();
    }
    return {};
}

}  // namespace hipflow
