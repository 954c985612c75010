// SPDX-License-Identifier: MIT
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "domain/history.h"
#include "domain/records.h"

namespace hipflow::store {

struct Database;

// The tables that reports read. They follow from the journal alone, so that a replay gives the same
// tables: append the journal entry first (docs/design/data.md, "The journal").

/// Sessions and days whose sums have to be computed anew.
struct Touched {
    std::set<std::string, std::less<>> sessions;
    std::set<Day> days;
};

/// Returns the record in an entry that has one. Throws Damaged if it cannot be read.
Record recorded(const JournalEntry& entry);

/// Applies an entry that the journal already has: adds, replaces or deletes the row of its record.
/// The row's recorded_at is that of the record's first entry. Throws Damaged if the record cannot
/// be read.
void apply(Database& db, const JournalEntry& entry, Touched& touched);

/// Computes the sums of touched sessions and days anew.
void update_sums(Database& db, Touched touched);

/// Computes the sums of one day anew; a day with nothing to count has no row (day_sums.cpp).
void update_day(Database& db, Day day);

bool has_row(const Database& db, std::string_view kind_name, const std::string& id);

/// Empties the tables and replays the journal into them, within a transaction.
void replay(Database& db);

/// Returns whether a replay, into tables of its own, gives the same rows.
bool agrees_with_journal(const Database& db);

}  // namespace hipflow::store
