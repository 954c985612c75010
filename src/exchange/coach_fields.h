// SPDX-License-Identifier: MIT
#pragma once
#include "coach/program_week.h"
#include "coach/state.h"
#include "exchange/fields.h"

namespace hipflow::exchange {

// The members of what the coach knows: in a session's `reasons`, and in answers.

template <MaybeConst<coach::Counted> R, typename Visitor>
void fields(R& counted, Visitor& visit) {
    visit("at", counted.at);
    visit("day", counted.day);
    visit("colour", counted.colour);
    visit("before", counted.before);
    visit("rise", counted.rise);
    visit("effort", counted.effort);
    visit("steady", counted.steady);
}

template <MaybeConst<coach::SideState> R, typename Visitor>
void fields(R& side, Visitor& visit) {
    visit("counted", side.counted);
}

template <MaybeConst<coach::DayAfter> R, typename Visitor>
void fields(R& day, Visitor& visit) {
    visit("day", day.day);
    visit("before", day.before);
    visit("distance", day.distance);
    visit("colour", day.colour);
    visit("inferred", day.inferred);
}

template <MaybeConst<coach::ExerciseState> R, typename Visitor>
void fields(R& state, Visitor& visit) {
    visit("exercise", state.exercise);
    visit("held", state.held);
    visit("stood", state.stood);
    visit("place", state.place);
    visit("half", state.half);
    visit("topped", state.topped);
    visit("mastered", state.mastered);
    visit("closed", state.closed);
    visit("returning", state.returning);
    visit("failures", state.failures);
    visit("resting", state.resting);
    visit("stepped_up", state.stepped_up);
    visit("taken_back", state.taken_back);
    visit("worn_out", state.worn_out);
    visit("retired", state.retired);
    visit("reds", state.reds);
    visit("mornings", state.mornings);
    visit("left", state.left);
    visit("right", state.right);
}

template <MaybeConst<coach::EarlierState> R, typename Visitor>
void fields(R& state, Visitor& visit) {
    visit("exercise", state.exercise);
    visit("rung", state.rung);
    visit("given", state.given);
    visit("place", state.place);
    visit("half", state.half);
    visit("lowered", state.lowered);
    visit("resting", state.resting);
    visit("stepped_up", state.stepped_up);
    visit("retired", state.retired);
    visit("reds", state.reds);
    visit("mornings", state.mornings);
    visit("left", state.left);
    visit("right", state.right);
}

template <MaybeConst<coach::CoachReason> R, typename Visitor>
void fields(R& reason, Visitor& visit) {
    visit("exercise", reason.exercise);
    visit("rule", reason.rule);
    visit("side", reason.side);
    visit("change", reason.change);
    visit("text", reason.text);
    visit("given", reason.given);
}

template <MaybeConst<coach::TimesDone> R, typename Visitor>
void fields(R& done, Visitor& visit) {
    visit("exercise", done.exercise);
    visit("times", done.times);
}

template <MaybeConst<coach::CoachRecord> R, typename Visitor>
void fields(R& record, Visitor& visit) {
    visit("states", record.states);
    visit("earlier", record.earlier);
    visit("reasons", record.reasons);
    visit("gate", record.gate);
    visit("before", record.before);
    visit("cap", record.cap);
    visit("unscored", record.unscored);
    visit("times", record.times);
}

template <typename Visitor>
void fields(const coach::Repeat& repeat, Visitor& visit) {
    visit("cause", repeat.cause);
    visit("kept", repeat.kept);
    visit("pain", repeat.pain);
    visit("pain_before", repeat.pain_before);
}

/// Where somebody stands in a program.
template <typename Visitor>
void fields(const coach::ProgramToday& today, Visitor& visit) {
    visit("week", today.week);
    visit("begins", today.begins);
    visit("day", today.day);
    visit("cap", today.cap);
    visit("second_half", today.second_half);
    visit("planned", today.planned);
    visit("kept", today.kept);
    visit("done_today", today.done_today);
    visit("left", today.left);
    visit("repeat", today.repeat);
    visit("tokens", today.tokens);
    visit("measure", today.measure);
}

}  // namespace hipflow::exchange
