// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "platform/clock.h"
#include "session/player.h"
#include "store/store.h"

namespace hipflow {

/// The listener that writes: every set when it ends, every answer when it is given. What cannot be
/// written is put aside in a file, and tried again at the next occasion; the session goes on
/// meanwhile.
class Recorder {
   public:
    /// `tell` hears, in one line, when writing fails and when it works again. `spare` is the folder
    /// for what cannot be put aside beside the history.
    Recorder(Store& store, const Clock& clock, std::chrono::minutes day_starts,
             std::filesystem::path spare, std::function<void(const std::string&)> tell);

    /// The program, and its week, to which the session that is to come belongs.
    void follow(const std::string& program, std::optional<int> week);
    /// The schedule changes along with the session; the version gets its id here.
    void schedule(ScheduleVersion version);

    /// A session that begins now. `planned` is the work of its timeline.
    /// `reasons` is what the coach knew and why, a JSON document.
    void begin(const Prescription& prescription, Millis planned, Gate gate, bool override_gate,
               std::string reasons);
    /// A day of rest in place of a session.
    void rest(const std::string& routine, bool counts, Gate gate, std::string reasons);
    /// A session that was interrupted, with the sets that it has.
    void take_up(Session session, const std::vector<PerformedSet>& sets);

    /// From here on the clock runs, and a busy file is waited for by nobody: what cannot be written
    /// is tried again at the next set. Until settle().
    void go_live();

    /// What a turn of the player did to the record.
    void listen(const std::vector<Event>& events, const Player& player);
    /// Keeps the place of a session that ends here unfinished.
    void interrupt(const Player& player);

    void pain(Moment moment, PainScore score, std::optional<Site> site, std::optional<Side> side,
              const std::optional<std::string>& exercise);
    void morning(PainScore score, std::optional<Site> site, std::optional<Side> side, Day for_day);
    void symptom(SymptomKind kind, std::optional<Moment> moment, std::optional<Side> side,
                 const std::optional<std::string>& exercise);
    /// That what ended a session for good has been looked at.
    void clearance(const std::string& note);
    void acknowledge(std::string_view text, int version);
    void prefer(PreferenceSubject subject,
                const std::vector<std::pair<std::string, PreferenceRule>>& rules);
    /// Changes the session's own row: answers given after its end, or how it ended.
    void amend(const std::function<void(Session&)>& edit);

    const Session& session() const { return session_; }
    /// Status of every set so far, by its place.
    const std::vector<PerformedSet>& sets() const { return sets_; }

    /// Writes what is still waiting, with all patience. Throws Error if that fails.
    void settle();
    /// What is waiting to be written, in words; empty if nothing is.
    std::vector<std::string> unwritten() const;
    /// The file in which it is until then; nothing where none could be made either.
    const std::optional<std::filesystem::path>& aside() const { return aside_; }

   private:
    PerformedSet& row_for(const SetEnded& ended);
    void note_set(const SetEnded& ended, Instant now, Millis session_now);
    Checkpoint place_of(const Player& player, Instant now) const;
    void adopt_answers(Change& change);
    Change change_at(Instant now) const;
    void enqueue(Instant now, Record record);
    void enqueue(Change change);
    void write_waiting();
    void put_waiting_aside();
    void let_aside_go();

    Store* store_;
    const Clock* clock_;
    std::chrono::minutes day_starts_;
    std::function<void(const std::string&)> tell_;
    std::string change_id_;  // one for all that this `start` records
    Session session_;
    bool begun_ = false;
    std::vector<PainReading> before_begin_;  // answered before there was a session to name
    std::vector<PerformedSet> sets_;
    struct Waiting {
        Batch batch;
        std::vector<Record> records;
    };
    std::vector<Waiting> waiting_;
    std::filesystem::path spare_;
    std::optional<std::filesystem::path> aside_;
    bool in_trouble_ = false;
};

}  // namespace hipflow
