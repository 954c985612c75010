// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <ranges>
#include <span>
#include <string>

#include "answers/answer.h"
#include "catalog/listing.h"
#include "exchange/library_fields.h"
#include "today/enrolment.h"
#include "today/exercise_check.h"
#include "today/library_lists.h"
#include "today/routine_check.h"
#include "today/routine_source.h"

namespace hipflow::answers {

// The answers about the library: routines, exercises and programs.

/// Whose a file is, and where.
template <typename Visitor>
void origin_fields(const catalog::LibraryEntry& entry, Visitor& visit) {
    visit("origin", entry.origin);
    visit("overrides_bundled", entry.overrides_bundled);
    visit("file", entry.file);
}

// Routines.

template <typename Visitor>
void fields(const today::ListedRoutine& listed, Visitor& visit) {
    visit("id", listed.entry->id);
    visit("name", listed.name);
    visit("summary", listed.summary);
    visit("level", listed.level);
    visit("needs", listed.needs);
    visit("positions", listed.positions);
    visit("steps", listed.steps);
    visit("total_ms", listed.total);
    visit("work_ms", listed.work);
    visit("counts", listed.counts);
    visit("too_little", listed.too_little);
    origin_fields(*listed.entry, visit);
}

struct RoutineList {
    std::span<const today::ListedRoutine> routines;
};
template <typename Visitor>
void fields(const RoutineList& list, Visitor& visit) {
    visit("routines", list.routines);
}

/// A routine, and what it would be today.
struct RoutineShown {
    const Routine& routine;
    const today::RoutineToday& today;
};
template <typename Visitor>
void fields(const RoutineShown& shown, Visitor& visit) {
    visit("routine", shown.routine);
    visit("prescription", shown.today.session);
    visit("total_ms", shown.today.timeline.total);
    visit("known_total_ms", shown.today.total_once_known);
    visit("work_ms", shown.today.timeline.work);
}

template <typename Visitor>
void fields(const today::CheckedRoutine& checked, Visitor& visit) {
    const bool well = checked.faults.empty();
    visit("routine", checked.name);
    visit("ok", well);
    visit("steps", well ? std::optional(checked.steps) : std::nullopt);
    visit("total_ms", well ? std::optional(checked.total) : std::nullopt);
    visit("warnings", checked.warnings);
    visit("faults", checked.faults);
}

struct CheckedRoutines {
    std::span<const today::CheckedRoutine> routines;
};
template <typename Visitor>
void fields(const CheckedRoutines& checked, Visitor& visit) {
    visit("routines", checked.routines);
}

// Exercises.

template <typename Visitor>
void fields(const today::ListedExercise& listed, Visitor& visit) {
    visit("id", listed.entry->id);
    visit("name", listed.exercise->name);
    visit("target", listed.exercise->target);
    visit("level", listed.exercise->level);
    visit("position", listed.exercise->position);
    visit("needs", listed.exercise->needs);
    visit("left_out", listed.objection);
    visit("left_out_for", listed.short_objection);
    origin_fields(*listed.entry, visit);
}

struct ExerciseList {
    std::span<const today::ListedExercise> exercises;
};
template <typename Visitor>
void fields(const ExerciseList& list, Visitor& visit) {
    visit("exercises", list.exercises);
}

template <typename Visitor>
void fields(const today::CheckedExercise& checked, Visitor& visit) {
    visit("exercise", checked.name);
    visit("ok", checked.faults.empty());
    visit("warnings", checked.warnings);
    visit("faults", checked.faults);
}

struct CheckedExercises {
    std::span<const today::CheckedExercise> exercises;
};
template <typename Visitor>
void fields(const CheckedExercises& checked, Visitor& visit) {
    visit("exercises", checked.exercises);
}

/// An exercise with its figure, its ladder, and why it is left out for this user, if it is.
struct ExerciseDetails {
    const Exercise& exercise;
    const std::optional<Figure>& figure;  // its own, or the one that it borrows
    std::span<const Exercise> ladder;
    const std::optional<std::string>& left_out;
};
template <typename Visitor>
void fields(const ExerciseDetails& details, Visitor& visit) {
    visit("exercise", details.exercise);
    visit("risks_note", details.exercise.risks_note);
    visit("figure", details.figure);
    visit("ladder", details.ladder | std::views::transform(&Exercise::id));
    visit("left_out", details.left_out);
}

/// The figure of an exercise alone.
struct ExerciseFigure {
    const Exercise& exercise;
    const Figure& figure;
};
template <typename Visitor>
void fields(const ExerciseFigure& shown, Visitor& visit) {
    visit("exercise", shown.exercise.id);
    visit("figure", shown.figure);
}

// Programs.

template <typename Visitor>
void fields(const today::ListedProgram& listed, Visitor& visit) {
    const Program& program = listed.program;
    visit("id", listed.entry.id);
    visit("name", program.name);
    visit("summary", program.summary);
    visit("weeks", program.weeks.size());
    visit("per_week", program.per_week);
    origin_fields(listed.entry, visit);
}

struct ProgramList {
    std::span<const today::ListedProgram> programs;
};
template <typename Visitor>
void fields(const ProgramList& list, Visitor& visit) {
    visit("programs", list.programs);
}

struct ProgramDetails {
    const Program& program;
};
template <typename Visitor>
void fields(const ProgramDetails& details, Visitor& visit) {
    visit("program", details.program);
}

}  // namespace hipflow::answers
