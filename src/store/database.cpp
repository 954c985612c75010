// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <string>

#include "domain/error.h"
#include "store/backup.h"
#include "store/failure.h"
#include "store/schema.h"

namespace hipflow::store {
namespace {

int number(SQLite::Database& db, const char* question) { return db.execAndGet(question).getInt(); }

/// Resolves the folder. OPEN_NOFOLLOW refuses links anywhere in a path, even one that leads to a
/// home folder; only a link in place of the file itself is to be refused.
std::string real_path(const DatabaseFile& file) {
    const auto path = std::filesystem::absolute(file.path);
    return (std::filesystem::canonical(path.parent_path()) / path.filename()).string();
}

SQLite::Database connect(const DatabaseFile& file) {
    const int timeout = static_cast<int>(file.busy_timeout.count());
    if (in_memory(file)) {
        return {":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, timeout};
    }
    const int links = file.given_by_user ? 0 : SQLite::OPEN_NOFOLLOW;
    // If the file cannot be written, SQLite falls back to reading by itself.
    return {real_path(file), SQLite::OPEN_READWRITE | links, timeout};
}

/// Sets what concerns this connection alone; writes nothing.
void harden(SQLite::Database& db) {
    db.exec("PRAGMA trusted_schema = OFF");
    db.exec("PRAGMA cell_size_check = ON");
    db.exec("PRAGMA mmap_size = 0");
    db.exec("PRAGMA foreign_keys = ON");
    // No statement, not even one hidden in a crafted file, may write the schema's own pages.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): SQLite has no other call for it
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

bool is_blank(SQLite::Database& db) {
    return number(db, "SELECT count(*) FROM sqlite_schema") == 0;
}

void require_hipflow(SQLite::Database& db, const DatabaseFile& file) {
    if (is_blank(db)) throw Error(emptied_words(file.path), ExitCode::storage);
    if (number(db, "PRAGMA application_id") != application_id) {
        throw Error(
            fmt::format("{} is another program's database, not hipflow's. It was left as it "
                        "is: name another file with --db.",
                        file.path.string()),
            ExitCode::storage);
    }
    // In place of a table, it could hang a query or undo a change.
    if (number(db, "SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')") != 0) {
        throw Damaged("it contains a view or a trigger, and hipflow creates none");
    }
}

/// Makes sure that no acknowledged set is lost in a power cut, and that the history is one file to
/// keep and copy. Reads the settings back, as SQLite ignores one that it cannot apply. Throws Error
/// in that case.
void make_durable(SQLite::Database& db) {
    const std::string mode = db.execAndGet("PRAGMA journal_mode = DELETE").getString();
    db.exec("PRAGMA synchronous = EXTRA");
    constexpr int extra = 3;
    const bool taken = (mode == "delete" || mode == "memory") &&
                       number(db, "PRAGMA synchronous") == extra &&
                       number(db, "PRAGMA foreign_keys") == 1;
    if (!taken) {
        throw Error("this SQLite does not accept the settings that keep the history safe",
                    ExitCode::storage);
    }
}

bool is_read_only(SQLite::Database& db) { return sqlite3_db_readonly(db.getHandle(), "main") == 1; }

void make_tables(SQLite::Database& db, const DatabaseFile& file) {
    harden(db);
    make_durable(db);
    migrate(db, file.path, all_migrations());
}

std::unique_ptr<Database> opened_in_memory(const DatabaseFile& file) {
    auto database = std::make_unique<Database>(Database{file, connect(file)});
    make_tables(database->sqlite, file);
    return database;
}

/// Builds the file under another name: so an empty file of its name was never made by hipflow.
void create(const DatabaseFile& file) {
    const auto draft = make_draft(file.path);
    try {
        SQLite::Database db(draft.string(), SQLite::OPEN_READWRITE);
        make_tables(db, {.path = draft});
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(draft, ignored);
        throw;
    }
    give_name(draft, file.path);  // or another process was faster: its file serves as well
}

/// Connects to a history of hipflow's, of a version that it knows. Returns null if there is no such
/// file.
std::unique_ptr<Database> connected(const DatabaseFile& file) {
    const auto facts = facts_of(file.path);
    if (!facts) return nullptr;
    auto database = std::make_unique<Database>(Database{file, connect(file), *facts});
    harden(database->sqlite);
    require_hipflow(database->sqlite, file);
    require_known_version(database->sqlite, file.path, all_migrations());
    return database;
}

/// Returns null if there is no such file.
std::unique_ptr<Database> opened(const DatabaseFile& file) {
    if (!exists_safely(file)) return nullptr;
    tighten(file);
    auto database = connected(file);
    if (!database) return nullptr;
    make_durable(database->sqlite);
    migrate(database->sqlite, file.path, all_migrations());
    return database;
}

}  // namespace

std::unique_ptr<Database> open_for_writing(const DatabaseFile& file) {
    return guarded(file.path, [&] {
        if (in_memory(file)) return opened_in_memory(file);
        if (!exists_safely(file)) create(file);
        auto database = opened(file);
        if (database) return database;
        throw Error(
            fmt::format("{} existed a moment ago and is gone: another program is moving it. "
                        "Try again when that is done.",
                        file.path.string()),
            ExitCode::storage);
    });
}

std::unique_ptr<Database> open_again(const DatabaseFile& file) {
    return guarded(file.path, [&] { return opened(file); });
}

std::unique_ptr<Database> open_for_reading(const DatabaseFile& file) {
    return guarded(file.path, [&]() -> std::unique_ptr<Database> {
        if (in_memory(file) || !exists_safely(file)) return nullptr;
        auto database = connected(file);
        if (!database) return nullptr;
        if (!is_read_only(database->sqlite)) make_durable(database->sqlite);
        migrate(database->sqlite, file.path, all_migrations());
        return database;
    });
}

void open_further(Database& database) {
    tighten(database.file);
    make_durable(database.sqlite);
}

std::unique_ptr<Database> open_scratch() {
    // SQLite takes an empty name for a temporary file.
    auto database = std::make_unique<Database>(
        Database{{}, {"", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}});
    harden(database->sqlite);
    migrate(database->sqlite, {}, all_migrations());
    return database;
}

}  // namespace hipflow::store
