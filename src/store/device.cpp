// SPDX-License-Identifier: MIT
#include "store/device.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "exchange/json.h"
#include "platform/random.h"
#include "store/change.h"
#include "store/query.h"

namespace hipflow::store {
namespace {

std::string host_name() {
    std::array<char, 256> name{};
    const bool known = gethostname(name.data(), name.size() - 1) == 0;
    return known ? name.data() : "";
}

/// Hashed, as machine-id(5) asks not to expose the id itself.
std::string machine() {
    std::string id;
    std::ifstream("/etc/machine-id") >> id;
    return exchange::content_hash("hipflow " + (id.empty() ? host_name() : id));
}

}  // namespace

std::optional<std::string> known_device(const Database& db) {
    const auto row = prepared(db, "SELECT id FROM device WHERE machine = ?", machine());
    if (!row->executeStep()) return std::nullopt;
    return row->getColumn(0).getString();
}

std::string this_device(Database& db, Instant now) {
    if (auto known = known_device(db)) return *known;
    std::string id = platform::new_id(now);
    prepared(db, "INSERT INTO device (id, machine, since) VALUES (?, ?, ?)", id, machine(), now)
        ->exec();
    return id;
}

void write_checkpoint(Database& db, const std::string& device,
                      const std::optional<Checkpoint>& place) {
    if (!place) {
        prepared(db, "DELETE FROM checkpoint WHERE device = ?", device)->exec();
        return;
    }
    static const std::string sql =
        fmt::format("INSERT OR REPLACE INTO checkpoint (device, {}) VALUES (?, {})",
                    columns<Checkpoint>(), parameters<Checkpoint>());
    const auto insert = prepared(db, sql);
    bind_value(*insert, 1, device);
    Binder visit(*insert, 2);
    exchange::fields(*place, visit);
    insert->exec();
}

std::optional<Checkpoint> Store::checkpoint() const {
    return with_database([](const Database& db) -> std::optional<Checkpoint> {
        const auto device = known_device(db);
        if (!device) return std::nullopt;
        static const std::string sql =
            fmt::format("SELECT {} FROM checkpoint WHERE device = ?", columns<Checkpoint>());
        const auto row = prepared(db, sql, *device);
        return read_first<Checkpoint>(*row);
    });
}

std::set<std::string> Store::reminders_sent() const {
    return with_database([](const Database& db) {
        const auto row = prepared(db, "SELECT occurrence FROM reminder_sent");
        std::set<std::string> sent;
        while (row->executeStep()) sent.insert(row->getColumn(0).getString());
        return sent;
    });
}

void Store::remember_reminders(std::span<const std::string> occurrences, std::string_view channel,
                               Instant now) {
    constexpr auto remembered = std::chrono::days(31);
    with_database([&](Database& db) {
        require_recordable(now);
        SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        prepared(db, "DELETE FROM reminder_sent WHERE at < ?", now - remembered)->exec();
        for (const auto& occurrence : occurrences) {
            prepared(db,
                     "INSERT OR REPLACE INTO reminder_sent (occurrence, channel, at)"
                     " VALUES (?, ?, ?)",
                     occurrence, channel, now)
                ->exec();
        }
        transaction.commit();
    });
}

std::optional<Instant> Store::snoozed_until() const {
    return with_database([](const Database& db) {
        const auto row = prepared(db, "SELECT max(until) FROM snooze");
        std::optional<Instant> until;
        if (row->executeStep()) read_value(row->getColumn(0), until);
        return until;
    });
}

void Store::snooze(Instant until) {
    constexpr std::string_view everything = "*";  // a snooze concerns all that is due
    with_database([&](Database& db) {
        require_recordable_end(until);
        prepared(db, "INSERT OR REPLACE INTO snooze (occurrence, until) VALUES (?, ?)", everything,
                 until)
            ->exec();
    });
}

}  // namespace hipflow::store
