// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "domain/error.h"
#include "domain/prescription.h"
#include "domain/routine.h"
#include "exchange/fields.h"
#include "exchange/figure_fields.h"

namespace hipflow::exchange {

// The members of exercises, routines and prescriptions: the keys of their TOML files, lists in the
// plural. The dose of a step is a member of its own, `dose`, as it is in an exercise. `start` and
// `do` are texts as ever; their parts stand in `sentences` and `phases`.

template <MaybeConst<Dose> R, typename Visitor>
void fields(R& dose, Visitor& visit) {
    visit("sets", as_one_where_equal(dose.sets));
    visit("hold_ms", dose.hold);
    visit("breaths", if_known(dose.breaths));
    visit("reps", dose.reps);
    visit("as_many", if_any(dose.as_many));
    visit("pace_ms", dose.pace);
    visit("tempo_ms", dose.tempo);
    visit("release_ms", dose.release);
    visit("for_ms", dose.duration);
    visit("cap_ms", dose.cap);
}

template <MaybeConst<Instruction> R, typename Visitor>
void fields(R& sentence, Visitor& visit) {
    visit("say", sentence.say);
    visit("act_ms", sentence.act);
}

template <MaybeConst<RepPhase> R, typename Visitor>
void fields(R& phase, Visitor& visit) {
    visit("say", phase.say);
    visit("beat", phase.beat);
    visit("time_ms", phase.time);
    visit("pose", phase.pose);
}

/// Returns whether phases say how the movement goes; else they go with plain sentences that do.
inline bool have_texts(const std::vector<RepPhase>& phases) {
    return std::ranges::any_of(phases, [](const RepPhase& phase) { return !phase.say.empty(); });
}

/// Leaves the plain sentences out where there are phases, whose texts they are.
template <typename Movement>
void keep_phases_alone(Movement& movement) {
    if constexpr (!std::is_const_v<Movement>) {
        if (have_texts(movement.phases)) movement.instructions.clear();
    }
}

template <MaybeConst<Translation> R, typename Visitor>
void fields(R& translation, Visitor& visit) {
    visit("language", translation.language);
    visit("name", translation.name);
    visit("say", translation.say);
    visit("sentences", translation.start);
    visit("brief", translation.brief);
    visit("instructions", translation.instructions);
    visit("phases", translation.phases);
    visit("cues", translation.cues);
    visit("finish", translation.finish);
    visit("feel", translation.feel);
    visit("avoid", translation.avoid);
}

template <MaybeConst<Exercise> R, typename Visitor>
void fields(R& exercise, Visitor& visit) {
    visit("id", exercise.id);
    visit("name", exercise.name);
    visit("say", exercise.say);
    visit("target", exercise.target);
    visit("level", exercise.level);
    visit("position", exercise.position);
    visit("view", exercise.view);
    visit("sides", exercise.sides);
    visit("risks", exercise.risks);
    visit("needs", exercise.needs);
    visit("start", as_one_text(exercise.start));
    visit("do", as_texts(exercise));
    visit("cues", exercise.cues);
    visit("feel", exercise.feel);
    visit("avoid", exercise.avoid);
    visit("easier", exercise.easier);
    visit("harder", exercise.harder);
    visit("dose", exercise.dose);
    visit("source", exercise.source);
    visit("language", added(exercise.language));
    visit("sentences", added(exercise.start));
    visit("brief", added(exercise.brief));
    visit("phases", added(exercise.phases));
    visit("finish", added(exercise.finish));
    visit("part", added(exercise.part));
    visit("change", exercise.change);
    visit("on", if_known(exercise.on));
    visit("translations", added(exercise.translations));
    keep_phases_alone(exercise);
}

template <MaybeConst<Gaps> R, typename Visitor>
void fields(R& gaps, Visitor& visit) {
    visit("ready_ms", gaps.ready);
    visit("side_ms", gaps.side);
    visit("position_ms", gaps.position);
    visit("set_ms", gaps.set);
}

template <MaybeConst<ExtraSets> R, typename Visitor>
void fields(R& extra, Visitor& visit) {
    visit("left", extra.left);
    visit("right", extra.right);
}

template <MaybeConst<Step> R, typename Visitor>
void fields(R& step, Visitor& visit) {
    visit("exercise", step.exercise);
    visit("dose", step.dose);
    visit("sides", step.sides);
    visit("first", step.first);
    visit("order", step.order);
    visit("extra", step.extra);
    visit("gap_ms", step.gap);
    visit("optional", step.optional);
    visit("on", step.on);
    visit("agreed", step.agreed);
    visit("only", if_known(step.only));
    visit("phases", if_any(step.phases));
    visit("note", if_known(step.note));
    visit("load", if_known(step.load));
    visit("rest_before_ms", if_known(step.rest_before));
    visit("block", if_known(step.block));
}

template <MaybeConst<Block> R, typename Visitor>
void fields(R& block, Visitor& visit) {
    visit("rounds", block.rounds);
    visit("rest_ms", block.rest);
    visit("rest_before_ms", if_known(block.rest_before));
    visit("order", block.order);
}

template <MaybeConst<Routine> R, typename Visitor>
void fields(R& routine, Visitor& visit) {
    visit("id", routine.id);
    visit("name", routine.name);
    visit("summary", routine.summary);
    visit("level", routine.level);
    visit("easier", routine.easier);
    visit("harder", routine.harder);
    visit("counts", routine.counts);
    visit("guidance", routine.guidance);
    visit("language", routine.language);
    visit("gaps", routine.gaps);
    visit("steps", routine.steps);
    visit("blocks", if_any(routine.blocks));
    visit("exercises", routine.inline_exercises);
    visit("formerly", if_any(routine.formerly));
}

template <MaybeConst<ProgramWeek> R, typename Visitor>
void fields(R& week, Visitor& visit) {
    visit("cap", week.cap);
    visit("sessions", week.sessions);
    visit("test_at_start", week.test_at_start);
    visit("test_at_end", week.test_at_end);
}

template <MaybeConst<Afterwards> R, typename Visitor>
void fields(R& after, Visitor& visit) {
    visit("per_week", after.per_week);
    visit("sessions", after.sessions);
}

template <MaybeConst<Program> R, typename Visitor>
void fields(R& program, Visitor& visit) {
    visit("id", program.id);
    visit("name", program.name);
    visit("summary", program.summary);
    visit("per_week", program.per_week);
    visit("tokens", program.tokens);
    visit("repeat_below", program.repeat_below);
    visit("weeks", program.weeks);
    visit("after", program.after);
}

template <MaybeConst<Work> R, typename Visitor>
void fields(R& work, Visitor& visit) {
    visit("exercise", work.exercise);
    visit("sides", work.sides);
    visit("sets", work.sets);
    visit("hold_ms", work.hold);
    visit("breaths", if_known(work.breaths));
    visit("reps", work.reps);
    visit("as_many", if_any(work.as_many));
    visit("pace_ms", work.pace);
    visit("tempo_ms", added(work.tempo));
    visit("release_ms", work.release);
    visit("for_ms", work.duration);
    visit("cap_ms", work.cap);
    visit("guidance", work.guidance);
    visit("note", if_known(work.note));
    visit("load", if_known(work.load));
}

template <MaybeConst<Round> R, typename Visitor>
void fields(R& round, Visitor& visit) {
    visit("number", round.number);
    visit("rounds", round.rounds);
    visit("rest_ms", if_any(round.rest));
}

template <MaybeConst<PrescribedStep> R, typename Visitor>
void fields(R& step, Visitor& visit) {
    visit("planned_exercise", step.planned_exercise);
    visit("work", step.work);
    visit("easier", step.easier);
    visit("alternatives", added(step.alternatives));
    visit("first", step.first);
    visit("only", if_known(step.only));
    visit("order", step.order);
    visit("extra", step.extra);
    visit("round", if_known(step.round));
    visit("block", if_any(step.block));
    visit("place", if_any(step.place));
    visit("rest_before_ms", if_any(step.rest_before));
    visit("gap_ms", step.gap);
    visit("gap_in_turn", if_any(step.gap_in_turn));
    visit("optional", step.optional);
    visit("reasons", step.reasons);
}

template <MaybeConst<Prescription> R, typename Visitor>
void fields(R& prescription, Visitor& visit) {
    visit("routine", prescription.routine);
    visit("name", prescription.name);
    visit("counts", prescription.counts);
    visit("language", added(prescription.language));
    visit("gaps", prescription.gaps);
    visit("steps", prescription.steps);
    visit("closing", prescription.closing);
    visit("reasons", prescription.reasons);
    visit("restrictions", prescription.restrictions);
    visit("avoid", prescription.avoid);
}

/// A fault in a file.
template <typename Visitor>
void fields(const Diagnostic& fault, Visitor& visit) {
    visit("file", fault.file);
    visit("line", fault.line);
    visit("column", fault.column);
    visit("message", fault.message);
}

}  // namespace hipflow::exchange
