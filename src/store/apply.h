// SPDX-License-Identifier: MIT
#pragma once
#include "store/journal.h"
#include "store/tables.h"

namespace hipflow {

/// The record that an entry put there. Throws Damaged where its body cannot be read.
Record recorded(const JournalEntry& entry);

/// Does to the tables what a journal entry says, which is in the journal already. Throws Damaged
/// where its body cannot be read.
void apply(Database& db, const JournalEntry& entry, Touched& touched);

}  // namespace hipflow
