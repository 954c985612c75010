// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "session/timeline.h"
#include "today/desk.h"
#include "today/enrolment.h"
#include "today/referral.h"
#include "today/todays_session.h"
#include "today/unfinished.h"
#include "today/unnamed_plan.h"

namespace hipflow::today {

/// Today's session in brief.
struct SessionBrief {
    TodaysSession session;
    std::optional<session::Timeline> timeline;  // of its prescription
    std::optional<Millis> total_once_known;     // where it explains what is done in full
    std::vector<std::string> changes;           // sentences on what differs from last time
    std::vector<std::string> changes_in_brief;  // the same, with what is for the person in one line
    std::optional<Referral> advice;             // to see a professional
};

/// `cap`: the highest level of the program's week. Throws as todays_session() and timeline_of() do.
SessionBrief session_brief(Desk& desk, const catalog::RoutineFile& source, std::optional<int> cap);

/// The facts that a user wants to know between two sessions.
struct Glance {
    Stamp now;
    std::optional<Session> last;
    std::vector<PainReading> readings;  // of the last session
    std::optional<Unfinished> unfinished;
    std::optional<Day> morning_owed;  // the day of the session before that morning
    std::optional<Enrolled> program;
    std::optional<std::string> left_aside;       // why the program cannot be used
    std::vector<schedule::ScheduleState> plans;  // the one without a name first
    std::optional<std::string> no_session;       // why there is none today
    std::optional<Referral> advice;              // to see a professional, on a day of rest
    std::optional<PainScore> sore;               // told today: the start offers less for it
    std::optional<std::string> in_place;  // why another session takes the place of the planned one
    std::optional<OtherRoutine> another;  // what the plan without a name asks for in its place
    bool done_today = false;              // what today asks for is kept
    std::optional<SessionBrief> session;  // today's, unless there is none or it is in trouble
    std::string trouble;                  // what keeps it from being told
};

/// Looks at the last `weeks` weeks of the schedule.
Glance glance(Desk& desk, int weeks);

}  // namespace hipflow::today
