// SPDX-License-Identifier: MIT
#include "today/outlook.h"

#include <algorithm>
#include <optional>

#include "coach/allowed.h"
#include "coach/amounts.h"
#include "coach/fitting.h"
#include "coach/ladder.h"
#include "coach/readiness.h"
#include "domain/dose.h"
#include "today/person.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

class Foresight {
   public:
    Foresight(Desk& desk, const catalog::RoutineFile& source, const TodaysSession& result)
        : source_(source),
          result_(result),
          exercise_(lookup_of(desk.library(), source)),
          settings_(desk.settings()),
          today_(desk.now().local_day),
          calm_(source.routine.id == flare_up_routine || source.routine.id == gentle_day_routine),
          leaves_out_(coach::leaves_out_anything(person_of(desk))) {}

    Outlook of(const PrescribedStep& given) const {
        Outlook outlook{amount_words(given.work), std::nullopt, "", std::nullopt};
        const coach::CoachReason* reason = reason_of(given.planned_exercise);
        const bool waits = reason != nullptr && (reason->rule == coach::CoachRule::stays ||
                                                 reason->rule == coach::CoachRule::begins);
        const bool replaced = !given.reasons.empty();
        if (!waits || replaced || calm_ || coach::settles(given.work.exercise)) return outlook;
        const coach::ExerciseState state = state_of(given.work.exercise.id);
        outlook.next = next_words(given, state);
        if (!outlook.next.empty()) add_lacking(state, outlook);
        return outlook;
    }

   private:
    const coach::CoachReason* reason_of(const std::string& planned) const {
        const auto& reasons = result_.record.reasons;
        const auto found = std::ranges::find(reasons, planned, &coach::CoachReason::exercise);
        return found == reasons.end() ? nullptr : &*found;
    }

    coach::ExerciseState state_of(const std::string& id) const {
        const auto& states = result_.record.states;
        const auto found = std::ranges::find(states, id, &coach::ExerciseState::exercise);
        if (found != states.end()) return *found;
        coach::ExerciseState unknown;
        unknown.exercise = id;
        return unknown;
    }

    /// Steps up that were taken back, of the exercise and of what follows it.
    int failures(const std::string& id, int own) const {
        int most = own;
        for (const auto& other : result_.record.states) {
            if (coach::is_easier_rung(id, other.exercise, exercise_)) {
                most = std::max(most, other.failures);
            }
        }
        return most;
    }

    /// What is lacking on the side that lacks most. A session that only lacks its morning counts
    /// as one, and the morning is named.
    void add_lacking(const coach::ExerciseState& state, Outlook& outlook) const {
        int most = 0;
        for (const auto* side : {&state.left, &state.right}) {
            const auto ready = coach::readiness(*side, state.mornings, settings_.coach, today_);
            const auto needed = static_cast<int>(coach::comfortable_needed(
                ready, failures(state.exercise, state.failures), settings_.coach));
            const auto have = ready.waits ? ready.behind.size() + 1 : ready.comfortable.size();
            most = std::max(most, needed - static_cast<int>(have));
            if (ready.waits) outlook.morning_after = side->counted.back().day;
        }
        outlook.lacking = most;
    }

    std::string next_words(const PrescribedStep& given, const coach::ExerciseState& state) const {
        const Exercise& exercise = given.work.exercise;
        const auto step =
            std::ranges::find(source_.routine.steps, given.planned_exercise, &Step::exercise);
        if (step == source_.routine.steps.end()) return "";
        if (state.half) return "the full amount again";
        const bool is_planned = exercise.id == given.planned_exercise;
        const Dose dose = is_planned ? coach::dose_in(*step, exercise) : exercise.dose;
        const bool within = state.place < coach::steps_in_band(dose, settings_.coach);
        const auto cap = result_.record.cap;
        if (within && (!cap || exercise.level <= *cap)) {
            const Sides sides = is_planned ? coach::sides_in(*step, exercise) : exercise.sides;
            return amount_words(coach::work_at(exercise, dose, sides, state.place + 1,
                                               settings_.coach, settings_.breath));
        }
        const auto harder = coach::rung_after(exercise.id, given.planned_exercise, exercise_);
        if (within || !harder || (cap && exercise_(*harder).level > *cap)) return "";
        // Nothing is named that the person may leave out.
        return leaves_out_ ? "its next harder form" : exercise_(*harder).name;
    }

    const catalog::RoutineFile& source_;
    const TodaysSession& result_;
    coach::ExerciseLookup exercise_;
    const Settings& settings_;
    Day today_;
    bool calm_;
    bool leaves_out_;
};

}  // namespace

std::map<std::string, Outlook> outlooks_of(Desk& desk, const catalog::RoutineFile& source,
                                           const TodaysSession& result) {
    std::map<std::string, Outlook> outlooks;
    if (!result.prescription) return outlooks;
    const Foresight foresight(desk, source, result);
    for (const auto& step : result.prescription->steps) {
        outlooks.try_emplace(step.planned_exercise, foresight.of(step));
    }
    return outlooks;
}

}  // namespace hipflow::today
