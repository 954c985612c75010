// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/checkpoint.h"
#include "domain/day_totals.h"
#include "domain/history.h"
#include "domain/records.h"
#include "store/change.h"
#include "store/database_file.h"
#include "store/filter.h"

namespace hipflow {

struct Database;

/// The history: one SQLite file, with one way in. Every failure is an Error with ExitCode::storage
/// that names the file and the way out.
class Store {
   public:
    /// For commands that write: makes the folder (0700) and the file (0600) where there is none.
    static Store open(const DatabaseFile& file);
    /// For commands that read: creates nothing, and is nothing where there is no database yet.
    /// Works on media that cannot be written.
    static std::optional<Store> open_existing(const DatabaseFile& file);

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    Store(Store&& other) noexcept;
    Store& operator=(Store&& other) noexcept;
    ~Store();

    /// One transaction: journal, tables and sums together. Returns when it is on the disk.
    void commit(const Change& change);

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

    /// Morning scores of that day and later (of the day they follow), newest first.
    std::vector<PainReading> morning_scores(Day since) const;

    /// The highest version of a text that was accepted.
    std::optional<int> acknowledged(std::string_view text) const;
    /// The last word on every exercise and restriction, by subject and name.
    std::vector<Preference> preferences() const;
    /// Where this machine's unfinished session stopped.
    std::optional<Checkpoint> checkpoint() const;
    /// The name under which this machine writes; nothing before its first commit.
    std::optional<std::string> device_id() const;

    /// Empties the tables and replays the journal into them, in one transaction.
    void rebuild_tables();
    /// Whether a replay of the journal gives exactly these tables. Changes nothing.
    bool tables_agree_with_journal() const;

    /// What is wrong with the file, each in words; empty if nothing is. Reads all of it.
    std::vector<std::string> faults() const;
    /// Copies the file beside itself, then makes indexes and tables anew from the journal. Returns
    /// the copy.
    std::filesystem::path repair();

   private:
    explicit Store(std::unique_ptr<Database> database);
    template <typename Work>
    auto with_database(const Work& work) const;
    std::unique_ptr<Database> database_;
};

}  // namespace hipflow
