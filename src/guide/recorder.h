// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "coach/state.h"
#include "domain/records.h"
#include "platform/clock.h"
#include "session/player.h"
#include "store/store.h"

namespace hipflow::guide {

/// The listener that writes: every set when it ends, every answer when it is given. What cannot be
/// written is put aside in a file and tried again later; the session goes on meanwhile.
class Recorder {
   public:
    /// `tell` gets one line when writing fails and when it works again. `spare` is the folder for
    /// what cannot be put aside beside the history.
    Recorder(store::Store& store, const platform::Clock& clock, std::chrono::minutes day_starts,
             std::filesystem::path spare, std::function<void(const std::string&)> tell);

    /// Sets the program, and its week, to which the next session belongs.
    void follow(const std::string& program, std::optional<int> week);
    /// Records a new version of the schedule, which gets its id here.
    void schedule(ScheduleVersion version);

    /// Records a session that begins now. `planned` is the work of its timeline, `record` what the
    /// coach knew and decided.
    void begin(const Prescription& prescription, Millis planned, Gate gate, bool override_gate,
               const coach::CoachRecord& record);
    /// Records a day of rest in place of a session.
    void rest(const std::string& routine, bool counts, Gate gate, const coach::CoachRecord& record);
    /// Goes on with a session that was interrupted, and the sets that it has.
    void take_up(Session session, const std::vector<PerformedSet>& sets);

    /// To be called when the clock begins to run: until write_waiting_out() a busy file is not
    /// waited for, and what cannot be written is tried again at the next set.
    void go_live();

    /// Records what happened in a turn of the player.
    void listen(const std::vector<session::Event>& events, const session::Player& player);
    /// Keeps the place of a session that is broken off here.
    void interrupt(const session::Player& player);

    void pain(Moment moment, PainScore score, std::optional<Site> site, std::optional<Side> side,
              const std::optional<std::string>& exercise,
              std::optional<Site> furthest = std::nullopt);
    void morning(PainScore score, std::optional<Site> site, std::optional<Side> side, Day for_day);
    void symptom(SymptomKind kind, std::optional<Moment> moment, std::optional<Side> side,
                 const std::optional<std::string>& exercise);
    /// Records that what ended a session for good has been looked at.
    void clearance(const std::string& note);
    void acknowledge(std::string_view text, int version);
    void prefer(PreferenceSubject subject,
                const std::vector<std::pair<std::string, PreferenceRule>>& rules);
    /// Changes the session itself: answers given after its end, or how it ended.
    void amend(const std::function<void(Session&)>& edit);

    const Session& session() const { return session_; }
    /// Returns every set that has ended so far.
    const std::vector<PerformedSet>& sets() const { return sets_; }

    /// Writes what is still waiting, with full patience. Throws Error if that fails.
    void write_waiting_out();
    /// Describes what is waiting to be written, one line each.
    std::vector<std::string> unwritten() const;
    /// Returns the file in which it waits, or nullopt if that could not be made either.
    const std::optional<std::filesystem::path>& aside() const { return aside_; }

   private:
    PerformedSet& row_for(const session::SetEnded& ended);
    void note_set(const session::SetEnded& ended, Instant now, Millis session_now,
                  store::Change& change);
    Checkpoint place_of(const session::Player& player, Instant now) const;
    void adopt_answers(store::Change& change);
    store::Change change_at(Instant now) const;
    void enqueue(Instant now, Record record);
    void enqueue(store::Change change);
    void write_waiting();
    void put_waiting_aside();
    void let_aside_go();

    store::Store* store_;
    const platform::Clock* clock_;
    std::chrono::minutes day_starts_;
    std::function<void(const std::string&)> tell_;
    std::string change_id_;  // one for all that this `start` records
    Session session_;
    bool begun_ = false;
    std::vector<PainReading> before_begin_;  // answered before there was a session to name
    std::vector<PerformedSet> sets_;
    struct Waiting {
        store::Batch batch;
        std::vector<Record> records;
    };
    std::vector<Waiting> waiting_;
    std::filesystem::path spare_;
    std::optional<std::filesystem::path> aside_;
    bool in_trouble_ = false;
};

}  // namespace hipflow::guide
