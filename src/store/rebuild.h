// SPDX-License-Identifier: MIT
#pragma once
namespace hipflow {

struct Database;

/// Empties the tables and replays the journal into them, in one transaction.
void rebuild(Database& db);
/// The same, within a transaction that is under way.
void replay(Database& db);

/// Whether a replay, into tables of its own, gives the same rows.
bool agrees_with_journal(const Database& db);

}  // namespace hipflow
