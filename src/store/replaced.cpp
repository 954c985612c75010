// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "domain/error.h"
#include "store/backup.h"
#include "store/journal.h"
#include "store/query.h"

// While a program has a history open, a file manager, a restore or a slip of the hand can give its
// name to another file, or to none. What is written to the open file is then lost.

namespace hipflow::store {
namespace {

namespace fs = std::filesystem;

bool same_file(const FileFacts& one, const FileFacts& other) {
    return one.device == other.device && one.number == other.number;
}

Error gone_wrong(const Database& db, const std::string& what) {
    return Error(fmt::format("{} {}", db.file.path.string(), what), ExitCode::storage);
}

std::string kept_words(const Written& written) {
    return written.kept ? fmt::format(" What it held before is kept as {}.", written.kept->string())
                        : "";
}

/// Copies what was open to a file beside its name, once. If that fails, goes on without: that is no
/// reason to lose what can still be written.
void try_to_keep(const Database& old, Written& written) {
    if (written.kept) return;
    try {
        written.kept = back_up(old.sqlite, old.file.path, when_replaced);
    } catch (const Error&) {
        return;
    }
}

/// Returns the newest entry that this program did not write.
std::optional<std::string> newest_of_others(const Database& db, const Written& written) {
    const auto row = prepared(db, "SELECT id FROM journal ORDER BY seq DESC");
    const auto& own = written.batch.entries;
    while (row->executeStep()) {
        std::string id = row->getColumn(0).getString();
        if (std::ranges::find(own, id, &JournalEntry::id) == own.end()) return id;
    }
    return std::nullopt;
}

/// Copies the open history back to its name. Never replaces a file with content.
void put_back(const Database& old, bool replace_empty) {
    const fs::path path = fs::absolute(old.file.path);
    create_folders(path.parent_path());
    const fs::path copy = back_up(old.sqlite, path, "new");
    if (!replace_empty) {
        give_name(copy, path);
        return;
    }
    const auto now = facts_of(path);
    if (now && now->size == 0) fs::rename(copy, path);
    std::error_code ignored;
    fs::remove(copy, ignored);
    sync_folder(path.parent_path());
}

/// Puts the history back, which is still open here, and returns the news.
std::string bring_back(const Database& old, bool deleted) {
    const char* const what = deleted ? "was moved or deleted while this was running"
                                     : "was replaced by an empty file while this was running";
    try {
        guarded(old.file.path, [&] { put_back(old, !deleted); });
    } catch (const std::exception& error) {
        throw gone_wrong(old, fmt::format("{}, and cannot be put back: {}", what, error.what()));
    }
    return fmt::format("{} {}. It was still open here, and has been put back whole.",
                       old.file.path.string(), what);
}

/// A file that was emptied first and replaced then cannot be read any more.
bool can_be_read(const Database& db) {
    try {
        first_entry(db);
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

std::unique_ptr<Database> opened_anew(const Database& old, Millis patience) {
    DatabaseFile file = old.file;
    file.busy_timeout = patience;
    try {
        return open_again(file);
    } catch (const Error& error) {
        throw gone_wrong(
            old, fmt::format("was replaced while this was running, and what is there now cannot be "
                             "used: {}",
                             error.what()));
    }
}

/// Returns the news that a copy took the place of the file; empty if the user was told before.
std::string news_of_copy(const Database& old, Database& fresh, Written& written, bool still_open) {
    const auto newest = still_open ? newest_of_others(old, written) : std::nullopt;
    const bool older = still_open ? newest && !has_entry(fresh, *newest) : true;
    if (older && still_open) try_to_keep(old, written);
    // Some file systems give a file a new number each time: say it once.
    if (std::exchange(written.moved, true) && !older) return "";
    return fmt::format(
        "{} was replaced {} while this was running.{} It is the same history: what "
        "was recorded here is in it.",
        old.file.path.string(), older ? "by an older copy of itself" : "by a copy",
        older ? kept_words(written) : "");
}

/// Words for what stands in the place of the file, and what happened.
struct Replacement {
    std::unique_ptr<Database> database;
    std::string news;
};

/// Opens what the name means now, if it is the same history, of whatever age. Puts it back first if
/// it was deleted or replaced by an empty file. Copies what the open file held beyond that to a
/// file beside it. Throws Error saying what happened if the program cannot go on with it.
Replacement replacement_of(const Database& old, Written& written, Millis patience) {
    std::string news;
    auto now = facts_of(old.file.path);
    const auto is_gone = [&] { return !now || now->size == 0; };
    // A file that was overwritten in place is no longer open here either.
    const bool still_open = (!now || !same_file(*now, old.facts)) && can_be_read(old);
    if (!still_open && is_gone()) {
        throw gone_wrong(old,
                         "was emptied (0 bytes) by another program while this was running, and "
                         "what it held is gone. Put a backup in its place.");
    }
    if (is_gone()) {
        news = bring_back(old, !now);
        now = facts_of(old.file.path);
    }
    auto fresh = opened_anew(old, patience);
    if (!fresh) throw gone_wrong(old, "was moved or deleted while this was running.");
    if (!written.first && still_open) written.first = first_entry(old);
    const auto first = guarded(old.file.path, [&] { return first_entry(*fresh); });
    if (written.first && written.first != first) {
        if (still_open) try_to_keep(old, written);
        throw gone_wrong(old, fmt::format("was replaced by another history while this was running."
                                          "{}",
                                          kept_words(written)));
    }
    if (news.empty()) news = news_of_copy(old, *fresh, written, still_open);
    return {std::move(fresh), std::move(news)};
}

}  // namespace

bool Store::is_in_place() const {
    if (in_memory(database_->file)) return true;
    const auto now = facts_of(database_->file.path);
    return now && now->size > 0 && same_file(*now, database_->facts);
}

void Store::follow() {
    auto replacement = replacement_of(*database_, written_, patience_);
    if (!written_.batch.entries.empty()) {
        guarded(replacement.database->file.path,
                [&] { write_batch(*replacement.database, written_.batch); });
    }
    database_ = std::move(replacement.database);
    if (!news_.empty() && !replacement.news.empty()) news_ += '\n';
    news_ += replacement.news;
}

void Store::require_this_history() {
    if (!in_memory(database_->file)) replacement_of(*database_, written_, {});
}

}  // namespace hipflow::store
