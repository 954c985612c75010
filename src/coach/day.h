// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "coach/exposure.h"
#include "coach/prescribe.h"
#include "coach/rules.h"
#include "coach/state.h"

namespace hipflow::coach {

/// An exercise as the newest session that recorded it left it.
struct Known {
    ExerciseState state;
    std::size_t session = 0;  // index in Knowledge::sessions
};

/// The part of the history that the coach works from. Its size is bounded.
struct Knowledge {
    std::vector<Past> sessions;  // those that hold the newest state of an exercise
    std::map<std::string, Known, std::less<>> exercises;  // all on the ladders of the routine
    std::vector<Start> starts;                            // of the last weeks, oldest first
    std::optional<Day> first;                             // day of the first session
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
    std::vector<std::string> waiting;  // steps that are not earned yet, by what they plan
};

/// `today` gives gate, person, cap and thresholds; its standings are ignored. Throws Error with the
/// reason if a wish cannot be granted.
DayDecision decide_day(const Routine& routine, const ExerciseLookup& exercise, const Today& today,
                       Day day, const Knowledge& knowledge, const PainThresholds& pain,
                       const Wishes& wishes = {});

/// The exercises whose states decide on a routine: what it plans, and the rungs below and above.
std::vector<std::string> on_ladders_of(const Routine& routine, const ExerciseLookup& exercise);

/// Records which exercise the session holds for each step.
void note_given(CoachRecord& record, const Prescription& prescription);

}  // namespace hipflow::coach
