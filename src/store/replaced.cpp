// SPDX-License-Identifier: MIT
#include "store/replaced.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "domain/error.h"
#include "store/backup.h"
#include "store/failure.h"
#include "store/journal.h"
#include "store/rows.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

bool same_file(const FileFacts& one, const FileFacts& other) {
    return one.device == other.device && one.number == other.number;
}

Error gone_wrong(const Database& db, const std::string& what) {
    return Error(fmt::format("{} {}", db.file.path.string(), what), ExitCode::storage);
}

/// Keeps what was open beside its name, once.
void keep(const Database& old, Written& written) {
    if (written.kept) return;
    written.kept = back_up(old.sqlite, old.file.path, when_replaced);
}

std::string kept_words(const Written& written) {
    return written.kept ? fmt::format(" What it held before is kept as {}.", written.kept->string())
                        : "";
}

/// A copy that cannot be made is no reason to lose what can be written.
void try_to_keep(const Database& old, Written& written) {
    try {
        keep(old, written);
    } catch (const Error&) {
        return;
    }
}

/// The newest entry that was not written here: it was there before, or came from another program.
std::optional<std::string> newest_of_others(const Database& db, const Written& written) {
    const auto row = prepared(db, "SELECT id FROM journal ORDER BY seq DESC");
    const auto& own = written.batch.entries;
    while (row->executeStep()) {
        std::string id = row->getColumn(0).getString();
        if (std::ranges::find(own, id, &JournalEntry::id) == own.end()) return id;
    }
    return std::nullopt;
}

/// Gives the open history its name back, whole. Whatever has come to stand there meanwhile stays.
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

/// Nothing was lost with it yet: puts the history back that is still open here.
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

/// Emptied first, and replaced then, it is open here without anything in it.
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

/// What is said of a copy that stands in the place of the file; nothing where it was said before.
std::string news_of_copy(const Database& old, Database& fresh, Written& written, bool still_open) {
    const auto newest = still_open ? newest_of_others(old, written) : std::nullopt;
    const bool older = still_open ? newest && !has_entry(fresh, *newest) : true;
    if (older && still_open) try_to_keep(old, written);
    // Some file systems number a file anew each time: told once.
    if (std::exchange(written.moved, true) && !older) return "";
    return fmt::format(
        "{} was replaced {} while this was running.{} It is the same history: what "
        "was recorded here is in it.",
        old.file.path.string(), older ? "by an older copy of itself" : "by a copy",
        older ? kept_words(written) : "");
}

}  // namespace

bool is_in_place(const Database& db) {
    if (in_memory(db.file)) return true;
    const auto now = facts_of(db.file.path);
    return now && now->size > 0 && same_file(*now, db.facts);
}

Followed follow(const Database& old, Written& written, Millis patience) {
    std::string news;
    auto now = facts_of(old.file.path);
    const auto is_gone = [&] { return !now || now->size == 0; };
    // Written over in its place, it is not open here any more either.
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

}  // namespace hipflow
