// SPDX-License-Identifier: MIT
#include "coach/prescribe.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "domain/dose.h"
#include "domain/error.h"

namespace hipflow {
namespace {

/// The amounts of a dose at the bottom of its bands (CONTENT 4.4: a variant begins there).
Work settled(const Exercise& exercise, const Dose& dose, Sides sides) {
    Work work;
    work.exercise = exercise;
    work.sides = sides;
    work.sets = dose.sets.value_or(1);
    work.cap = dose.cap;
    if (dose.hold) work.hold = dose.hold->bottom;
    if (dose.reps) work.reps = dose.reps->bottom;
    work.pace = dose.pace.value_or(Millis{});
    work.release = dose.release.value_or(Millis{});
    // Each side counts as one rep: an odd number would leave one side short.
    if (work.reps && sides == Sides::alternate) work.reps = *work.reps + *work.reps % 2;
    return work;
}

/// Half a session (DESIGN 4): half the sets, rounded up; of one set, half the reps or hold, never
/// below the exercise's own bottom.
Work halved(Work work) {
    if (work.sets > 1) {
        work.sets = (work.sets + 1) / 2;
        return work;
    }
    const Dose& own = work.exercise.dose;
    if (work.reps) {
        const int bottom = own.reps ? std::min(own.reps->bottom, *work.reps) : 1;
        work.reps = std::max((*work.reps + 1) / 2, bottom);
        if (work.sides == Sides::alternate) work.reps = *work.reps + *work.reps % 2;
    } else if (work.hold) {
        const Millis bottom = own.hold ? std::min(own.hold->bottom, *work.hold) : Millis{1000};
        work.hold = std::max(*work.hold / 2, bottom);
    }
    return work;
}

Side first_side(First first, std::optional<Side> sore_side) {
    switch (first) {
        case First::left:
            return Side::left;
        case First::right:
            return Side::right;
        case First::better:
            return sore_side ? other(*sore_side) : Side::left;
        case First::worse:
            return sore_side.value_or(Side::left);
    }
    return Side::left;
}

class Prescriber {
   public:
    Prescriber(const Routine& routine, const ExerciseLookup& exercise, const Today& today)
        : routine_(routine), exercise_(exercise), today_(today) {
        for (const auto& step : routine.steps) taken_.insert(step.exercise);
    }

    Prescription run() {
        Prescription result{routine_.id, routine_.name, routine_.counts, routine_.gaps, {}, {}};
        for (const auto& step : routine_.steps) {
            if (auto prescribed = prescribe_step(step)) {
                result.steps.push_back(std::move(*prescribed));
            }
        }
        // Alternates come last: no spare rung may keep a step from its own exercise.
        for (auto& step : result.steps) {
            step.easier = alternates(step.work.exercise);
            if (today_.gate == Gate::gentle) {
                for (auto& work : step.easier) work = halved(std::move(work));
            }
        }
        result.reasons = std::move(reasons_);
        if (result.steps.empty()) {
            throw Error(
                fmt::format("nothing of '{}' is left for today. 'hipflow routine list' shows "
                            "other routines.",
                            routine_.id));
        }
        return result;
    }

   private:
    std::optional<PrescribedStep> prescribe_step(const Step& step) {
        const Exercise planned = exercise_(step.exercise);
        PrescribedStep result;
        result.planned_exercise = step.exercise;
        result.work =
            settled(planned, merged(step.dose, planned.dose), step.sides.value_or(planned.sides));
        if (today_.gate == Gate::gentle && planned.level > 1 && !make_gentle(result, planned)) {
            return std::nullopt;
        }
        if (today_.gate == Gate::gentle) {
            result.work = halved(std::move(result.work));
        } else {
            result.extra = step.extra;
        }
        result.first = first_side(step.first, today_.sore_side);
        result.order = step.order;
        result.gap = step.gap.value_or(routine_.gaps.set);
        result.optional = step.optional;
        return result;
    }

    /// Puts the nearest free rung of level 1 in the step's place; false if there is none.
    bool make_gentle(PrescribedStep& step, const Exercise& planned) {
        for (const Exercise& rung : rungs_below(planned)) {
            if (rung.level > 1 || taken_.contains(rung.id)) continue;
            taken_.insert(rung.id);
            step.work = settled(rung, rung.dose, rung.sides);
            step.reasons.push_back(
                fmt::format("{} takes the place of {}, which is more than today "
                            "calls for.",
                            rung.name, planned.name));
            return true;
        }
        reasons_.push_back(
            fmt::format("{} is left out: it is more than today calls for, and no easier "
                        "form of it is free.",
                        planned.name));
        return false;
    }

    /// The free rungs below, the nearest first. Nobody is given one exercise twice in a session.
    std::vector<Work> alternates(const Exercise& from) {
        std::vector<Work> easier;
        for (const Exercise& rung : rungs_below(from)) {
            if (!taken_.insert(rung.id).second) continue;
            easier.push_back(settled(rung, rung.dose, rung.sides));
        }
        return easier;
    }

    std::vector<Exercise> rungs_below(const Exercise& from) const {
        std::vector<Exercise> rungs;
        std::set<std::string> seen = {from.id};
        for (auto id = from.easier; id && seen.insert(*id).second; id = rungs.back().easier) {
            rungs.push_back(exercise_(*id));
        }
        return rungs;
    }

    const Routine& routine_;
    const ExerciseLookup& exercise_;
    const Today& today_;
    std::set<std::string> taken_;  // exercises that the session has, or holds as alternates
    std::vector<std::string> reasons_;
};

}  // namespace

Prescription prescribe(const Routine& routine, const ExerciseLookup& exercise, const Today& today) {
    return Prescriber(routine, exercise, today).run();
}

}  // namespace hipflow
