// SPDX-License-Identifier: MIT
#include "coach/assignment.h"

#include <algorithm>
#include <set>

#include "coach/ladder.h"

namespace hipflow::coach {
namespace {

constexpr auto sore_after_red = std::chrono::days(14);

class Assigner {
   public:
    Assigner(const Routine& routine, const States& states, const ExerciseLookup& exercise,
             int entry_level, Day today, bool climbs)
        : routine_(routine),
          states_(states),
          exercise_(exercise),
          entry_level_(entry_level),
          today_(today),
          climbs_(climbs) {}

    std::vector<Slot> run() {
        std::vector<Slot> slots;
        slots.reserve(routine_.steps.size());
        for (const auto& step : routine_.steps) {
            slots.push_back(slot_of(step.exercise));
            if (!slots.back().waits) chosen_.insert(slots.back().rung);
        }
        return slots;
    }

   private:
    const ExerciseState* state(const std::string& id) const {
        const auto found = states_.find(id);
        return found == states_.end() ? nullptr : &found->second;
    }
    bool has(const std::string& id, bool ExerciseState::*fact) const {
        const ExerciseState* known = state(id);
        return known != nullptr && known->*fact;
    }

    Slot slot_of(const std::string& planned) {
        Slot slot{planned, climbed(planned)};
        const auto sore = sore_below(slot.rung);
        if (is_retired(slot.rung) || (is_open(slot.rung, planned) && !sore)) return slot;
        for (const auto& below : rungs_below(slot.rung, exercise_)) {
            const bool open = is_free(below, planned) && is_open(below, planned);
            if (!is_retired(below) && (!open || sore_below(below))) continue;
            slot.rung = below;  // a retired one keeps the step empty
            return slot;
        }
        const auto& easier = exercise_(slot.rung).easier;
        slot.because = sore.value_or(easier.value_or(slot.rung));
        const bool earned = has(slot.rung, &ExerciseState::stood);
        (earned ? slot.half : slot.waits) = true;
        return slot;
    }

    /// The planned exercise, or the rung that has taken its place.
    std::string climbed(const std::string& planned) const {
        std::string rung = planned;
        std::set<std::string> seen = {rung};
        while (climbs_ && has(rung, &ExerciseState::mastered)) {
            const auto& harder = exercise_(rung).harder;
            if (!harder || !is_known(*harder, exercise_) || !seen.insert(*harder).second) break;
            if (has(*harder, &ExerciseState::closed) || !is_free(*harder, planned)) break;
            rung = *harder;
        }
        return rung;
    }

    bool is_free(const std::string& id, const std::string& planned) const {
        return !chosen_.contains(id) &&
               std::ranges::none_of(routine_.steps, [&](const Step& other) {
                   return other.exercise == id && other.exercise != planned;
               });
    }

    bool is_retired(const std::string& id) const {
        const ExerciseState* known = state(id);
        return known != nullptr && known->retired;
    }

    /// Returns whether the person may be given an exercise, as far as that one is concerned.
    bool is_open(const std::string& id, const std::string& planned) const {
        if (has(id, &ExerciseState::closed)) return false;
        const Exercise& exercise = exercise_(id);
        if (exercise.level <= 1 || has(id, &ExerciseState::stood)) return true;
        if (nothing_known(planned)) return exercise.level <= entry_level_;
        const auto below = rungs_below(id, exercise_);
        if (below.empty()) return exercise.level <= entry_level_;
        return has(below.front(), &ExerciseState::topped) ||
               has(below.front(), &ExerciseState::mastered);
    }

    bool nothing_known(const std::string& planned) const {
        if (has(planned, &ExerciseState::stood)) return false;
        return std::ranges::none_of(rungs_below(planned, exercise_), [&](const std::string& rung) {
            return has(rung, &ExerciseState::stood);
        });
    }

    /// The nearest rung below an exercise that is too sore for anything above it.
    std::optional<std::string> sore_below(const std::string& id) const {
        for (const auto& rung : rungs_below(id, exercise_)) {
            const ExerciseState* known = state(rung);
            if (known == nullptr) continue;
            const bool red = std::ranges::any_of(
                known->reds, [&](Day day) { return today_ - day < sore_after_red; });
            if (known->closed || known->half || known->retired || red) return rung;
        }
        return std::nullopt;
    }

    const Routine& routine_;
    const States& states_;
    const ExerciseLookup& exercise_;
    int entry_level_;
    Day today_;
    bool climbs_;
    std::set<std::string> chosen_;
};

}  // namespace

std::vector<Slot> assign(const Routine& routine, const States& states,
                         const ExerciseLookup& exercise, int entry_level, Day today, bool climbs) {
    return Assigner(routine, states, exercise, entry_level, today, climbs).run();
}

}  // namespace hipflow::coach
