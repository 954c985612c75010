// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "coach/state.h"
#include "today/desk.h"

namespace hipflow::today {

/// A session, and what the coach knew and decided.
struct Explained {
    std::string title;
    std::optional<std::string> session;  // the id of a past one
    std::string routine;
    coach::CoachRecord record;
    std::optional<double> usual;            // of the mornings; for today's
    std::optional<std::string> against;     // why there is no session today
    std::optional<std::string> left_aside;  // why the user's program cannot be used; for today's
};

/// Today's, as 'start' would begin it before any question; where something speaks against it, only
/// that. Throws as todays_session() does.
Explained explain_today(Desk& desk);

/// As it was recorded. The reasons of a session from before the coach kept a record are those of
/// its prescription.
Explained explain_session(const store::Store& store, const Session& session);

/// The name that the routine has for an exercise which is, or was, in the session.
std::optional<std::string> planned_name(const coach::CoachRecord& record,
                                        const std::string& exercise);

/// Returns the part of the record about one exercise of the routine.
coach::CoachRecord only_of(coach::CoachRecord record, const std::string& exercise);

}  // namespace hipflow::today
