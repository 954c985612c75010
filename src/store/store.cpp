// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <sqlite3.h>  // the names of the result codes

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/kind.h"
#include "store/backup.h"
#include "store/checkpoint_row.h"
#include "store/commit.h"
#include "store/database.h"
#include "store/day_sums.h"
#include "store/device.h"
#include "store/failure.h"
#include "store/health.h"
#include "store/journal.h"
#include "store/queries.h"
#include "store/rebuild.h"
#include "store/reminders.h"
#include "store/stats_rows.h"
#include "store/undo.h"

namespace hipflow {

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

template <typename Work>
auto Store::with_database(const Work& work) const {
    return guarded(database_->file.path, [&] { return work(*database_); });
}

namespace {

/// What the journal has to hold as long as it is the same. A prescription that was known before is
/// not in it a second time.
std::optional<std::string> last_own(const std::vector<JournalEntry>& entries) {
    const auto last = std::find_if(entries.rbegin(), entries.rend(), [](const auto& entry) {
        return entry.kind != kind<PrescriptionSnapshot>;
    });
    return last == entries.rend() ? std::nullopt : std::optional(last->id);
}

/// Whether SQLite may have found something else in the file than the history that was opened.
bool may_be_another(const StorageFailure& failure) {
    constexpr std::array codes = {SQLITE_ERROR,      SQLITE_CORRUPT, SQLITE_NOTADB,
                                  SQLITE_CONSTRAINT, SQLITE_SCHEMA,  SQLITE_READONLY};
    return std::ranges::find(codes, failure.sqlite_code()) != codes.end();
}

}  // namespace

/// Once more where the history has moved. What was written here before is there then as well.
template <typename Work>
void Store::write_in_place(const Work& work) {
    if (!is_in_place(*database_)) follow();
    const auto last = last_own(written_.batch.entries);
    try {
        with_database([&](Database& db) { work(db, last); });
    } catch (const EntryMissing&) {
        follow();
        with_database([&](Database& db) { work(db, last); });
    } catch (const StorageFailure& failure) {
        // Written over in its place by something else: that is the news, not what SQLite made of
        // it.
        if (last && may_be_another(failure)) hipflow::follow(*database_, written_, {});
        throw;
    }
    if (!written_.first) {
        written_.first = with_database([](const Database& db) { return hipflow::first_entry(db); });
    }
}

void Store::follow() {
    auto followed = hipflow::follow(*database_, written_, patience_);
    if (!written_.batch.entries.empty()) {
        guarded(followed.database->file.path,
                [&] { write_batch(*followed.database, written_.batch); });
    }
    database_ = std::move(followed.database);
    if (!news_.empty() && !followed.news.empty()) news_ += '\n';
    news_ += followed.news;
}

void Store::commit(const Change& change) {
    write_in_place([&](Database& db, const std::optional<std::string>& after) {
        add_to(written_.batch, hipflow::commit(db, change, after));
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
    const bool there = is_in_place(*database_) &&
                       with_database([&](const Database& db) { return has_entry(db, *last); });
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
        written_.first = hipflow::first_entry(db);
    });
}

std::optional<std::string> Store::first_entry() const {
    return with_database([](const Database& db) { return hipflow::first_entry(db); });
}

std::optional<std::string> Store::known_first() const {
    if (written_.first) return written_.first;
    try {
        return first_entry();
    } catch (const Error&) {
        return std::nullopt;
    }
}

const std::filesystem::path& Store::path() const { return database_->file.path; }

std::optional<HistoryStep> Store::undo(Instant now) {
    return with_database([&](Database& db) { return hipflow::undo(db, now); });
}

std::optional<HistoryStep> Store::redo(Instant now) {
    return with_database([&](Database& db) { return hipflow::redo(db, now); });
}

std::vector<HistoryStep> Store::history_of(std::string_view session_id) const {
    return with_database([&](const Database& db) { return hipflow::history_of(db, session_id); });
}

std::map<std::string, Instant> Store::recorded_times(std::string_view session_id) const {
    return with_database(
        [&](const Database& db) { return hipflow::recorded_times(db, session_id); });
}

void Store::set_busy_timeout(Millis timeout) {
    with_database(
        [&](Database& db) { db.sqlite.setBusyTimeout(static_cast<int>(timeout.count())); });
    patience_ = timeout;
}

std::vector<Session> Store::sessions(const Filter& filter) const {
    return with_database([&](const Database& db) { return hipflow::sessions(db, filter); });
}

std::optional<Session> Store::session(std::string_view id) const {
    return with_database([&](const Database& db) { return hipflow::session(db, id); });
}

std::optional<Session> Store::last_session() const {
    return with_database([&](const Database& db) { return hipflow::last_session(db); });
}

std::optional<Session> Store::last_performed() const {
    return with_database([&](const Database& db) { return hipflow::last_performed(db); });
}

std::optional<Session> Store::last_coached(std::string_view exercise) const {
    return with_database([&](const Database& db) { return hipflow::last_coached(db, exercise); });
}

std::vector<PainReading> Store::scores_on(Day day) const {
    return with_database([&](const Database& db) { return hipflow::scores_on(db, day); });
}

std::vector<Symptom> Store::symptoms_since(Day since) const {
    return with_database([&](const Database& db) { return hipflow::symptoms_since(db, since); });
}

std::optional<Symptom> Store::last_symptom(SymptomKind kind) const {
    return with_database([&](const Database& db) { return hipflow::last_symptom(db, kind); });
}

bool Store::leg_told_since(Day since) const {
    return with_database([&](const Database& db) { return hipflow::leg_told_since(db, since); });
}

Session Store::find_session(std::string_view name) const {
    return with_database([&](const Database& db) { return hipflow::find_session(db, name); });
}

std::vector<PerformedSet> Store::sets_of(std::string_view session_id) const {
    return with_database([&](const Database& db) { return hipflow::sets_of(db, session_id); });
}

std::vector<PainReading> Store::readings_of(std::string_view session_id) const {
    return with_database([&](const Database& db) { return hipflow::readings_of(db, session_id); });
}

std::vector<Symptom> Store::symptoms_of(std::string_view session_id) const {
    return with_database([&](const Database& db) { return hipflow::symptoms_of(db, session_id); });
}

std::optional<Prescription> Store::prescription(std::string_view hash) const {
    return with_database([&](const Database& db) { return hipflow::prescription(db, hash); });
}

std::vector<DayTotals> Store::day_totals(const Filter& filter) const {
    return with_database([&](const Database& db) { return hipflow::day_totals(db, filter); });
}

void Store::each_pain_row(const Filter& filter,
                          const std::function<void(const PainRow&)>& visit) const {
    with_database([&](const Database& db) { hipflow::each_pain_row(db, filter, visit); });
}

void Store::each_exercise_row(const Filter& filter,
                              const std::function<void(const ExerciseRow&)>& visit) const {
    with_database([&](const Database& db) { hipflow::each_exercise_row(db, filter, visit); });
}

std::vector<CountedPeriod> Store::session_counts(const Filter& filter) const {
    return with_database([&](const Database& db) { return hipflow::session_counts(db, filter); });
}

std::vector<PainReading> Store::morning_scores(Day since) const {
    return with_database([&](const Database& db) { return hipflow::morning_scores(db, since); });
}

std::optional<int> Store::acknowledged(std::string_view text) const {
    return with_database([&](const Database& db) { return hipflow::acknowledged(db, text); });
}

std::vector<Preference> Store::preferences() const {
    return with_database([](const Database& db) { return hipflow::preferences(db); });
}

std::set<std::string> Store::reminders_sent() const {
    return with_database([](const Database& db) { return hipflow::reminders_sent(db); });
}

void Store::remember_reminders(std::span<const std::string> occurrences, std::string_view channel,
                               Instant now) {
    with_database(
        [&](Database& db) { hipflow::remember_reminders(db, occurrences, channel, now); });
}

std::optional<Instant> Store::snoozed_until() const {
    return with_database([](const Database& db) { return hipflow::snoozed_until(db); });
}

void Store::snooze(Instant until) {
    with_database([&](Database& db) { hipflow::snooze(db, until); });
}

std::vector<ScheduleVersion> Store::schedules() const {
    return with_database([](const Database& db) { return hipflow::schedules(db); });
}

std::vector<Excuse> Store::excuses(Day since) const {
    return with_database([&](const Database& db) { return hipflow::excuses(db, since); });
}

std::vector<Enrolment> Store::enrolments() const {
    return with_database([](const Database& db) { return hipflow::enrolments(db); });
}

std::vector<Activity> Store::activities() const {
    return with_database([](const Database& db) { return hipflow::activities(db); });
}

std::vector<Measurement> Store::measurements(Measured kind, const Filter& filter) const {
    return with_database(
        [&](const Database& db) { return hipflow::measurements(db, kind, filter); });
}

std::optional<Checkpoint> Store::checkpoint() const {
    return with_database([&](const Database& db) -> std::optional<Checkpoint> {
        const auto device = known_device(db);
        return device ? read_checkpoint(db, *device) : std::nullopt;
    });
}

std::optional<std::string> Store::device_id() const {
    return with_database([&](const Database& db) { return known_device(db); });
}

void Store::rebuild_tables() {
    with_database([&](Database& db) { rebuild(db); });
}

bool Store::tables_agree_with_journal() const {
    return with_database([&](const Database& db) { return agrees_with_journal(db); });
}

void Store::try_writing() {
    with_database([](Database& db) { hipflow::try_writing(db); });
}

std::vector<std::string> Store::faults() const {
    return with_database([&](const Database& db) { return faults_of(db); });
}

Repaired Store::repair() {
    return with_database([&](Database& db) {
        Repaired repaired;
        repaired.copy = back_up(db.file.path, before_repair);
        try {
            repaired.changes = hipflow::repair(db);
        } catch (const Damaged& found) {  // to be repaired it is already
            throw Damaged(found.what());
        }
        return repaired;
    });
}

}  // namespace hipflow
