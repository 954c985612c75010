// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "domain/history.h"

namespace hipflow {

struct Database;

// Undo and redo are found in the journal, not remembered beside it: a change that takes another
// back names it, and a change that was taken back no longer counts. Accepted texts and
// prescriptions are no part of it: nobody wants to un-read a text, and a prescription is named by
// its content.

/// Takes the newest change back that still counts, by appending its inverse; says what that did.
/// Nothing if there is none. Throws Error while a session that it touches is not finished.
std::optional<HistoryStep> undo(Database& db, Instant now);

/// Takes the newest undo back, unless something else was done since.
std::optional<HistoryStep> redo(Database& db, Instant now);

/// All that was ever recorded of a session, its sets and its scores, oldest first.
std::vector<HistoryStep> history_of(const Database& db, std::string_view session_id);

}  // namespace hipflow
