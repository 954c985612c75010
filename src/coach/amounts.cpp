// SPDX-License-Identifier: MIT
#include "coach/amounts.h"

#include <algorithm>
#include <chrono>

namespace hipflow::coach {
namespace {

/// Each side counts as one rep, so an odd number would leave one side short.
void even_out(Work& work) {
    if (work.reps && work.sides == Sides::alternate) work.reps = *work.reps + *work.reps % 2;
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

int least_reps(const Work& work) {
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

int steps_in_band(const Dose& dose, const CoachThresholds& coach) {
    if (const int steps = steps_of_reps(dose, coach); steps > 0) return steps;
    const auto& timed = dose.hold ? dose.hold : dose.duration;
    return timed ? steps_between(*timed, hold_step(coach)) : 0;
}

Work work_at(const Exercise& exercise, const Dose& dose, Sides sides, int place,
             const CoachThresholds& coach) {
    Work work;
    work.exercise = exercise;
    work.sides = sides;
    work.sets = dose.sets.value_or(1);
    work.cap = dose.cap;
    const bool by_reps = steps_of_reps(dose, coach) > 0;
    if (dose.hold) work.hold = at_place(*dose.hold, hold_step(coach), by_reps ? 0 : place);
    if (dose.reps) work.reps = at_place(*dose.reps, coach.reps_step, by_reps ? place : 0);
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
    } else if (auto* time = timed_part(work)) {
        const auto whole =
            std::chrono::floor<std::chrono::seconds>(time->value_or(Millis{}) * percent / 100);
        *time = std::max<Millis>(whole, least_time(work));
    }
    return work;
}

}  // namespace hipflow::coach
