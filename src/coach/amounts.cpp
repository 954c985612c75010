// SPDX-License-Identifier: MIT
#include "coach/amounts.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "domain/dose.h"

namespace hipflow::coach {
namespace {

/// Each side counts as one rep, so an odd number would leave one side short. A limit is kept.
void even_out(Work& work) {
    if (!work.reps || work.sides != Sides::alternate) return;
    const int odd = *work.reps % 2;
    work.reps = work.as_many && *work.reps > 1 ? *work.reps - odd : *work.reps + odd;
}

template <typename Amount>
int steps_between(const Band<Amount>& band, Amount step) {
    if (band.top <= band.bottom || step <= Amount{}) return 0;
    return static_cast<int>((band.top - band.bottom + step - Amount{1}) / step);
}

template <typename Amount>
Amount at_place(const Band<Amount>& band, Amount step, int place) {
    return std::min(band.bottom + step * place, std::max(band.top, band.bottom));
}

Millis hold_step(const CoachThresholds& coach) { return std::chrono::seconds(coach.hold_step_s); }

/// Zero if it is not reps that grow.
int steps_of_reps(const Dose& dose, const CoachThresholds& coach) {
    return dose.reps ? steps_between(*dose.reps, coach.reps_step) : 0;
}

/// How many steps the first of the bands takes that grow: reps, or else time or breaths.
int steps_of_amount(const Dose& dose, const CoachThresholds& coach) {
    if (const int steps = steps_of_reps(dose, coach); steps > 0) return steps;
    if (dose.breaths) return steps_between(*dose.breaths, 1);
    const auto& timed = dose.hold ? dose.hold : dose.duration;
    return timed ? steps_between(*timed, hold_step(coach)) : 0;
}

int steps_of_sets(const Dose& dose) { return dose.sets ? steps_between(*dose.sets, 1) : 0; }

/// Sets a hold of so many breaths, each as long as they were.
void set_breaths(Work& work, int breaths) {
    const int before = std::max(work.breaths.value_or(1), 1);
    work.hold = work.hold.value_or(Millis{}) / before * breaths;
    work.breaths = breaths;
}

int least_breaths(const Work& work) {
    const Dose& own = work.exercise.dose;
    return own.breaths ? std::min(own.breaths->bottom, work.breaths.value_or(1)) : 1;
}

/// Leaves a movement without phases. What they said of it stays as plain sentences.
template <typename Movement>
void say_as_sentences(Movement& movement) {
    for (auto& phase : movement.phases) {
        if (phase.say.empty()) continue;
        movement.instructions.push_back({std::move(phase.say), std::nullopt});
    }
    movement.phases.clear();
}

int least_reps(const Work& work) {
    if (work.as_many) return 1;
    const Dose& own = work.exercise.dose;
    return own.reps ? std::min(own.reps->bottom, work.reps.value_or(1)) : 1;
}

/// The least of a hold or of a movement, from the exercise's own band of it.
Millis least_of(const std::optional<Band<Millis>>& own, Millis now) {
    constexpr Millis least{1000};
    return own ? std::min(own->bottom, now) : least;
}

/// The hold of the work or, like it, the time of its movement; null if it is neither.
std::optional<Millis>* timed_part(Work& work) {
    if (work.hold) return &work.hold;
    return work.duration ? &work.duration : nullptr;
}

Millis least_time(const Work& work) {
    const Dose& own = work.exercise.dose;
    return work.hold ? least_of(own.hold, *work.hold)
                     : least_of(own.duration, work.duration.value_or(Millis{}));
}

}  // namespace

Dose dose_in(const Step& step, const Exercise& exercise) {
    Dose dose = step.dose;
    if (!step.phases.empty() && !dose.pace) dose.pace = shortest_rep(step.phases);
    return merged(dose, exercise.dose);
}

Sides sides_in(const Step& step, const Exercise& exercise) {
    return step.only ? Sides::each : step.sides.value_or(exercise.sides);
}

Work as_in_step(Work work, const Step& step) {
    work.note = step.note;
    work.load = step.load;
    if (step.phases.empty()) return work;
    Exercise& exercise = work.exercise;
    say_as_sentences(exercise);
    for (auto& translation : exercise.translations) say_as_sentences(translation);
    exercise.phases = step.phases;
    return work;
}

int steps_in_band(const Dose& dose, const CoachThresholds& coach) {
    return steps_of_amount(dose, coach) + steps_of_sets(dose);
}

Work work_at(const Exercise& exercise, const Dose& wanted, Sides sides, int place,
             const CoachThresholds& coach, Millis breath) {
    const Dose dose = with_reps_for_cap(wanted);
    Work work;
    work.exercise = exercise;
    work.sides = sides;
    const int further = std::max(place - steps_of_amount(dose, coach), 0);
    if (dose.sets) work.sets = at_place(*dose.sets, 1, further);
    work.cap = dose.cap;
    const bool by_reps = steps_of_reps(dose, coach) > 0;
    const int timed_place = by_reps ? 0 : place;
    if (dose.hold) work.hold = at_place(*dose.hold, hold_step(coach), timed_place);
    if (dose.breaths) {
        work.breaths = at_place(*dose.breaths, 1, timed_place);
        work.hold = breath * *work.breaths;
    }
    if (dose.reps) work.reps = at_place(*dose.reps, coach.reps_step, by_reps ? place : 0);
    work.as_many = dose.as_many;
    if (dose.duration) work.duration = at_place(*dose.duration, hold_step(coach), place);
    work.pace = dose.pace.value_or(Millis{});
    work.tempo = dose.tempo;
    work.release = dose.release.value_or(Millis{});
    even_out(work);
    return work;
}

Work halved(Work work) {
    if (work.sets > 1) {
        work.sets = (work.sets + 1) / 2;
    } else if (work.reps) {
        work.reps = std::max((*work.reps + 1) / 2, least_reps(work));
        even_out(work);
    } else if (work.breaths) {
        set_breaths(work, std::max((*work.breaths + 1) / 2, least_breaths(work)));
    } else if (auto* time = timed_part(work)) {
        *time = std::max(time->value_or(Millis{}) / 2, least_time(work));
    }
    return work;
}

Work half_dose(Work work) {
    constexpr Millis least{5000};
    if (work.sets > 1) {
        work.sets = (work.sets + 1) / 2;
    } else if (work.reps) {
        work.reps = std::max((*work.reps + 1) / 2, 1);
        even_out(work);
    } else if (work.breaths) {
        set_breaths(work, std::max((*work.breaths + 1) / 2, 1));
    } else if (auto* time = timed_part(work)) {
        const Millis now = time->value_or(Millis{});
        *time = std::max(std::chrono::floor<std::chrono::seconds>(now / 2) + Millis{},
                         std::min(least, now));
    }
    return work;
}

Work lightened(Work work, int percent) {
    if (work.reps) {
        work.reps = std::max((*work.reps * percent + 50) / 100, least_reps(work));
        even_out(work);
    } else if (work.breaths) {
        set_breaths(work, std::max(*work.breaths * percent / 100, least_breaths(work)));
    } else if (auto* time = timed_part(work)) {
        const auto whole =
            std::chrono::floor<std::chrono::seconds>(time->value_or(Millis{}) * percent / 100);
        *time = std::max<Millis>(whole, least_time(work));
    }
    return work;
}

}  // namespace hipflow::coach
