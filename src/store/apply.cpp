// SPDX-License-Identifier: MIT
#include "store/apply.h"

#include <fmt/format.h>

#include "domain/error.h"
#include "exchange/json.h"
#include "exchange/recordable.h"
#include "store/failure.h"

namespace hipflow {

Record recorded(const JournalEntry& entry) {
    try {
        return record_from(entry.kind, entry.body.value_or(""));
    } catch (const Error& wrong) {
        throw Damaged(
            fmt::format("in its journal, of {} {}: {}", entry.kind, entry.record_id, wrong.what()),
            mended(entry.kind, entry.body.value_or("")) ? Mending::repair : Mending::none);
    }
}

void apply(Database& db, const JournalEntry& entry, Touched& touched) {
    if (entry.body) {
        put_row(db, recorded(entry), touched);
    } else {
        delete_row(db, entry.kind, entry.record_id, touched);
    }
}

}  // namespace hipflow
