// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/schedule.h"
#include "schedule/rule.h"
#include "today/day_words.h"
#include "today/desk.h"

namespace hipflow::today {

// Changes of the schedule, each of which undo takes back. Another rule never rewrites the past; a
// day may be excused afterwards.

/// A rule that was set before, and takes the place of another later.
struct LaterRule {
    Day from{};
    std::string rule;
};

struct SetSchedule {
    std::string rule;
    Day from{};
    bool unchanged = false;       // it holds already, from `from` on
    std::string program_rule{};   // of a program, whose schedule holds until it is left
    std::string planned_alone{};  // the routine of the day, if it has a plan of its own: belongs()
    std::optional<LaterRule> later{};
    bool after_today = false;  // ends with today, which a session has kept
    int dropped = 0;           // later rules that could not be read, and were removed
};

/// Lets the rule hold from that day on, else from today; in a program only notes what is to hold
/// once it is left. Without a day, "none" holds from tomorrow on where a session of today has kept
/// the plan. Throws Error for a day that has passed, and in a program for any other than today.
SetSchedule set_schedule(Desk& desk, const schedule::Rule& rule,
                         const std::optional<ComingDay>& first_day);

/// Lets the rule hold for a plan of that routine alone, from that day on, else from today. Throws
/// Error for a routine that cannot be found, and for a day that has passed. "none" as above.
struct RoutinePlanned {
    std::string routine;
    std::string rule;
    Day from{};
    bool unchanged = false;
    bool beside_same = false;  // it kept the plan without a name until now
    std::optional<LaterRule> later{};
    bool after_today = false;  // ends with today, which a session has kept
    int dropped = 0;           // as above
    bool nothing = false;      // "none", and nothing is planned of it
};
RoutinePlanned plan_routine(Desk& desk, const std::string& name, const schedule::Rule& rule,
                            const std::optional<ComingDay>& first_day);

/// Ends the plan of that routine with yesterday, or with today where a session of today has kept
/// it, and what was to begin later. Throws Error where it has no plan that goes on.
struct EndedPlan {
    std::string routine;
    bool after_today = false;  // ends with today
};
EndedPlan end_routine_plan(Desk& desk, const std::string& name);

/// Pauses all plans from today up to and including `until`, or until the pause is ended. Throws
/// Error without a schedule, and if it is paused already.
Excuse pause_schedule(Desk& desk, const std::optional<ComingDay>& until,
                      std::optional<ExcuseReason> reason);

/// Ends every pause with yesterday. Returns false if nothing is paused.
bool end_pause(Desk& desk);

/// Days to leave out.
struct WantedSkip {
    std::optional<ComingDay> day{};  // else today
    std::optional<ComingDay> until{};
    std::optional<std::string> slot{};  // only this one of the day
    std::optional<ExcuseReason> reason{};
    bool token = false;  // with one of the skips that the program allows
};

/// Excuses the days in all plans. Returns nullopt if nothing is planned on them. Throws Error for a
/// slot that is not planned, and for more tokens than are left.
std::optional<Excuse> skip_days(Desk& desk, const WantedSkip& wanted);

/// Mentions nothing that is due until the returned instant, a whole minute; ends that after a
/// duration of 0, and returns nullopt.
std::optional<Instant> snooze(Desk& desk, Millis duration);

/// The end of the snooze, if one holds now.
std::optional<Instant> snoozed_until(Desk& desk);

/// "up to and including 2026-12-01", or until when it is ended by hand.
std::string up_to(const std::optional<Day>& day);

}  // namespace hipflow::today
