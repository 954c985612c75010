// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>

#include "coach/exposure.h"
#include "coach/prescribe.h"
#include "coach/state.h"

namespace hipflow {

/// What is known on a day, the same for every exercise.
struct Circumstances {
    Day today{};
    std::optional<int> days_off;  // since anything was done; nothing if never
    std::span<const Morning> mornings;
    PainThresholds pain;
    CoachThresholds coach;
};

/// What the rules make of one exercise, before it is known what the others do.
struct Decision {
    ExerciseState state;
    Reason reason;
    bool ready = false;  // would step up, if nothing stands against it
};

/// The state with what the last session told of the exercise (CONTENT 4.2, 4.3), and with every
/// morning that has been told since.
ExerciseState taken_in(ExerciseState state, const Past& last, const Exercise& rung,
                       const Circumstances& now);

/// The rules A1 to A6 on a state in which nothing of today is known yet, and the session that it
/// was last given in, if any of it has been done or told since: CONTENT 4.4, in its order. Not yet
/// decided is whether a step up fits in with the other exercises.
Decision decide(const ExerciseState& before, const Past* last, const ExerciseLookup& exercise,
                std::optional<Instant> allowed, const Circumstances& now);

}  // namespace hipflow
