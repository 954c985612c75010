// SPDX-License-Identifier: MIT
#include "coach/ladder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ranges>
#include <set>

#include "domain/names.h"

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

/// Number of steps from the bottom of the dose's band to its top; zero without a band. A step is 2
/// reps or 5 s unless set otherwise (docs/design/care.md, "Amounts"); the last may be shorter.
int steps_in_band(const Dose& dose, const CoachThresholds& coach) {
    if (const int steps = steps_of_reps(dose, coach); steps > 0) return steps;
    const auto& timed = dose.hold ? dose.hold : dose.duration;
    return timed ? steps_between(*timed, hold_step(coach)) : 0;
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

/// Rest and breathing, where there is nothing to make harder.
bool is_settling(const Exercise& exercise) {
    return std::ranges::find(exercise.target, "settling") != exercise.target.end();
}

void climb(ExerciseState& state, const std::string& rung) {
    state.rung = rung;
    state.place = 0;
    state.lowered = std::max(0, state.lowered - 1);
}

std::optional<std::string> morning_flaw(Day day, const std::vector<DayAfter>& mornings) {
    const auto known = std::ranges::find(mornings, day, &DayAfter::day);
    const auto colour = known == mornings.end() ? std::nullopt : known->colour;
    if (!colour) return fmt::format("the morning after {} was not answered", short_day(day));
    if (*colour == MorningColour::ok) return std::nullopt;
    return fmt::format("the morning after {} was above the usual", short_day(day));
}

/// Why an exposure is no reason to step up; nullopt if it is one.
std::optional<std::string> flaw(const Counted& exposure, const std::vector<DayAfter>& mornings,
                                const CoachThresholds& coach) {
    const std::string day = short_day(exposure.day);
    if (exposure.colour != Colour::green) return fmt::format("on {} it hurt too much", day);
    if (!exposure.before || !exposure.rise) {
        return fmt::format("pain at the start of {} was not answered", day);
    }
    if (exposure.before->value() > coach.most_before) {
        return fmt::format("pain was {} at the start on {}", exposure.before->value(), day);
    }
    if (*exposure.rise > coach.most_rise) {
        return fmt::format("pain rose by {} on {}", *exposure.rise, day);
    }
    if (exposure.effort == Effort::hard) return fmt::format("the session of {} was hard", day);
    return morning_flaw(exposure.day, mornings);
}

}  // namespace

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

bool is_known(const std::string& id, const ExerciseLookup& exercise) {
    try {
        exercise(id);
        return true;
    } catch (const Error&) {
        return false;
    }
}

bool is_easier_rung(const std::string& id, const std::string& of, const ExerciseLookup& exercise) {
    std::set<std::string> seen;
    std::optional<std::string> rung = of;
    while (rung && is_known(*rung, exercise) && seen.insert(*rung).second) {
        rung = exercise(*rung).easier;
        if (rung == id) return true;
    }
    return false;
}

bool step_up(ExerciseState& state, const Exercise& rung, const Dose& dose,
             const CoachThresholds& coach) {
    if (state.half) {
        state.half = false;
        return true;
    }
    if (is_settling(rung)) return false;
    if (state.lowered > 0 && rung.harder) {
        climb(state, *rung.harder);
        return true;
    }
    if (state.place < steps_in_band(dose, coach)) {
        ++state.place;
        return true;
    }
    if (!rung.harder) return false;
    climb(state, *rung.harder);
    return true;
}

void step_down(ExerciseState& state, const Exercise& rung) {
    if (rung.easier) {
        state.rung = *rung.easier;
        ++state.lowered;
    } else {
        state.half = state.half || state.place == 0;
    }
    state.place = 0;
}

void to_level_one(ExerciseState& state, const ExerciseLookup& exercise) {
    std::set<std::string> seen;
    const Exercise* rung = &exercise(state.rung);
    while (rung->level > 1 && rung->easier && seen.insert(rung->id).second) {
        rung = &exercise(*rung->easier);
    }
    state.rung = rung->id;
    state.place = 0;
    state.lowered = 0;
}

Readiness readiness(const SideState& side, const std::vector<DayAfter>& mornings,
                    const CoachThresholds& coach) {
    Readiness result;
    const Counted* later = nullptr;
    for (const auto& exposure : side.counted | std::views::reverse) {
        if (auto words = flaw(exposure, mornings, coach)) {
            if (result.comfortable.empty()) result.spoilt_by = std::move(words);
            break;
        }
        const auto apart = std::chrono::hours(coach.hours_apart);
        const bool next =
            later == nullptr || (exposure.day != later->day && later->at - exposure.at >= apart);
        if (!next) continue;
        result.comfortable.push_back(exposure.day);
        later = &exposure;
    }
    return result;
}

}  // namespace hipflow::coach
