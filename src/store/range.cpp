// SPDX-License-Identifier: MIT
#include "store/range.h"

#include <fmt/format.h>

#include <array>

#include "domain/error.h"
#include "domain/names.h"
#include "exchange/json.h"
#include "exchange/recordable.h"
#include "store/journal.h"
#include "store/rows.h"

namespace hipflow {
namespace {

std::string years() {
    return fmt::format("the history holds {} to {}", format_day(earliest_day),
                       format_day(latest_day));
}

/// Where a value outside of the range comes from, as far as can be told: a clock near its edge, or
/// what somebody typed.
std::string advice(Instant now) {
    constexpr auto near = std::chrono::days(400);
    if (now - earliest_instant < near || latest_instant - now < near) {
        return fmt::format(
            "The clock of this machine says {}: if that is wrong, set date and time, and repeat "
            "it.",
            format_instant(now, {}));
    }
    return "Correct it, and repeat it.";
}

void refuse(const std::optional<Unrecordable>& found, Instant now) {
    if (!found) return;
    throw Error(fmt::format("{} cannot be recorded as {}: expected {}. Nothing was saved. {}",
                            found->member, found->value, found->expected, advice(now)),
                ExitCode::storage);
}

void mend_journal(Database& db, std::vector<std::string>& changes) {
    struct Fault {
        std::int64_t seq;
        MendedBody mended;
    };
    std::vector<Fault> faults;
    const auto row =
        prepared(db, "SELECT seq, kind, record_id, body FROM journal WHERE body IS NOT NULL");
    while (row->executeStep()) {
        const std::string kind_name = row->getColumn(1).getString();
        const std::string body = row->getColumn(3).getString();
        try {
            record_from(kind_name, body);
        } catch (const Error&) {
            auto found = mended(kind_name, body);
            if (!found) continue;  // told when the tables are made anew
            for (const auto& change : found->changes) {
                changes.push_back(fmt::format(
                    "{} {}: {} was {}, is {} now", kind_name, row->getColumn(2).getString(),
                    change.name, change.before.value_or(""), change.after.value_or("")));
            }
            faults.push_back({row->getColumn(0).getInt64(), *std::move(found)});
        }
    }
    for (const auto& fault : faults) {
        const auto update = prepared(db, "UPDATE journal SET body = ? WHERE seq = ?");
        bind_value(*update, 1, fault.mended.body);
        update->bind(2, std::int64_t{fault.seq});
        update->exec();
    }
}

struct InstantColumn {
    std::string_view table;
    std::string_view column;
};
constexpr std::array instant_columns = {
    InstantColumn{"journal", "recorded_at"}, InstantColumn{"device", "since"},
    InstantColumn{"checkpoint", "at"}, InstantColumn{"reminder_sent", "at"},
    InstantColumn{"snooze", "until"}};

}  // namespace

void require_recordable(Instant now) {
    if (is_recordable(now)) return;
    throw Error(fmt::format("the clock of this machine says {}, and {}. Nothing was saved: set "
                            "date and time, and repeat it.",
                            format_instant(now, {}), years()),
                ExitCode::storage);
}

void require_recordable(const Change& change) {
    require_recordable(change.now);
    for (const auto& record : change.put) refuse(unrecordable(record), change.now);
    if (change.checkpoint && *change.checkpoint) {
        refuse(unrecordable(**change.checkpoint), change.now);
    }
}

void require_recordable(const Batch& batch) {
    require_recordable(batch.now);
    for (const auto& entry : batch.entries) {
        require_recordable(entry.recorded_at);
        if (entry.body) refuse(unrecordable(record_from(entry.kind, *entry.body)), batch.now);
    }
    if (batch.checkpoint && *batch.checkpoint) {
        refuse(unrecordable(**batch.checkpoint), batch.now);
    }
}

void require_recordable_end(Instant until) {
    if (is_recordable(until)) return;
    throw Error(fmt::format("{} cannot be recorded: {}. Nothing was saved.",
                            format_instant(until, {}), years()),
                ExitCode::storage);
}

std::vector<std::string> mend_ranges(Database& db) {
    std::vector<std::string> changes;
    mend_journal(db, changes);
    for (const auto& [table, column] : instant_columns) {
        const auto update = prepared(
            db,
            fmt::format("UPDATE {0} SET {1} = min(max({1}, ?1), ?2) WHERE {1} < ?1 OR {1} > ?2",
                        table, column),
            earliest_instant, latest_instant);
        const int rows = update->exec();
        if (rows == 0) continue;
        changes.push_back(fmt::format("{}.{}: {} outside of {} to {}, and moved to its edge", table,
                                      column, plural(rows, "time was", "times were"),
                                      format_day(earliest_day), format_day(latest_day)));
    }
    return changes;
}

}  // namespace hipflow
