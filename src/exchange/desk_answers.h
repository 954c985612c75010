// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <optional>
#include <string>

#include "exchange/answer.h"
#include "exchange/plan_fields.h"
#include "schedule/due.h"

namespace hipflow {

// Answers about the schedule, the library, the user's restrictions, and the doctor's. The types are
// those of the use cases; the lists need them only where an answer is written.

struct Asker;
struct CheckedRoutine;
struct LibraryEntry;
struct ListedExercise;
struct ListedRoutine;
struct ScheduleState;

/// A plan with its rule, what comes next, and how it was kept.
template <std::same_as<ScheduleState> T, typename Visitor>
void fields(const T& state, Visitor& visit) {
    const PlanVersion* version = version_in_force(state.plan, state.today);
    const Excuse* excuse = excuse_of(state.plan, state.today, "");
    plan_fields(only_plan, state.adherence, state.weeks, visit);
    visit("rule", version != nullptr ? std::optional(rule_text(version->rule)) : std::nullopt);
    visit("versions", state.plan.versions);
    visit("today", state.today);
    visit("paused", excuse != nullptr && excuse->kind == ExcuseKind::paused);
    visit("next", state.next);
    visit("since", state.from);
}

template <std::same_as<Asker> T, typename Visitor>
void fields(const T& asker, Visitor& visit) {
    visit("by", asker.name);
    visit("installed", asker.installed);
    visit("ok", asker.well);
    visit("state", asker.state);
}

template <std::same_as<LibraryEntry> T, typename Visitor>
void origin_fields(const T& entry, Visitor& visit) {
    visit("origin", entry.origin);
    visit("overrides_bundled", entry.overrides_bundled);
    visit("file", entry.file);
}

template <std::same_as<ListedRoutine> T, typename Visitor>
void fields(const T& listed, Visitor& visit) {
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
    origin_fields(*listed.entry, visit);
}

template <std::same_as<ListedExercise> T, typename Visitor>
void fields(const T& listed, Visitor& visit) {
    visit("id", listed.entry->id);
    visit("name", listed.exercise->name);
    visit("target", listed.exercise->target);
    visit("level", listed.exercise->level);
    visit("position", listed.exercise->position);
    visit("needs", listed.exercise->needs);
    visit("left_out", listed.objection);
    visit("left_out_for", listed.reason);
    origin_fields(*listed.entry, visit);
}

template <std::same_as<CheckedRoutine> T, typename Visitor>
void fields(const T& checked, Visitor& visit) {
    const bool well = checked.faults.empty();
    visit("routine", checked.name);
    visit("ok", well);
    visit("steps", well ? std::optional(checked.steps) : std::nullopt);
    visit("total_ms", well ? std::optional(checked.total) : std::nullopt);
    visit("warnings", checked.warnings);
    visit("faults", checked.faults);
}

}  // namespace hipflow
