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

/// The sentences that an earlier session of the same routine came with.
using Told = std::vector<std::string>;

/// What the last session of this routine told of what it leaves out or moves; nullopt if there was
/// none, or other restrictions held then. `history` may be null.
std::optional<Told> told_before(const store::Store* history, const Prescription& session);

/// True if the last session that was set was set for the same restrictions. `history` may be null.
bool knows_restrictions(const store::Store* history, const std::vector<std::string>& restrictions);

/// True if the last session of this week began with the same words on pain now.
bool is_told_this_week(const store::Store& history, const std::string& gate, Day today,
                       std::chrono::weekday week_starts);

/// The sentences of change_sentences() for somebody who knows what was told before: what is replaced
/// for a person is one line from the second time on, and what is moved to the bed none.
std::vector<std::string> sentences_to_tell(const TodaysSession& session,
                                           const std::optional<Told>& told);

/// The same where there is little room, as if all of it had been told.
std::vector<std::string> sentences_in_brief(const TodaysSession& session);

}  // namespace hipflow::today
