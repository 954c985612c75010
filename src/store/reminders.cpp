// SPDX-License-Identifier: MIT
#include "store/reminders.h"

#include <SQLiteCpp/Transaction.h>

#include "store/range.h"
#include "store/rows.h"

namespace hipflow {
namespace {

constexpr auto remembered = std::chrono::days(31);
constexpr std::string_view everything = "*";  // a snooze is of all that is due

}  // namespace

std::set<std::string> reminders_sent(const Database& db) {
    const auto row = prepared(db, "SELECT occurrence FROM reminder_sent");
    std::set<std::string> sent;
    while (row->executeStep()) sent.insert(row->getColumn(0).getString());
    return sent;
}

void remember_reminders(Database& db, std::span<const std::string> occurrences,
                        std::string_view channel, Instant now) {
    require_recordable(now);
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    prepared(db, "DELETE FROM reminder_sent WHERE at < ?", now - remembered)->exec();
    for (const auto& occurrence : occurrences) {
        prepared(db,
                 "INSERT OR REPLACE INTO reminder_sent (occurrence, channel, at) VALUES (?, ?, ?)",
                 occurrence, channel, now)
            ->exec();
    }
    transaction.commit();
}

std::optional<Instant> snoozed_until(const Database& db) {
    const auto row = prepared(db, "SELECT max(until) FROM snooze");
    std::optional<Instant> until;
    if (row->executeStep()) read_value(row->getColumn(0), until);
    return until;
}

void snooze(Database& db, Instant until) {
    require_recordable_end(until);
    prepared(db, "INSERT OR REPLACE INTO snooze (occurrence, until) VALUES (?, ?)", everything,
             until)
        ->exec();
}

}  // namespace hipflow
