// SPDX-License-Identifier: MIT
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <string>

#include "domain/error.h"
#include "store/backup.h"
#include "store/database.h"
#include "store/schema.h"

namespace hipflow::store {
namespace {

std::size_t version_of(SQLite::Database& db) {
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    return version < 0 ? SIZE_MAX : static_cast<std::size_t>(version);
}

}  // namespace

void require_known_version(SQLite::Database& db, const std::filesystem::path& file,
                           std::span<const std::string_view> migrations) {
    const std::size_t version = version_of(db);
    if (version <= migrations.size()) return;
    throw Error(
        fmt::format("{} was written by a newer hipflow: its history has version {}, this "
                    "program knows versions up to {}. It was left as it is: update hipflow.",
                    file.string(), version, migrations.size()),
        ExitCode::storage);
}

void migrate(SQLite::Database& db, const std::filesystem::path& file,
             std::span<const std::string_view> migrations) {
    require_known_version(db, file, migrations);
    if (version_of(db) == migrations.size()) return;
    SQLite::Transaction upgrade(db, SQLite::TransactionBehavior::IMMEDIATE);
    // Checked again under the lock: a hipflow started by cron may have been faster.
    require_known_version(db, file, migrations);
    const std::size_t version = version_of(db);
    if (version == migrations.size()) return;
    // Copied under the lock, through a connection of its own: the copy is exactly what is migrated.
    if (version > 0) back_up(file, fmt::format("{}{}", before_version, migrations.size()));
    for (const auto& step : migrations.subspan(version)) db.exec(std::string(step));
    db.exec(fmt::format("PRAGMA application_id = {}", application_id));
    db.exec(fmt::format("PRAGMA user_version = {}", migrations.size()));
    upgrade.commit();
}

}  // namespace hipflow::store
