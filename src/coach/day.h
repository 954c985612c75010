// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coach/exposure.h"
#include "coach/prescribe.h"
#include "coach/state.h"

namespace hipflow::coach {

/// Facts of a day, the same for every exercise.
struct Circumstances {
    Day today{};
    std::optional<int> days_off;  // since anything was done; nullopt if never
    std::span<const Morning> mornings;
    PainThresholds pain;
    CoachThresholds coach;
};

/// Decision on one exercise, before the others are looked at.
struct Decision {
    ExerciseState state;
    CoachReason reason;
    bool ready = false;  // would step up, if nothing speaks against it
};

/// The state with what the last session told of the exercise, and with every morning told since.
ExerciseState taken_in(ExerciseState state, const Past& last, const Exercise& rung,
                       const Circumstances& now);

/// Applies rules A1 to A6 in their order (docs/design/care.md, "Rules") to a state in which nothing
/// of today is known yet. `last` is the session that it was last given in, or null. `allowed` is
/// when the user last brought the exercise back. Whether a step up fits in with the other exercises
/// is decided later.
Decision decide(const ExerciseState& before, const Past* last, const ExerciseLookup& exercise,
                std::optional<Instant> allowed, const Circumstances& now);

/// An exercise as the session that last held it recorded it.
struct Known {
    ExerciseState state;
    std::size_t session = 0;  // index in Knowledge::sessions
};

/// The part of the history that the coach works from. Its size is bounded.
struct Knowledge {
    std::vector<Past> sessions;  // those that hold the newest state of an exercise
    std::map<std::string, Known, std::less<>> exercises;  // by the names used in routines
    std::vector<Morning> mornings;                        // of the last weeks, newest first
    std::optional<DayAfter> last;  // the last day with anything done; its colour is left open
    std::map<std::string, Instant, std::less<>> allowed;  // when 'exercise allow' was last used
};

/// The user's own wishes (docs/design/care.md, "Rules", A8), by the names used in the routine.
struct Wishes {
    std::vector<std::string> easier;
    std::vector<std::string> harder;
};

/// Decisions on a whole routine: what changes today, and why.
struct DayDecision {
    Standings standings;
    bool lighter = false;
    CoachRecord record;
    std::vector<std::string> retired;  // exercises retired from today on
};

/// `today` gives gate, person, cap and thresholds; its standings are ignored. Throws Error with the
/// reason if a wish cannot be granted.
DayDecision decide_day(const Routine& routine, const ExerciseLookup& exercise, const Today& today,
                       Day day, const Knowledge& knowledge, const PainThresholds& pain,
                       const Wishes& wishes = {});

/// Records which exercise the session holds for each of the states.
void note_given(CoachRecord& record, const Prescription& prescription);

}  // namespace hipflow::coach
