// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/records.h"
#include "session/rehearsal.h"
#include "session/timeline.h"
#include "text/style.h"
#include "today/listed_sessions.h"
#include "today/past_sessions.h"

namespace hipflow::report {

/// The symptom in plain words.
std::string_view symptom_words(SymptomKind kind);

/// "completed, 100 % of the work".
std::string how_it_went(const today::SessionRecord& record);

/// Scores before and after, the highest of several places: "4 → 3". nullopt unless both were
/// answered.
std::optional<std::string> pain_words(const today::SessionRecord& record, const Style& style);

/// Shown after a session: work done of the work planned, sides apart where they differ, pain.
std::string session_summary(const today::SessionRecord& record, const Style& style);

/// Returns the text on what comes after the session that has just ended.
std::string words_on_next(const Session& session, const Style& style);

/// For `session list`: one line each, newest first, with its scores, and what they mean below.
std::string session_table(const std::vector<today::ListedSession>& sessions, const Style& style);

/// For `session show`: everything.
std::string session_details(const today::SessionRecord& record, const Style& style);

/// A line for each event of a rehearsal: when, where, what; and how long all of it takes, and would
/// take once nothing needs to be explained.
std::string rehearsal_text(const std::vector<session::RehearsedEvent>& events,
                           const session::Timeline& timeline,
                           std::optional<Millis> once_known = std::nullopt, bool verbose = false);

/// The same for people: what is heard and when, without what only programs need. Without a voice it
/// says that the words are read.
std::string script_text(const std::vector<session::RehearsedEvent>& events,
                        const session::Timeline& timeline, bool voice, const Style& style,
                        bool verbose = false);

}  // namespace hipflow::report
