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

#include "coach/guidance.h"
#include "domain/day_totals.h"
#include "domain/history.h"
#include "domain/records.h"
#include "domain/session_work.h"
#include "stats/change.h"
#include "stats/pain_days.h"
#include "stats/period.h"
#include "store/change.h"
#include "store/database_file.h"

namespace hipflow::store {

struct Database;

/// Selects a part of the history; a member that is not set does not limit.
struct Filter {
    std::optional<Day> since{};  // both inclusive
    std::optional<Day> until{};
    std::optional<std::string> routine{};
    std::vector<std::string> formerly{};  // earlier ids of that routine
    std::optional<int> limit{};
    bool with_discarded = false;
};

/// The result of a repair: the copy made before it, and each change to the journal in words.
struct Repaired {
    std::filesystem::path copy;
    std::vector<std::string> changes;
};

/// What became of an exercise on a side in a session.
struct Outcome {
    std::string session;  // its id
    std::string planned;  // exercises, by id
    std::string exercise;
    Side side = Side::both;
    bool worked = false;  // some of it was done
    bool stopped_for_pain = false;
};

/// The history: one SQLite file, reached only through this class. Every failure is an Error with
/// ExitCode::storage that names the file and what to do. Each topic below is defined in a file of
/// its own.
class Store {
   public:
    // Opening (store.cpp)

    /// Opens the history for commands that write. Creates folder (0700) and file (0600) if there is
    /// no history.
    static Store open(const DatabaseFile& file);
    /// Opens the history for commands that read, also from a read-only medium. Creates nothing;
    /// returns nullopt if there is no history.
    static std::optional<Store> open_existing(const DatabaseFile& file);
    /// Makes a history that was opened for reading as good for recording as one from open().
    void prepare_recording();

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    Store(Store&& other) noexcept;
    Store& operator=(Store&& other) noexcept;
    ~Store();

    const std::filesystem::path& path() const;
    /// Sets how long to wait for another process. Zero in the live loop, which tries again at the
    /// next set.
    void set_busy_timeout(Millis timeout);

    // Writing (store.cpp)

    /// Writes journal, tables and sums in one transaction, and returns when they are on the disk.
    /// If the file was replaced meanwhile, also adds to the new one all that was written before
    /// (docs/design/data.md, "A replaced history"), or throws Error saying what happened.
    void commit(const Change& change);
    /// Writes finished entries in the same way. Returns how many were new to the journal.
    int write(const Batch& batch);
    /// Follows the history if its file was replaced, without writing anything else. Throws Error as
    /// commit() does.
    void stay();
    /// Returns what happened to the file since the last call, in words; empty if nothing did.
    std::string take_news();

    /// All that was written through this object, and what take_along() added.
    const Batch& written() const { return written_.batch; }
    /// Treats what was recorded of a session before as if it had been written here, so that an
    /// older copy of the history gets it as well.
    void take_along(std::string_view session_id);
    /// Returns the id of this history's first entry, which identifies it; nullopt if it is empty.
    std::optional<std::string> first_entry() const;
    /// Returns that id as it was when last read; throws nothing if the file cannot be read.
    std::optional<std::string> known_first() const;

    // Undo (undo.cpp)

    /// Takes the newest change back that still counts, by appending its inverse. Returns what that
    /// did, or nullopt if there is no such change. Throws Error while a session that it touches is
    /// not finished.
    std::optional<HistoryStep> undo(Instant now);
    /// Takes the newest undo back, in the same way, unless something else was done since.
    std::optional<HistoryStep> redo(Instant now);

    // The journal (journal.cpp)

    /// Returns when the session, its sets, scores and symptoms were first recorded, by their ids.
    std::map<std::string, Instant> recorded_times(std::string_view session_id) const;
    /// Returns all that was ever recorded of a session, its sets and its scores, by the commands
    /// that did it, oldest first.
    std::vector<HistoryStep> history_of(std::string_view session_id) const;

    // Sessions (sessions.cpp)

    /// Returns them newest first.
    std::vector<Session> sessions(const Filter& filter) const;
    std::optional<Session> session(std::string_view id) const;
    /// Returns the session that started last and is not discarded.
    std::optional<Session> last_session() const;
    /// Returns the last session with work done. One that was performed may have none: it was ended
    /// before its first set.
    std::optional<Session> last_with_work() const;
    /// Returns the first session with work done.
    std::optional<Session> first_with_work() const;
    /// Returns the last session whose reasons hold the coach's state of an exercise.
    std::optional<Session> last_coached(std::string_view exercise) const;
    /// Returns what is known of these exercises, by id, from timed sessions that were not
    /// discarded. Those that were in none are left out.
    coach::Practices practice_of(const std::vector<std::string>& exercises) const;
    /// Returns the number of kept sessions with work done, but no more than `most`.
    int kept_with_work(int most) const;
    /// Returns whether any work of a routine was done.
    bool has_work_of(std::string_view routine) const;
    /// Returns the number of timed sessions with work done, but no more than `most`.
    int timed_sessions(int most) const;
    /// Finds a session by "last", by four or more characters of its id, or by an ISO date with one
    /// session. Throws Error: ExitCode::nothing for an empty history, ExitCode::usage if no session
    /// or several match.
    Session find_session(std::string_view name) const;

    /// Returns them by step, then by time; in each step, sets that never began come last.
    std::vector<PerformedSet> sets_of(std::string_view session_id) const;
    std::vector<PainReading> readings_of(std::string_view session_id) const;
    std::vector<Symptom> symptoms_of(std::string_view session_id) const;
    std::optional<Prescription> prescription(std::string_view hash) const;

    // Scores and measurements (scores.cpp)

    /// Returns the morning scores that follow `since` or a later day, newest first. One that names
    /// no day follows the day before it.
    std::vector<PainReading> morning_scores(Day since) const;
    /// Returns those that follow that day alone, newest first.
    std::vector<PainReading> morning_scores_of(Day day) const;
    /// Returns the scores told before sessions and in the mornings since a day, newest first.
    std::vector<PainReading> opening_scores(Day since) const;
    /// Returns every score given on a day, or since one, of any moment, oldest first.
    std::vector<PainReading> scores_on(Day day) const;
    std::vector<PainReading> scores_since(Day since) const;
    /// Returns the day of the first score of all.
    std::optional<Day> first_scored_day() const;
    /// Returns the symptoms noted on `since` or later, oldest first.
    std::vector<Symptom> symptoms_since(Day since) const;
    std::optional<Symptom> last_symptom(SymptomKind kind) const;
    /// Returns whether pain in thigh, lower leg or foot was reported on `since` or later.
    bool leg_told_since(Day since) const;
    /// Returns whether pain was ever reported below the back: in buttock, groin, hip or leg.
    bool below_back_told() const;
    /// Returns measurements by the time they were taken, oldest first. Only the days of the filter
    /// count.
    std::vector<Measurement> measurements(Measured kind, const Filter& filter) const;

    // The plan, and what people said of themselves (plans.cpp)

    /// Returns them oldest first. Of two that begin on one day, the one recorded later counts and
    /// comes last.
    std::vector<ScheduleVersion> schedules() const;
    /// The same of the plans of single routines; schedules() leaves those out.
    std::vector<ScheduleVersion> routine_schedules() const;
    /// Returns those that reach into `since` or later, oldest first.
    std::vector<Excuse> excuses(Day since) const;
    /// Returns them oldest first.
    std::vector<Enrolment> enrolments() const;
    std::vector<Activity> activities() const;
    /// Returns the newest preference for each exercise and restriction, by subject and name.
    std::vector<Preference> preferences() const;
    /// Returns the highest version of a text that was accepted.
    std::optional<int> acknowledged(std::string_view text) const;
    /// Returns when a text was last accepted.
    std::optional<Instant> last_acknowledged(std::string_view text) const;

    // Statistics (statistics.cpp, day_sums.cpp)

    /// Visits scores by the day they belong to, oldest first. With a routine: only those of its
    /// sessions. Like each_exercise_row(), takes no memory that grows with the history.
    void each_pain_row(const Filter& filter,
                       const std::function<void(const stats::PainRow&)>& visit) const;
    /// Visits each exercise and side that was worked on, by session, oldest first; `filter.limit`
    /// is the number of sessions, the newest.
    void each_exercise_row(const Filter& filter,
                           const std::function<void(const stats::ExerciseRow&)>& visit) const;
    /// Visits each exercise, side and outcome that sessions had, those of one session in a row.
    /// With the sessions that sessions() returns, but for `filter.limit`, which is not looked at.
    void each_outcome(const Filter& filter, const std::function<void(const Outcome&)>& visit) const;
    /// Returns one for each day with a session, oldest first.
    std::vector<stats::CountedPeriod> session_counts(const Filter& filter) const;
    /// Returns the days that have anything to count, oldest first; ignores `filter.limit`. With a
    /// routine: the totals of its sessions, without scores outside of sessions.
    std::vector<DayTotals> day_totals(const Filter& filter) const;
    /// Returns what the plans look at in each session of these days, by day, under the routine's id
    /// at the time; ignores `filter.routine` and `filter.limit`.
    std::vector<SessionWork> session_work(const Filter& filter) const;
    /// Counts the changes of plans and excuses in the journal, with those taken back.
    PlanChanges plan_changes() const;

    // This machine: neither journalled nor exported (device.cpp)

    /// Returns where this machine's unfinished session stopped.
    std::optional<Checkpoint> checkpoint() const;
    /// Returns the occurrences that this machine reminded of, by whatever channel, in the last
    /// month.
    std::set<std::string> reminders_sent() const;
    /// Adds occurrences, and forgets those of more than a month ago.
    void remember_reminders(std::span<const std::string> occurrences, std::string_view channel,
                            Instant now);
    /// Returns the end of the last snooze.
    std::optional<Instant> snoozed_until() const;
    /// Replaces an earlier snooze.
    void snooze(Instant until);

    // Repair (repair.cpp)

    /// Writes something and rolls it back. Throws Error as commit() does.
    void try_writing();
    /// Returns each fault of the file in words: in its pages and indexes, its schema, and in tables
    /// that do not agree with the journal. Reads all of the file.
    std::vector<std::string> faults() const;
    /// Copies the file beside itself, moves values outside of the ranges to their edge, and
    /// rebuilds indexes and tables from the journal.
    Repaired repair();

   private:
    explicit Store(std::unique_ptr<Database> database);

    // Defined in store/query.h.
    template <typename Work>
    auto with_database(const Work& work) const;
    template <typename R, typename... Values>
    std::vector<R> all(std::string_view rest, const Values&... values) const;
    template <typename R, typename... Values>
    std::optional<R> first(std::string_view rest, const Values&... values) const;

    template <typename Work>
    void write_in_place(const Work& work);

    // A replaced history (replaced.cpp)

    /// Returns whether the name still means the open file, and that is not empty.
    bool is_in_place() const;
    /// Opens what the name means now, and writes what was written before.
    void follow();
    /// Throws Error saying what happened if something other than this history stands in its place.
    void require_this_history();

    std::unique_ptr<Database> database_;
    Written written_;
    std::string news_;
    Millis patience_{};
};

}  // namespace hipflow::store
