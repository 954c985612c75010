// SPDX-License-Identifier: MIT
#include "coach/prescribe.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "coach/allowed.h"
#include "domain/dose.h"

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
        Prescription result;
        result.routine = routine_.id;
        result.name = routine_.name;
        result.counts = routine_.counts;
        result.gaps = routine_.gaps;
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
        warn_of_untagged(result);
        result.reasons = std::move(reasons_);
        if (result.steps.empty()) throw NothingLeft(nothing_left(result.reasons));
        note_person(result);
        return result;
    }

   private:
    std::optional<PrescribedStep> prescribe_step(const Step& step) {
        const Exercise planned = exercise_(step.exercise);
        PrescribedStep result;
        result.planned_exercise = step.exercise;
        result.work =
            settled(planned, merged(step.dose, planned.dose), step.sides.value_or(planned.sides));
        if (!fits(planned) && !replace(result, planned)) return std::nullopt;
        if (today_.gate == Gate::gentle) {
            result.work = halved(std::move(result.work));
        } else if (result.work.sides == Sides::each) {
            result.extra = step.extra;
        }
        result.first = first_side(step.first, today_.sore_side);
        result.order = step.order;
        result.gap = step.gap.value_or(routine_.gaps.set);
        result.optional = step.optional;
        return result;
    }

    /// Whether the exercise may be given at all, and today.
    bool fits(const Exercise& exercise) const {
        if (today_.gate == Gate::gentle && exercise.level > 1) return false;
        return !objection(exercise, today_.person);
    }

    /// Why a planned exercise is not given, as the rest of a sentence.
    std::string why_not(const Exercise& planned) const {
        if (auto words = objection(planned, today_.person)) return *std::move(words);
        return "it is more than today calls for";
    }

    /// Puts the nearest free rung that fits in the step's place: below, or else above and no harder
    /// than what was planned. False if there is none.
    bool replace(PrescribedStep& step, const Exercise& planned) {
        auto rungs = rungs_from(planned, &Exercise::easier);
        for (Exercise& rung : rungs_from(planned, &Exercise::harder)) {
            if (rung.level <= planned.level) rungs.push_back(std::move(rung));
        }
        for (const Exercise& rung : rungs) {
            if (taken_.contains(rung.id) || !fits(rung)) continue;
            taken_.insert(rung.id);
            step.work = settled(rung, rung.dose, rung.sides);
            step.reasons.push_back(fmt::format("{} takes the place of {}: {}.", rung.name,
                                               planned.name, why_not(planned)));
            return true;
        }
        reasons_.push_back(
            fmt::format("{} is left out: {}, and nothing else on its ladder is free for you today.",
                        planned.name, why_not(planned)));
        return false;
    }

    void warn_of_untagged(const Prescription& prescription) {
        const auto warn = [&](const Exercise& exercise) {
            if (is_unknown_to(exercise, today_.person)) {
                reasons_.push_back(untagged_words(exercise));
            }
        };
        for (const auto& step : prescription.steps) {
            warn(step.work.exercise);
            for (const auto& easier : step.easier) warn(easier.exercise);
        }
    }

    void note_person(Prescription& prescription) const {
        const Person& person = today_.person;
        std::vector<std::string> ids;
        ids.reserve(person.restrictions.size());
        for (const auto& restriction : person.restrictions) ids.push_back(restriction.id);
        prescription.restrictions = std::move(ids);
        prescription.avoid.emplace(person.avoided.begin(), person.avoided.end());
    }

    std::string nothing_left(const std::vector<std::string>& reasons) const {
        std::string text = fmt::format("nothing of '{}' is left for today.", routine_.id);
        for (const auto& reason : reasons) text += ' ' + reason;
        return text + " 'hipflow routine list' shows other routines.";
    }

    /// The free rungs below, the nearest first. Nobody is given one exercise twice in a session.
    std::vector<Work> alternates(const Exercise& from) {
        std::vector<Work> easier;
        for (const Exercise& rung : rungs_from(from, &Exercise::easier)) {
            if (!fits(rung) || !taken_.insert(rung.id).second) continue;
            easier.push_back(settled(rung, rung.dose, rung.sides));
        }
        return easier;
    }

    using Link = std::optional<std::string> Exercise::*;

    /// The rungs that a link leads to, the nearest first.
    std::vector<Exercise> rungs_from(const Exercise& from, Link link) const {
        std::vector<Exercise> rungs;
        std::set<std::string> seen = {from.id};
        for (auto id = from.*link; id && seen.insert(*id).second; id = rungs.back().*link) {
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
