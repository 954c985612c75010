// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coach/exposure.h"
#include "coach/prescribe.h"
#include "coach/state.h"
#include "coach/states.h"

namespace hipflow::coach {

/// Facts of a day, the same for every exercise.
struct Circumstances {
    Day today{};
    std::optional<int> days_off{};  // since anything was done; nullopt if never
    int rhythm = 1;                 // days between sessions, as rhythm_of() has it
    std::span<const Morning> mornings{};
    std::span<const Start> starts{};  // oldest first; today's is among them once pain is known
    PainThresholds pain{};
    CoachThresholds coach{};
};

/// The median of the days between the last six sessions; 1 with fewer than three.
int rhythm_of(std::span<const Start> starts);

/// The days without a session from which less is given (docs/design/care.md, "Rules", A6): those of
/// the thresholds, or more where somebody's own rhythm is slower.
int days_to_bottom(const Circumstances& now);
int days_to_lower(const Circumstances& now);
int days_to_restart(const Circumstances& now);

/// What the rules make of one exercise that was given, before it is known what a session holds.
struct Verdict {
    CoachRule rule = CoachRule::stays;
    std::optional<Side> side{};  // the one that decided, if there is one
    std::string why{};           // what led to it, as a clause
    std::string text{};          // the whole sentence, where it does not depend on what is given
    bool change = false;
    bool sore = false;   // its newest answers are no reason for more of anything today
    bool ready = false;  // would step up, if nothing speaks against it
};

/// The state with what the last session told of the exercise, and with every morning known since.
ExerciseState taken_in(ExerciseState state, const Past& last, const Exercise& exercise,
                       const Circumstances& now);

/// Applies rules A1 to A5 in their order (docs/design/care.md, "Rules") to one of the states, in
/// which the last session is taken in, and changes it and its rungs. `before` is that state as
/// recorded; `last` the session of the record. `allowed` is when the user last brought the exercise
/// back. Whether a step up fits in with other exercises is decided later.
Verdict judge(States& states, const ExerciseState& before, const Past& last,
              const ExerciseLookup& exercise, std::optional<Instant> allowed,
              const Circumstances& now);

}  // namespace hipflow::coach
