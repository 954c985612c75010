// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/body.h"
#include "domain/measurement.h"
#include "domain/prescription.h"
#include "domain/schedule.h"
#include "domain/time.h"

namespace hipflow {

// The records of the history (docs/design/data.md, "Tables"). Each type is one table and each
// member one column; exchange/fields.h names them. An empty optional means "not known" and is NULL,
// never zero.

enum class SessionStatus { in_progress, completed, partial, rested, discarded };
constexpr auto words_of(SessionStatus /*unused*/) {
    return std::to_array<std::string_view>(
        {"in_progress", "completed", "partial", "rested", "discarded"});
}

/// The effect of the pain before a session on that session (docs/design/care.md, "The gate").
enum class Gate { none, gentle, flare, rest, refused };
constexpr auto words_of(Gate /*unused*/) {
    return std::to_array<std::string_view>({"none", "gentle", "flare", "rest", "refused"});
}

/// timed: seen by the timer. reported: typed in.
enum class Source { timed, reported };
constexpr auto words_of(Source /*unused*/) {
    return std::to_array<std::string_view>({"timed", "reported"});
}

enum class Effort { easy, ok, hard };
constexpr auto words_of(Effort /*unused*/) {
    return std::to_array<std::string_view>({"easy", "ok", "hard"});
}

/// The answer to "did any exercise hurt more than at the start?".
enum class HurtMore { none, some };
constexpr auto words_of(HurtMore /*unused*/) {
    return std::to_array<std::string_view>({"none", "some"});
}

/// Why less was done than planned.
enum class StopReason { pain, time, tired, other };
constexpr auto words_of(StopReason /*unused*/) {
    return std::to_array<std::string_view>({"pain", "time", "tired", "other"});
}

enum class SetStatus { done, partial, skipped, not_reached };
constexpr auto words_of(SetStatus /*unused*/) {
    return std::to_array<std::string_view>({"done", "partial", "skipped", "not_reached"});
}

/// One performance of a prescription.
struct Session {
    std::string id;
    std::string routine;
    std::optional<std::string> prescription_hash;
    std::optional<std::string> program;
    std::optional<int> week;
    Stamp started;
    std::optional<Instant> ended_at;
    SessionStatus status = SessionStatus::in_progress;
    Gate gate = Gate::none;
    bool override_gate = false;  // column `override`: went on against the gate
    std::optional<StopReason> reason;
    Source source = Source::timed;
    bool counts = true;
    std::optional<std::string>
        coach_record;  // JSON: what the coach knew, and why it decided as it did
    Millis planned{};  // work
    Millis done{};     // credited work; in a timed session always the sum over its sets
    Millis active{};   // with gaps, without pauses
    std::optional<Effort> effort;
    std::optional<HurtMore> hurt_more;
    std::optional<std::string> note;
    bool operator==(const Session&) const = default;
};

/// The work done in one set of a step, with one side.
struct PerformedSet {
    std::string id;
    std::string session_id;
    int step = 0;  // from 1
    std::string planned_exercise;
    std::string exercise;
    int level = 1;
    int set_no = 1;
    Side side = Side::both;
    Millis planned{};
    Millis actual{};
    std::optional<int> planned_reps;
    std::optional<int> actual_reps;
    SetStatus status = SetStatus::not_reached;
    std::optional<StopReason> reason;
    std::optional<Instant> started_at;
    std::optional<std::string> load{};  // what it was done with: "2 kg", "red band"
    bool operator==(const PerformedSet&) const = default;
};

/// One answer on the pain scale.
struct PainReading {
    std::string id;
    std::optional<std::string> session_id;
    std::optional<std::string> exercise;
    Moment moment = Moment::checkin;
    std::optional<Day> for_day;  // a morning score belongs to the day it follows
    std::optional<Site> site;
    std::optional<Side> side;
    PainScore score = *PainScore::from(0);
    Stamp felt;
    std::optional<std::string> note;
    /// How far down the leg it is felt at all, where that was asked apart from where it is
    /// strongest; after a session, as far as it was still felt a minute later.
    std::optional<Site> furthest{};
    bool operator==(const PainReading&) const = default;
};

/// A symptom: something felt other than a pain score.
struct Symptom {
    std::string id;
    std::optional<std::string> session_id;
    std::optional<std::string> exercise;
    std::optional<Moment> moment;
    std::optional<Side> side;
    SymptomKind kind = SymptomKind::further;
    std::optional<int> value;
    std::optional<std::string> note;
    Stamp felt;
    bool operator==(const Symptom&) const = default;
};

/// A text that was read and accepted, such as the one of the first run.
struct Acknowledgement {
    std::string id;
    std::string text;
    int version = 1;
    Instant at{};
    bool operator==(const Acknowledgement&) const = default;
};

enum class PreferenceSubject { exercise, restriction, experience };
constexpr auto words_of(PreferenceSubject /*unused*/) {
    return std::to_array<std::string_view>({"exercise", "restriction", "experience"});
}

/// avoid and allow go with an exercise, has and has_not with a restriction and with experience.
enum class PreferenceRule { avoid, allow, has, has_not };
constexpr auto words_of(PreferenceRule /*unused*/) {
    return std::to_array<std::string_view>({"avoid", "allow", "has", "has_not"});
}

/// A statement by a person about themselves. The newest one for a subject and name applies.
struct Preference {
    std::string id;
    PreferenceSubject subject = PreferenceSubject::exercise;
    std::string name;
    PreferenceRule rule = PreferenceRule::avoid;
    Instant at{};
    bool operator==(const Preference&) const = default;
};

/// A prescription as stored: one row per content.
struct PrescriptionSnapshot {
    std::string id;
    std::string hash;
    Prescription body;
    bool operator==(const PrescriptionSnapshot&) const = default;
};

/// Any record that the journal can hold.
using Record =
    std::variant<Session, PerformedSet, PainReading, Symptom, Acknowledgement, PrescriptionSnapshot,
                 Preference, ScheduleVersion, Excuse, Enrolment, Activity, Measurement>;

/// Tells whether an occurrence counts as done: at least 80 % of the planned work, or stopped for
/// pain, or the rest that the pain gate asked for.
inline bool kept(const Session& session) {
    if (session.status == SessionStatus::discarded) return false;
    if (session.status == SessionStatus::in_progress) return false;
    if (session.status == SessionStatus::rested) return true;
    if (session.reason == StopReason::pain) return true;
    return session.done * 100 >= session.planned * 80;
}

/// Where a running session can be taken up again: the set that comes next, or is under way. Local
/// to the machine, and not part of the history.
struct Checkpoint {
    std::string session_id;
    int step = 0;    // from 1
    int set_no = 1;  // from 1
    Side side = Side::both;
    std::vector<int> easier_taken;  // per step, how many easier alternates were swapped in
    Millis active{};                // Session::active so far
    Instant at{};
    std::vector<std::string> exercises{};  // per step, the one that has its place by now
    int more_reps = 0;                     // asked for in that set, beyond the plan
    bool operator==(const Checkpoint&) const = default;
};

/// The beginning of an id, enough to name a session by.
inline std::string short_id(const std::string& id) {
    constexpr std::size_t time_part = 13;  // the 48 bits of milliseconds, with the dash
    return id.substr(0, time_part);
}

}  // namespace hipflow
