// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"
#include "today/todays_session.h"

namespace hipflow::today {

// What a person has heard before, worked out from the sessions in the history: nothing is noted for
// it. See docs/design/care.md, "What is told once".

/// The last session of the routine of `session`, which told what it leaves out or moves; nullopt if
/// there was none, or other restrictions held then. `history` may be null.
std::optional<Prescription> told_before(const store::Store* history, const Prescription& session);

/// True if the last session that was set was set for the same restrictions. `history` may be null.
bool knows_restrictions(const store::Store* history, const std::vector<std::string>& restrictions);

/// True if a session of this week began with the same words on pain now.
bool is_told_this_week(const store::Store& history, const std::string& gate, Day today,
                       std::chrono::weekday week_starts);

/// Sentences on what a session has of its routine, and what not. After `told`, what is replaced for
/// a person is one line, beside what is new of it, and what is moved to the bed none.
std::vector<std::string> limits_to_tell(const TodaysSession& session,
                                        const std::optional<Prescription>& told);

/// Sentences on what differs from last time, then those on its limits.
std::vector<std::string> sentences_to_tell(const TodaysSession& session,
                                           const std::optional<Prescription>& told);

/// The same where there is little room, as if all of it had been told.
std::vector<std::string> sentences_in_brief(const TodaysSession& session);

}  // namespace hipflow::today
