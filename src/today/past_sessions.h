// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/history.h"
#include "domain/records.h"
#include "session/given_answers.h"
#include "store/change.h"
#include "store/store.h"
#include "today/day_words.h"
#include "today/entries.h"

namespace hipflow::today {

class Desk;

// Past sessions: shown, corrected, removed.

/// Everything known about one session.
struct SessionRecord {
    Session session;
    std::vector<PerformedSet> sets;
    std::vector<PainReading> readings;
    std::vector<Symptom> symptoms;
    std::optional<Prescription> prescription;
    /// When each of them was recorded; empty right after a session, when all of it is new.
    std::map<std::string, Instant> recorded_at;
    /// The scores of the morning after its day, which are those of the day.
    std::vector<PainReading> morning_after{};
};

/// The session that is meant by "last", a date, a day by name, or the start of its id. Throws
/// Error: ExitCode::nothing where no session is recorded, ExitCode::usage for none or several of
/// that name.
Session named_session(Desk& desk, const std::string& name);

SessionRecord record_of(const store::Store& store, const Session& session);

/// The exercises that a session held or was to hold, by their ids, sorted.
std::vector<std::string> exercises_of(const store::Store& store, const Session& session);

/// Facts of a session that can be made unknown again.
enum class Clearable { effort, hurt, note, pain_before, pain_after, reason };
constexpr auto words_of(Clearable /*unused*/) {
    return std::to_array<std::string_view>(
        {"effort", "hurt", "note", "pain-before", "pain-after", "reason"});
}

/// The values to change. A value that is not set stays as it is.
struct Correction {
    session::GivenAnswers answers;  // of what is asked after a session
    std::optional<StopReason> reason;
    std::optional<WorkShare> done;  // reported sessions only
    std::optional<PastMoment> at;   // reported sessions only
    std::vector<Clearable> clear;
};

/// The changes that a correction made to the history.
struct Corrected {
    store::Change change;
    Session session;                  // as it is now
    std::optional<HistoryStep> step;  // nullopt if nothing was to be changed
};

/// Corrects a session. All scores at a moment are told apart by their place; they move with the
/// session. Throws Error if the correction is empty or contradicts itself, the session is not
/// finished, or the timer saw what is to be changed.
Corrected correct_session(Desk& desk, const Session& session, const Correction& correction);

/// Removes a session with all that belongs to it. Throws Error if it is not finished.
HistoryStep remove_session(Desk& desk, const Session& session);

}  // namespace hipflow::today
