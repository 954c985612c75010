// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/checkpoint.h"
#include "domain/day_totals.h"
#include "domain/history.h"
#include "domain/records.h"
#include "store/commit.h"
#include "store/database_file.h"
#include "store/filter.h"
#include "store/replaced.h"

namespace hipflow {

struct Database;
struct PainRow;
struct ExerciseRow;
struct CountedPeriod;

/// What a repair did: the copy made before it, and what it changed in the journal, in words.
struct Repaired {
    std::filesystem::path copy;
    std::vector<std::string> changes;
};

/// The history: one SQLite file, with one way in. Every failure is an Error with ExitCode::storage
/// that names the file and the way out.
class Store {
   public:
    /// For commands that write: makes the folder (0700) and the file (0600) where there is none.
    static Store open(const DatabaseFile& file);
    /// For commands that read: creates nothing, and is nothing where there is no database yet.
    /// Works on media that cannot be written.
    static std::optional<Store> open_existing(const DatabaseFile& file);
    /// Makes a history that was opened for reading as good for recording as one from open().
    void prepare_recording();

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    Store(Store&& other) noexcept;
    Store& operator=(Store&& other) noexcept;
    ~Store();

    /// One transaction: journal, tables and sums together. Returns when it is on the disk. Where
    /// another file has come to stand in the history's place meanwhile, it is written there with
    /// all that was written here before (store/replaced.h), or Error says what happened.
    void commit(const Change& change);
    /// The same for what was made entries of already. Returns how many were new to the journal.
    int write(const Batch& batch);
    /// Looks whether the history stands in its place with all that was written here, and follows it
    /// where not. Throws Error as commit() does.
    void stay();
    /// What happened to the file since this was asked last, in words; empty if nothing did.
    std::string take_news();

    /// All that was written here; with `session_id` also what was recorded of that session before,
    /// which is taken along into an older copy of the history as well.
    const Batch& written() const { return written_.batch; }
    void take_along(std::string_view session_id);
    /// The id of the first entry of this history, by which it is known again.
    std::optional<std::string> first_entry() const;
    /// The same, as known when it could be read last.
    std::optional<std::string> known_first() const;
    const std::filesystem::path& path() const;

    /// Takes the newest change back; what that did, or nothing if there is none (store/undo.h).
    std::optional<HistoryStep> undo(Instant now);
    std::optional<HistoryStep> redo(Instant now);

    /// Zero in the live loop, where a busy file is tried again at the next set.
    void set_busy_timeout(Millis timeout);

    /// Newest first.
    std::vector<Session> sessions(const Filter& filter) const;
    std::optional<Session> session(std::string_view id) const;
    /// The one started last, discarded ones apart.
    std::optional<Session> last_session() const;
    /// The last one in which anything was done.
    std::optional<Session> last_performed() const;
    /// The last one whose reasons hold the coach's state of that exercise of the routines.
    std::optional<Session> last_coached(std::string_view exercise) const;
    /// By "last", four or more characters of its id, or an ISO date with one session. Throws Error:
    /// ExitCode::nothing for an empty history, ExitCode::usage for no or several such sessions.
    Session find_session(std::string_view name) const;

    /// As performed: by step, then by time; those never begun come last in their step.
    std::vector<PerformedSet> sets_of(std::string_view session_id) const;
    std::vector<PainReading> readings_of(std::string_view session_id) const;
    std::vector<Symptom> symptoms_of(std::string_view session_id) const;
    /// When the session, its sets, scores and symptoms were first recorded, by their ids.
    std::map<std::string, Instant> recorded_times(std::string_view session_id) const;
    /// Every version of them, by the commands that made them.
    std::vector<HistoryStep> history_of(std::string_view session_id) const;
    std::optional<Prescription> prescription(std::string_view hash) const;

    /// Days with anything to count, oldest first. `limit` is for sessions and ignored. With a
    /// routine: what its sessions add up to; scores outside of sessions belong to no routine.
    std::vector<DayTotals> day_totals(const Filter& filter) const;

    /// Rows for the statistics (store/stats_rows.h), one at a time.
    void each_pain_row(const Filter& filter,
                       const std::function<void(const PainRow&)>& visit) const;
    void each_exercise_row(const Filter& filter,
                           const std::function<void(const ExerciseRow&)>& visit) const;
    std::vector<CountedPeriod> session_counts(const Filter& filter) const;

    /// Morning scores of that day and later (of the day they follow), newest first.
    std::vector<PainReading> morning_scores(Day since) const;

    /// Every score told on that day, of whatever moment, oldest first.
    std::vector<PainReading> scores_on(Day day) const;

    /// Symptoms noted on that day and later, oldest first.
    std::vector<Symptom> symptoms_since(Day since) const;
    std::optional<Symptom> last_symptom(SymptomKind kind) const;
    /// Whether pain was told of in thigh, lower leg or foot on that day or later.
    bool leg_told_since(Day since) const;

    /// The highest version of a text that was accepted.
    std::optional<int> acknowledged(std::string_view text) const;
    /// The last word on every exercise and restriction, by subject and name.
    std::vector<Preference> preferences() const;
    /// Oldest first; of two that begin on one day, the one recorded later holds and comes last.
    std::vector<ScheduleVersion> schedules() const;
    /// Those that reach into `since` or later, oldest first.
    std::vector<Excuse> excuses(Day since) const;
    /// What this machine reminded of, by the names of the occurrences; the last month's.
    std::set<std::string> reminders_sent() const;
    void remember_reminders(std::span<const std::string> occurrences, std::string_view channel,
                            Instant now);
    /// Until when nothing is to be reminded of.
    std::optional<Instant> snoozed_until() const;
    void snooze(Instant until);
    /// Oldest first.
    std::vector<Enrolment> enrolments() const;
    std::vector<Activity> activities() const;
    /// By the day on which they were taken, oldest first; of the filter only the days count.
    std::vector<Measurement> measurements(Measured kind, const Filter& filter) const;
    /// Where this machine's unfinished session stopped.
    std::optional<Checkpoint> checkpoint() const;
    /// The name under which this machine writes; nothing before its first commit.
    std::optional<std::string> device_id() const;

    /// Empties the tables and replays the journal into them, in one transaction.
    void rebuild_tables();
    /// Whether a replay of the journal gives exactly these tables. Changes nothing.
    bool tables_agree_with_journal() const;

    /// Writes something and takes it back, so that nothing has changed. Throws Error as commit()
    /// does.
    void try_writing();

    /// What is wrong with the file, each in words; empty if nothing is. Reads all of it.
    std::vector<std::string> faults() const;
    /// Copies the file beside itself, moves what lies outside of the ranges to their edge, and
    /// makes indexes and tables anew from the journal.
    Repaired repair();

   private:
    explicit Store(std::unique_ptr<Database> database);
    template <typename Work>
    auto with_database(const Work& work) const;
    template <typename Work>
    void write_in_place(const Work& work);
    void follow();
    std::unique_ptr<Database> database_;
    Written written_;
    std::string news_;
    Millis patience_{};
};

}  // namespace hipflow
