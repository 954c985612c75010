// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <sqlite3.h>  // the names of the result codes

#include <algorithm>
#include <array>
#include <utility>

#include "domain/error.h"
#include "exchange/fields.h"
#include "store/journal.h"
#include "store/query.h"

namespace hipflow::store {

Store::Store(std::unique_ptr<Database> database)
    : database_(std::move(database)), patience_(database_->file.busy_timeout) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const DatabaseFile& file) { return Store(open_for_writing(file)); }

std::optional<Store> Store::open_existing(const DatabaseFile& file) {
    auto database = open_for_reading(file);
    if (!database) return std::nullopt;
    return Store(std::move(database));
}

void Store::prepare_recording() {
    guarded(database_->file.path, [&] { open_further(*database_); });
}

const std::filesystem::path& Store::path() const { return database_->file.path; }

void Store::set_busy_timeout(Millis timeout) {
    with_database(
        [&](Database& db) { db.sqlite.setBusyTimeout(static_cast<int>(timeout.count())); });
    patience_ = timeout;
}

namespace {

/// Returns the last entry that the journal must hold as long as it is the same history. Skips
/// prescriptions: one that was known before is not in the journal again.
std::optional<std::string> last_own(const std::vector<JournalEntry>& entries) {
    const auto last = std::find_if(entries.rbegin(), entries.rend(), [](const auto& entry) {
        return entry.kind != exchange::kind<PrescriptionSnapshot>;
    });
    return last == entries.rend() ? std::nullopt : std::optional(last->id);
}

/// Returns whether the failure may mean that the file no longer holds the history that was opened.
bool may_be_another(const StorageFailure& failure) {
    constexpr std::array codes = {SQLITE_ERROR,      SQLITE_CORRUPT, SQLITE_NOTADB,
                                  SQLITE_CONSTRAINT, SQLITE_SCHEMA,  SQLITE_READONLY};
    return std::ranges::find(codes, failure.sqlite_code()) != codes.end();
}

}  // namespace

/// Calls work(db, last own entry), a second time if the history was replaced and followed
/// meanwhile.
template <typename Work>
void Store::write_in_place(const Work& work) {
    if (!is_in_place()) follow();
    const auto last = last_own(written_.batch.entries);
    try {
        with_database([&](Database& db) { work(db, last); });
    } catch (const EntryMissing&) {
        follow();
        with_database([&](Database& db) { work(db, last); });
    } catch (const StorageFailure& failure) {
        // If something else overwrote the file in place, say that instead of what SQLite made of
        // it.
        if (last && may_be_another(failure)) require_this_history();
        throw;
    }
    if (!written_.first) {
        written_.first = with_database([](const Database& db) { return store::first_entry(db); });
    }
}

void Store::commit(const Change& change) {
    write_in_place([&](Database& db, const std::optional<std::string>& after) {
        add_to(written_.batch, store::commit(db, change, after));
    });
}

int Store::write(const Batch& batch) {
    int added = 0;
    write_in_place([&](Database& db, const std::optional<std::string>& after) {
        added = write_batch(db, batch, after);
        add_to(written_.batch, batch);
    });
    return added;
}

void Store::stay() {
    const auto last = last_own(written_.batch.entries);
    if (!last) return;
    const bool there =
        is_in_place() && with_database([&](const Database& db) { return has_entry(db, *last); });
    if (!there) follow();
}

std::string Store::take_news() { return std::exchange(news_, {}); }

void Store::take_along(std::string_view session_id) {
    with_database([&](const Database& db) {
        auto& entries = written_.batch.entries;
        auto before = entries_of_session(db, std::string(session_id));
        std::erase_if(before, [&](const JournalEntry& entry) {
            return std::ranges::find(entries, entry.id, &JournalEntry::id) != entries.end();
        });
        entries.insert(entries.begin(), before.begin(), before.end());
        written_.first = store::first_entry(db);
    });
}

std::optional<std::string> Store::first_entry() const {
    return with_database([](const Database& db) { return store::first_entry(db); });
}

std::optional<std::string> Store::known_first() const {
    if (written_.first) return written_.first;
    try {
        return first_entry();
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace hipflow::store
