// SPDX-License-Identifier: MIT
#include "store/store.h"

#include "store/backup.h"
#include "store/checkpoint_row.h"
#include "store/commit.h"
#include "store/database.h"
#include "store/day_sums.h"
#include "store/device.h"
#include "store/failure.h"
#include "store/health.h"
#include "store/queries.h"
#include "store/rebuild.h"
#include "store/reminders.h"
#include "store/stats_rows.h"
#include "store/undo.h"

namespace hipflow {

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
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

void Store::commit(const Change& change) {
    with_database([&](Database& db) { hipflow::commit(db, change); });
}

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

std::vector<std::string> Store::faults() const {
    return with_database([&](const Database& db) { return faults_of(db); });
}

Repaired Store::repair() {
    return with_database([&](Database& db) {
        Repaired repaired;
        repaired.copy = back_up(db.file.path, "before-repair");
        try {
            repaired.changes = hipflow::repair(db);
        } catch (const Damaged& found) {  // to be repaired it is already
            throw Damaged(found.what());
        }
        return repaired;
    });
}

}  // namespace hipflow
