// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/state.h"
#include "today/day_account.h"
#include "today/desk.h"
#include "today/for_person.h"

namespace hipflow::today {

/// A session, and what the coach knew and decided.
struct Explained {
    std::string title;
    std::optional<std::string> session;  // the id of a past one
    std::string routine;
    coach::CoachRecord record;
    std::vector<std::string> limits;        // what the session has of the routine, and not
    std::vector<ForPerson> for_person{};    // what the person leaves out of today's
    std::string at_the_start{};             // of a past one: what pain made of it, as a sentence
    bool entered_by_hand = false;           // sessions were recorded without the timer
    std::optional<double> usual;            // of the mornings; for today's
    std::optional<std::string> against;     // why there is no session today
    std::optional<std::string> left_aside;  // why the user's program cannot be used; for today's
    std::optional<DayAccount> account{};    // what kind of day it is, and its facts; for today's
};

/// Today's, as 'start' would begin it before any question, of the routine that is named, or of the
/// one that 'start' takes; where something speaks against it, only that. Throws as todays_session()
/// and find_routine() do.
Explained explain_today(Desk& desk, const std::string& routine = "");

/// As it was recorded. The reasons of a session from before the coach kept a record are those of
/// its prescription.
Explained explain_session(const store::Store& store, const Session& session);

/// Tells whether the library has an exercise of this name, be it one with faults.
bool is_exercise(const catalog::Library& library, const std::string& name);

/// Words a hint at the exercise whose id is near to `name`, to be appended to a message; empty if
/// none is.
std::string exercise_meant(const catalog::Library& library, const std::string& name);

/// Where an exercise is explained, and the name that the routine there has for it.
struct ExplainedExercise {
    Explained explained;
    std::string exercise;
};
/// Explains an exercise by today's session or, if it is not in that, by the last one that held it.
/// Throws Error, ExitCode::nothing, if there is none.
ExplainedExercise explain_exercise(Desk& desk, const Explained& today, const std::string& exercise);

/// Explains the session that is named as named_session() takes it. Throws Error for what is
/// neither an exercise nor, without a history, a session.
Explained explain_named(Desk& desk, const std::string& name);

/// The name that the routine has for an exercise which is, or was, in the session.
std::optional<std::string> planned_name(const coach::CoachRecord& record,
                                        const std::string& exercise);

/// Returns the part of the record about one exercise of the routine.
coach::CoachRecord only_of(coach::CoachRecord record, const std::string& exercise);

}  // namespace hipflow::today
