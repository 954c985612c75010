// SPDX-License-Identifier: MIT
#include "today/for_person.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "coach/allowed.h"
#include "coach/fitting.h"
#include "coach/prescribe_words.h"
#include "domain/wording.h"

namespace hipflow::today {
namespace {

/// Why something is replaced, as the end of a sentence. Most short names stand well after "for".
std::string because_of(const Restriction* restriction) {
    if (restriction == nullptr) return "as you asked";
    constexpr auto clauses = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"no-floor", "because the floor is hard to get to"},
        {"lying-flat", "because lying flat does not suit you"},
        {"knees", "because kneeling does not suit you"},
        {"hip-replacement-posterior", "for your new hip"},
        {"hip-replacement-anterior", "for your new hip"},
        {"knee-replacement", "for your new knee"},
    });
    for (const auto& [id, clause] : clauses) {
        if (restriction->id == id) return std::string(clause);
    }
    const bool has_short = !restriction->short_name.empty();
    return fmt::format("for {}", has_short ? restriction->short_name : restriction->name);
}

/// Each reason once, in a row: "for pregnancy and because the floor is hard to get to".
std::string reasons_of(const std::vector<ForPerson>& changes) {
    std::vector<std::string_view> reasons;
    for (const auto& change : changes) {
        if (std::ranges::find(reasons, change.because) == reasons.end())
            reasons.push_back(change.because);
    }
    std::string text;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        const bool last = i + 1 == reasons.size();
        text += fmt::format("{}{}", i == 0 ? "" : last ? " and " : ", ", reasons[i]);
    }
    return text;
}

/// What stands against an exercise in a step.
struct Objection {
    std::string clause;
    std::string because;
};

std::optional<Objection> objection_to(const Exercise& exercise, const Step& step,
                                      const coach::Fitting& fitting, const Person& person) {
    auto clause = fitting.objection_in(step, exercise);
    if (!clause) return std::nullopt;
    const auto all = coach::all_against(exercise, person, fitting.surface_in(step, exercise));
    return Objection{*std::move(clause), because_of(all.empty() ? nullptr : all[0].restriction)};
}

std::string words_on(const Exercise& planned, const Exercise* given, const std::string& why) {
    return given != nullptr ? coach::replaced_words(*given, planned, why)
                            : coach::dropped_words(planned, why, true);
}

/// What a session holds in place of what the person leaves out of a step; nullopt if that is
/// nothing, or is not told.
class Changes {
   public:
    Changes(const Routine& routine, const coach::ExerciseLookup& exercise,
            const coach::Today& today, const Prescription& session)
        : exercise_(exercise),
          today_(today),
          session_(session),
          fitting_(routine, exercise, today),
          reasons_(all_reasons(session)) {}

    std::optional<ForPerson> in(const Step& step) const {
        const auto standing = today_.standings.find(step.exercise);
        const bool known = standing != today_.standings.end();
        if (known && standing->second.left_out) return std::nullopt;
        const Exercise& planned = exercise_(step.exercise);
        const Exercise& rung = exercise_(known ? standing->second.rung : step.exercise);
        const auto against_planned = objection_to(planned, step, fitting_, today_.person);
        const auto against_rung = objection_to(rung, step, fitting_, today_.person);
        const Exercise* given = given_in(step);
        ForPerson change;
        change.planned = step.exercise;
        if (given != nullptr) change.given = given->id;
        change.reason = said_of(rung, given, against_rung);
        // What is not there for another reason, as to save time, is no change of this kind; nor is
        // a rung that nothing is said of.
        if (change.reason.empty() && (given == nullptr || !against_planned)) return std::nullopt;
        const auto& against = against_planned ? against_planned : against_rung;
        if (!against) return std::nullopt;
        change.text = words_on(against_planned ? planned : rung, given, against->clause);
        change.because = against->because;
        return change;
    }

   private:
    /// Null if it is left out.
    const Exercise* given_in(const Step& step) const {
        const auto found =
            std::ranges::find(session_.steps, step.exercise, &PrescribedStep::planned_exercise);
        return found == session_.steps.end() ? nullptr : &found->work.exercise;
    }

    /// The sentence of the session on a rung; empty if it has none.
    std::string said_of(const Exercise& rung, const Exercise* given,
                        const std::optional<Objection>& against) const {
        if (!against) return {};
        std::string words = words_on(rung, given, against->clause);
        if (std::ranges::find(reasons_, words) == reasons_.end()) return {};
        return words;
    }

    const coach::ExerciseLookup& exercise_;
    const coach::Today& today_;
    const Prescription& session_;
    coach::Fitting fitting_;
    std::vector<std::string> reasons_;
};

}  // namespace

std::vector<ForPerson> changes_for_person(const Routine& routine,
                                          const coach::ExerciseLookup& exercise,
                                          const coach::Today& today, const Prescription& session) {
    std::vector<ForPerson> told;
    if (!coach::leaves_out_anything(today.person)) return told;
    const Changes changes(routine, exercise, today, session);
    for (const auto& step : routine.steps) {
        if (auto change = changes.in(step)) told.push_back(*std::move(change));
    }
    return told;
}

std::string summed_up(const std::vector<ForPerson>& changes) {
    if (changes.empty()) return {};
    const auto out = static_cast<std::size_t>(
        std::ranges::count_if(changes, [](const ForPerson& one) { return !one.given; }));
    const std::size_t replaced = changes.size() - out;
    const auto counted = [](std::size_t number, bool begins) {
        return fmt::format("{}{}{}",
                           begins ? with_capital(number_word(number)) : number_word(number),
                           !begins       ? ""
                           : number == 1 ? " exercise"
                                         : " exercises",
                           number == 1 ? " is" : " are");
    };
    std::string text;
    if (replaced > 0) text = counted(replaced, true) + " replaced";
    if (out > 0) {
        text += replaced > 0 ? " and " : "";
        text += counted(out, replaced == 0) + " left out";
    }
    return fmt::format("{} {}; 'hipflow why' has which.", text, reasons_of(changes));
}

}  // namespace hipflow::today
