// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "domain/day_totals.h"
#include "domain/records.h"
#include "domain/routine.h"

namespace hipflow::exchange {

// The one place that names the members of records. fields(record, visit) calls visit("name",
// member) for each in order. JSON, SQL and CSV are visitors, so that a column and a member of an
// answer always have one name.

template <typename R, typename T>
concept MaybeConst = std::same_as<std::remove_const_t<R>, T>;

/// A text that holds a JSON document: nested in JSON, plain text everywhere else.
template <typename Text>
struct JsonDocument {
    Text& text;
};
template <typename Text>
JsonDocument<Text> as_document(Text& text) {
    return {text};
}

/// A member that older versions did not write: where it is missing, the value stays as it is.
template <typename T>
struct Added {
    T& value;
};
template <typename T>
Added<T> added(T& value) {
    return {value};
}

/// A member that is written where its value is known, and left out where it is not: what was stored
/// before there was such a member reads, and is written, as it was.
template <typename Known>
struct IfKnown {
    Known& value;
};
template <typename Known>
IfKnown<Known> if_known(Known& value) {
    return {value};
}

/// A member that is left out where it is what it is by default.
template <typename T>
struct IfAny {
    T& value;
};
template <typename T>
IfAny<T> if_any(T& value) {
    return {value};
}

/// A band that is one amount where it has no width, which is what older versions wrote.
template <typename MaybeBand>
struct OneWhereEqual {
    MaybeBand& band;
};
template <typename MaybeBand>
OneWhereEqual<MaybeBand> as_one_where_equal(MaybeBand& band) {
    return {band};
}

/// Sentences as one text, which is what older versions wrote.
template <typename Sentences>
struct JoinedSentences {
    Sentences& sentences;
};
template <typename Sentences>
JoinedSentences<Sentences> as_one_text(Sentences& sentences) {
    return {sentences};
}

/// How the movement of an exercise goes, as a list of texts. Read, it is plain sentences.
template <typename Movement>
struct MovementTexts {
    Movement& exercise;
};
template <typename Movement>
MovementTexts<Movement> as_texts(Movement& exercise) {
    return {exercise};
}

/// A value together with the UTC offset at which its instants are shown.
template <typename T>
struct AtOffset {
    const T& value;
    std::chrono::seconds utc_offset;
};
template <typename T>
AtOffset<T> at_offset(const T& value, std::chrono::seconds utc_offset) {
    return {value, utc_offset};
}

/// The UTC offset that a record keeps with its time; nullopt for records that keep none.
template <typename R>
std::optional<std::chrono::seconds> own_offset(const R& record) {
    if constexpr (requires { record.started.utc_offset; }) return record.started.utc_offset;
    if constexpr (requires { record.felt.utc_offset; }) return record.felt.utc_offset;
    if constexpr (requires { record.taken.utc_offset; }) return record.taken.utc_offset;
    return std::nullopt;
}

template <MaybeConst<Session> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("routine", record.routine);
    visit("prescription_hash", record.prescription_hash);
    visit("program", record.program);
    visit("week", record.week);
    visit("started_at", record.started.at);
    visit("ended_at", record.ended_at);
    visit("utc_offset_s", record.started.utc_offset);
    visit("local_day", record.started.local_day);
    visit("status", record.status);
    visit("gate", record.gate);
    visit("override", record.override_gate);
    visit("reason", record.reason);
    visit("source", record.source);
    visit("counts", record.counts);
    visit("reasons", as_document(record.coach_record));
    visit("planned_ms", record.planned);
    visit("done_ms", record.done);
    visit("active_ms", record.active);
    visit("effort", record.effort);
    visit("hurt_more", record.hurt_more);
    visit("note", record.note);
}

template <MaybeConst<PerformedSet> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("session_id", record.session_id);
    visit("step", record.step);
    visit("planned_exercise", record.planned_exercise);
    visit("exercise", record.exercise);
    visit("level", record.level);
    visit("set_no", record.set_no);
    visit("side", record.side);
    visit("planned_ms", record.planned);
    visit("actual_ms", record.actual);
    visit("planned_reps", record.planned_reps);
    visit("actual_reps", record.actual_reps);
    visit("status", record.status);
    visit("reason", record.reason);
    visit("started_at", record.started_at);
    visit("load", if_known(record.load));
}

template <MaybeConst<PainReading> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("session_id", record.session_id);
    visit("exercise", record.exercise);
    visit("moment", record.moment);
    visit("for_day", record.for_day);
    visit("site", record.site);
    visit("side", record.side);
    visit("furthest", record.furthest);
    visit("score", record.score);
    visit("at", record.felt.at);
    visit("utc_offset_s", record.felt.utc_offset);
    visit("local_day", record.felt.local_day);
    visit("note", record.note);
}

template <MaybeConst<Symptom> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("session_id", record.session_id);
    visit("exercise", record.exercise);
    visit("moment", record.moment);
    visit("side", record.side);
    visit("kind", record.kind);
    visit("value", record.value);
    visit("note", record.note);
    visit("at", record.felt.at);
    visit("utc_offset_s", record.felt.utc_offset);
    visit("local_day", record.felt.local_day);
}

template <MaybeConst<Acknowledgement> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("text", record.text);
    visit("version", record.version);
    visit("at", record.at);
}

template <MaybeConst<Preference> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("subject", record.subject);
    visit("name", record.name);
    visit("rule", record.rule);
    visit("at", record.at);
}

template <MaybeConst<PrescriptionSnapshot> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("hash", record.hash);
    visit("body", record.body);
}

template <MaybeConst<ScheduleVersion> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("valid_from", record.valid_from);
    visit("rule", record.rule);
    visit("source", record.source);
    visit("routine", record.routine);
}

template <MaybeConst<Excuse> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("from_day", record.from_day);
    visit("to_day", record.to_day);
    visit("slot", record.slot);
    visit("kind", record.kind);
    visit("reason", record.reason);
}

template <MaybeConst<Enrolment> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("program", record.program);
    visit("from_day", record.from_day);
    visit("to_day", record.to_day);
}

template <MaybeConst<Activity> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("text", record.text);
    visit("from_day", record.from_day);
    visit("to_day", record.to_day);
}

template <MaybeConst<Measurement> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("id", record.id);
    visit("kind", record.kind);
    visit("movement", record.movement);
    visit("side", record.side);
    visit("position", record.position);
    visit("trial", record.trial);
    visit("value", record.value);
    visit("instrument", record.instrument);
    visit("scale_version", record.scale_version);
    visit("activity_id", record.activity_id);
    visit("pain", record.pain);
    visit("at", record.taken.at);
    visit("utc_offset_s", record.taken.utc_offset);
    visit("local_day", record.taken.local_day);
}

template <MaybeConst<Checkpoint> R, typename Visitor>
void fields(R& place, Visitor& visit) {
    visit("session_id", place.session_id);
    visit("step", place.step);
    visit("set_no", place.set_no);
    visit("side", place.side);
    visit("easier_taken", place.easier_taken);
    visit("active_ms", place.active);
    visit("at", place.at);
    visit("exercises", place.exercises);
    visit("more_reps", place.more_reps);
}

template <MaybeConst<DayTotals> R, typename Visitor>
void fields(R& day, Visitor& visit) {
    visit("local_day", day.local_day);
    visit("sessions", day.sessions);
    visit("kept", day.kept);
    visit("planned_ms", day.planned);
    visit("done_ms", day.done);
    visit("active_ms", day.active);
    visit("sets", day.sets);
    visit("before_n", day.before.n);
    visit("before_sum", day.before.sum);
    visit("peak_n", day.peak.n);
    visit("peak_sum", day.peak.sum);
    visit("after_n", day.after.n);
    visit("after_sum", day.after.sum);
    visit("morning_n", day.morning.n);
    visit("morning_sum", day.morning.sum);
    visit("checkin_n", day.checkin.n);
    visit("checkin_sum", day.checkin.sum);
    visit("pair_n", day.pair.n);
    visit("pair_before_sum", day.pair.before_sum);
    visit("pair_after_sum", day.pair.after_sum);
    visit("change_n", day.change.n);
    visit("change_sum", day.change.sum);
    visit("change_squares", day.change.squares);
    visit("change_worse", day.change.worse);
    visit("score", day.score);
}

/// The name of a record in the journal, and of its table.
template <typename R>
inline constexpr std::string_view kind = {};
template <>
inline constexpr std::string_view kind<Session> = "session";
template <>
inline constexpr std::string_view kind<PerformedSet> = "performed_set";
template <>
inline constexpr std::string_view kind<PainReading> = "pain_score";
template <>
inline constexpr std::string_view kind<Symptom> = "symptom";
template <>
inline constexpr std::string_view kind<Acknowledgement> = "acknowledgement";
template <>
inline constexpr std::string_view kind<Preference> = "preference";
template <>
inline constexpr std::string_view kind<PrescriptionSnapshot> = "prescription";
template <>
inline constexpr std::string_view kind<ScheduleVersion> = "schedule";
template <>
inline constexpr std::string_view kind<Excuse> = "excuse";
template <>
inline constexpr std::string_view kind<Enrolment> = "enrolment";
template <>
inline constexpr std::string_view kind<Activity> = "activity";
template <>
inline constexpr std::string_view kind<Measurement> = "measurement";

/// Calls action.operator()<R>() for every type of record R.
template <typename Action>
void for_each_kind(const Action& action) {
    [&]<typename... R>(const std::variant<R...>*) {
        (action.template operator()<R>(), ...);
    }(static_cast<const Record*>(nullptr));
}

inline std::string_view kind_of(const Record& record) {
    return std::visit([]<typename R>(const R&) { return kind<R>; }, record);
}

inline const std::string& id_of(const Record& record) {
    return std::visit([](const auto& r) -> const std::string& { return r.id; }, record);
}

}  // namespace hipflow::exchange
