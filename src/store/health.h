// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace hipflow {

struct Database;

/// What is wrong with an open database, each in words: pages and indexes (SQLite's own checks),
/// tables that are not as this program makes them, and rows that the journal does not lead to.
/// Reads all of it.
std::vector<std::string> faults_of(const Database& db);

/// Writes a row in a transaction that is rolled back: SQLite makes its own file beside the
/// database for it.
void try_writing(Database& db);

/// Moves what an older hipflow wrote outside of the ranges to their edge, and makes indexes and
/// tables anew from the journal. What was changed in the journal, each in words.
std::vector<std::string> repair(Database& db);

}  // namespace hipflow
