// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "coach/assignment.h"
#include "coach/day.h"
#include "coach/rules.h"

namespace hipflow::coach {

/// What is known of a day while its session is decided on.
struct DayFacts {
    const Routine& routine;
    const ExerciseLookup& exercise;
    const Today& today;
    Day day;
    const Knowledge& knowledge;
    Circumstances now{};
    bool sorer_morning = false;  // the last one was somewhat above the usual
    bool bad_morning = false;    // or well above it
    int hard_in_a_row = 0;       // the last sessions
    bool lighter = false;        // for either of these there is a little less of everything
    States states{};
    std::map<std::string, Verdict, std::less<>> verdicts{};  // by the ids of exercises
    std::vector<Slot> was{};                                 // the steps before the rules spoke
    std::vector<Slot> slots{};                               // the steps as they are now
    /// Steps that the user wished easier, and whether there was something less.
    std::map<std::string, bool, std::less<>> made_easier{};
};

/// `planned` is a step of the routine.
const Slot& slot_of(const DayFacts& day, const std::string& planned);
/// Null if there is none.
const Verdict* verdict_of(const DayFacts& day, const std::string& id);
const ExerciseState* state_of(const DayFacts& day, const std::string& id);

/// The days of the longest break since the session that last kept the state of an exercise: on the
/// second day after a break another routine has it still to hear of it.
int break_since(const DayFacts& day, const std::string& id);

/// Returns whether the person leaves out what a slot holds.
bool is_left_out(const DayFacts& day, const Slot& slot);
/// The exercise that the last session gave in place of what the person leaves out of a slot, and
/// that grows and rests by itself. nullopt if there was none, or nothing is left out.
std::optional<std::string> substitute_of(const DayFacts& day, const Slot& slot);

/// The routine's own exercise gets the routine's dose, any other rung its own.
Dose dose_of(const DayFacts& day, const std::string& planned, const Exercise& rung);

/// So many hard sessions in a row lead to a lighter one.
inline constexpr int hard_to_lighten = 3;

/// The highest level at which somebody begins today who has done nothing of a ladder.
int entry_level(const DayFacts& day);

/// Gives each step its exercise, as the states are now.
std::vector<Slot> assigned(const DayFacts& day);

/// Why each step is as it is, in the order of the routine.
std::vector<CoachReason> explained(const DayFacts& day);

/// The reasons that concern the whole session.
std::vector<CoachReason> reasons_for_all(const DayFacts& day);

/// Takes one step of the routine up, as the user wishes. Throws Error if pain, the last exposure or
/// the ladder speaks against it.
void make_harder(DayFacts& day, CoachReason& reason);

/// Lets a limited number of steps go up (docs/design/care.md, "Rules", A4): those on a ladder
/// before those that only settle, then in the order of the routine. `taken`: steps up that the user
/// has wished for.
void let_step_up(DayFacts& day, std::vector<CoachReason>& reasons, int taken);

}  // namespace hipflow::coach
