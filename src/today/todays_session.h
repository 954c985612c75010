// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "coach/day.h"
#include "today/desk.h"
#include "today/for_person.h"
#include "today/hearing.h"

namespace hipflow::today {

/// The routines that take the place of others.
inline constexpr const char* gentle_day_routine = "gentle-day";
inline constexpr const char* flare_up_routine = "flare-up-day";

/// Collects what the coach needs to know of a routine on a day: for each exercise on its ladders
/// the session that last recorded it, and mornings and sessions of the last weeks. Costs the same
/// at any age of the history. Empty where `history` is null.
coach::Knowledge knowledge_for(const store::Store* history, const Routine& routine,
                               const coach::ExerciseLookup& exercise, Day today,
                               const std::vector<std::string>& others = {});

/// The user's wishes for a session.
struct SessionWishes {
    coach::Wishes steps;                            // easier and harder exercises
    std::optional<std::chrono::minutes> no_longer;  // leaves out what is optional, then sets
    std::optional<GuidanceWish> guidance;           // else as routine or settings have it
    SoundWishes sound;
    std::optional<Millis> ready;  // before each new exercise, whatever is written
    bool alternatives = false;    // what may take the place of an exercise is looked for
};

/// Today's session as the coach sets it.
struct TodaysSession {
    std::optional<Prescription> prescription;  // nullopt if nothing of the routine is left
    std::string nothing_left;                  // then why
    std::vector<std::string> waiting;          // a sentence on each exercise that is not earned yet
    coach::CoachRecord record;
    bool lighter = false;               // there is a little less of everything
    std::vector<std::string> retired;   // exercises retired from today on
    std::vector<ForPerson> for_person;  // what the person leaves out of the routine

    /// Nothing is left because what hurt rests: the start records a day of rest.
    bool rests_for_pain() const;
};

/// `today` gives gate, sore side, person and cap. Only reads the history. Throws FileError if the
/// routine names what does not exist, and Error for a wish that cannot be granted,
/// or a time that even the least of it exceeds.
TodaysSession todays_session(Desk& desk, const catalog::RoutineFile& source, coach::Today today,
                             const SessionWishes& wishes = {});

/// The session before any question is answered. Throws as todays_session() and timeline_of() do,
/// and NothingLeft if nothing is left of it.
Prescription prescription_for(Desk& desk, const catalog::RoutineFile& source,
                              std::optional<int> cap, const SessionWishes& wishes = {});

/// The exercises of the session before any question is answered, by their ids: those of the routine
/// and all that may be done in their place. Where nothing is left of it, those of the routine.
/// Throws as prescription_for() does, but no NothingLeft.
std::vector<std::string> exercises_to_name(Desk& desk, const catalog::RoutineFile& source,
                                           std::optional<int> cap, const SessionWishes& wishes);

/// Sentences on what differs from last time, then on what the routine cannot have today.
std::vector<std::string> change_sentences(const TodaysSession& session);

}  // namespace hipflow::today
