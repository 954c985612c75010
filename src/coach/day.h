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

/// An exercise as the session that last held it recorded it.
struct Known {
    ExerciseState state;
    std::size_t session = 0;  // index among Knowledge::sessions
};

/// What the coach has to go by: a bounded part of the history.
struct Knowledge {
    std::vector<Past> sessions;  // those that hold the newest state of an exercise
    std::map<std::string, Known, std::less<>> exercises;  // by the names that routines have
    std::vector<Morning> mornings;                        // of the last weeks, newest first
    std::optional<DayAfter> last;  // the last day that anything was done, its colour left open
    std::map<std::string, Instant, std::less<>> allowed;  // last words 'exercise allow'
};

/// What somebody asks for themselves (CONTENT 4.4 A8), by the routine's names.
struct Wishes {
    std::vector<std::string> easier;
    std::vector<std::string> harder;
};

/// What the morning after the last day of exercise told; nothing if it is not known, or that day is
/// today.
std::optional<MorningColour> last_morning(const Knowledge& knowledge, Day today,
                                          const PainThresholds& pain);

/// The rules of CONTENT 4.4 over a whole routine: what changes today, and why.
struct DayDecision {
    Standings standings;
    bool lighter = false;
    CoachRecord record;
    std::vector<std::string> retired;  // exercises that are retired from today on
};

/// `today` gives gate, person, cap and thresholds; its standings are not looked at. Throws Error
/// for a wish that cannot be granted, with the reason.
DayDecision decide_day(const Routine& routine, const ExerciseLookup& exercise, const Today& today,
                       Day day, const Knowledge& knowledge, const PainThresholds& pain,
                       const Wishes& wishes = {});

/// Notes in the record what the session has come to hold of each exercise.
void note_given(CoachRecord& record, const Prescription& prescription);

}  // namespace hipflow
