// SPDX-License-Identifier: MIT
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "domain/records.h"

namespace hipflow {

struct Database;

/// Sessions and days whose sums no longer hold.
struct Touched {
    std::set<std::string, std::less<>> sessions;
    std::set<Day> days;
};

// The tables that reports read. What happens to a record's row follows from the journal alone, so
// that a replay leads to the same tables: its journal entry is appended first.

/// Puts the record in place of the row with its id, or as a new one. recorded_at is that of the
/// record's first journal entry, whatever was amended since.
void put_row(Database& db, const Record& record, Touched& touched);

void delete_row(Database& db, std::string_view name, const std::string& id, Touched& touched);

bool has_row(const Database& db, std::string_view name, const std::string& id);

/// Works the sums of touched sessions and days out anew.
void settle(Database& db, Touched touched);

/// Takes all rows away, sums included.
void empty_tables(Database& db);

}  // namespace hipflow
