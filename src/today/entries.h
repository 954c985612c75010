// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/prescription.h"
#include "domain/records.h"
#include "session/given_answers.h"
#include "session/hearing.h"
#include "store/change.h"
#include "today/day_words.h"
#include "today/score_entry.h"

namespace hipflow::today {

class Desk;
struct ChosenRoutine;

// Entries made afterwards, about things that happened away from the timer. Each enter_...() is one
// command to the history and returns what it recorded.

/// A share of the work as people type it: "80%" or "80".
struct WorkShare {
    double value = 1;  // above 0 and up to 1
    static constexpr std::string_view wanted = "a share from 1 to 100 %";
    static std::optional<WorkShare> from_text(std::string_view text);
};

/// A score with a new id, made at `now`.
PainReading new_reading(Moment moment, PainScore score, std::optional<Site> site,
                        std::optional<Side> side, const Stamp& felt, Instant now);
/// A symptom with a new id, made at `now`.
Symptom new_symptom(SymptomKind kind, const Stamp& felt, Instant now);

/// A session that was done away from the timer.
struct ReportedSession {
    Prescription prescription;
    Stamp started;
    std::optional<std::string> program;  // that the person was in, and its week
    std::optional<int> week;
    WorkShare share;
    std::vector<std::string> exercises;  // only these were done; empty: not known one by one
    std::optional<Millis> active;        // how long it took; unknown: the share of what it takes
    std::optional<Millis> at_most;       // there was no more time for it; unknown: no limit
    std::optional<StopReason> reason;
    session::GivenAnswers answers;
    bool has_ended_then = false;  // `started` is when it ended; it began so much earlier
    bool at_any_time = false;     // only its day was told, of which `started` is the usual time
};

/// The session that would have been planned at that time, done in full. `chosen` is the routine for
/// its day. Throws Error or FileError if the routine cannot be used.
ReportedSession as_planned(Desk& desk, const ChosenRoutine& chosen, const Stamp& started);

/// So much of a length of time, rounded to the millisecond.
Millis share_of(Millis whole, double share);

/// How long all of a reported session takes, and how long it took where that was told.
struct TimeTaken {
    Millis total{};
    std::optional<Millis> told;
};

/// The part of `total` that so much of the session's planned work takes.
Millis time_for(const Session& session, Millis done, Millis total);

/// Sets how much of the planned work was done, and with it how long the session took, when it ended
/// and whether it was completed.
void set_amount(Session& session, Millis done, const TimeTaken& taken);

/// The exercises of a session in their order, by their ids.
std::vector<std::string> exercises_in(const Prescription& prescription);

/// Throws Error for an exercise that the session does not hold.
void require_planned(const std::vector<std::string>& named, const Prescription& prescription);

/// Returns the change that records it: the session, marked as reported, its sets if the exercises
/// are known, and its scores. It took as long as it would if heard so. `now` is the time of the
/// entry.
store::Change change_of(const ReportedSession& reported, const session::Hearing& hearing,
                        Instant now);
/// Throws Error for a session that ends after `now`, with what to do instead.
void require_ended(const Session& session, Instant now, std::string_view advice);
/// Records it, of a session that has ended then with its real start. Where its length was not told,
/// it has taken no more than the time there was. Throws Error if it would end in the future all the
/// same.
store::Change enter_session(Desk& desk, const ReportedSession& reported);
/// The session in such a change.
const Session& session_in(const store::Change& change);

/// Pain, of one moment and in any number of places.
struct ScoresEntered {
    std::vector<ScoreEntry> scores;
    Stamp at;
    std::optional<std::string> note;
};
store::Change enter_pain(Desk& desk, const ScoresEntered& pain);

/// Pain on the morning after a day.
struct MorningEntered : ScoresEntered {
    std::optional<PastDay> for_day;  // else the day it is owed for, or the day before
    bool soreness = false;           // it is new muscle soreness
};
struct MorningRecorded {
    Day day{};  // that the morning follows
    store::Change change;
};
/// A score replaces one of the same morning and place. Throws Error for a day that
/// is not before the entry.
MorningRecorded enter_morning(Desk& desk, const MorningEntered& morning);

}  // namespace hipflow::today
