// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_writer.h"
#include "schedule/adherence.h"
#include "schedule/plan.h"

namespace hipflow::exchange {

// How plans are kept, in answers. Every answer that speaks of it has `plans`, a list: empty without
// a schedule. Each plan begins with plan_fields().

template <typename Visitor>
void fields(const schedule::Adherence& adherence, Visitor& visit) {
    const auto interval = adherence.interval();
    visit("kept", adherence.kept);
    visit("planned", adherence.planned());
    visit("partial", adherence.partial);
    visit("missed", adherence.missed);
    visit("excused", adherence.excused);
    visit("paused", adherence.paused);
    visit("pending", adherence.pending);
    visit("extra", adherence.extra);
    visit("misses_in_a_row", adherence.misses_in_a_row);
    visit("work_planned_ms", adherence.work_planned);
    visit("work_done_ms", adherence.work_done);
    visit("ratio", adherence.ratio());
    visit("low", interval ? std::optional(interval->low) : std::nullopt);
    visit("high", interval ? std::optional(interval->high) : std::nullopt);
}

template <typename Visitor>
void fields(const schedule::WeeksOnPlan& weeks, Visitor& visit) {
    visit("on_plan", weeks.on_plan);
    visit("of", weeks.weeks);
}

/// One week: its first day, and the same numbers.
template <typename Visitor>
void fields(const schedule::WeekAdherence& week, Visitor& visit) {
    visit("week", week.week);
    fields(week.adherence, visit);
    visit("part_of_week", week.part_of_week);
}

/// The first fields of every plan in an answer: over the days of the answer, and over its whole
/// weeks.
template <typename Visitor>
void plan_fields(std::string_view name, const schedule::Adherence& adherence,
                 const schedule::WeeksOnPlan& weeks, Visitor& visit) {
    visit("name", name);
    visit("adherence", adherence);
    visit("weeks", weeks);
}

/// An optional value as a list of none or one.
template <typename T>
std::span<const T> as_list(const std::optional<T>& value) {
    return value ? std::span<const T>(&*value, 1) : std::span<const T>();
}

template <typename Visitor>
void fields(const schedule::PlanVersion& version, Visitor& visit) {
    visit("valid_from", version.valid_from);
    visit("rule", version.text());
    visit("source", version.source);
}

inline std::vector<std::string> slot_names(std::span<const schedule::Slot> slots) {
    std::vector<std::string> names;
    names.reserve(slots.size());
    for (const auto& slot : slots) names.push_back(slot.name);
    return names;
}

/// A plan with its rule, what comes next, and how it was kept.
template <typename Visitor>
void fields(const schedule::ScheduleState& state, Visitor& visit) {
    const schedule::PlanVersion* version = schedule::version_in_force(state.plan, state.today);
    const Excuse* excuse = schedule::excuse_of(state.plan, state.today, "");
    plan_fields(state.plan.name(), state.adherence, state.weeks, visit);
    visit("rule", version != nullptr ? std::optional(version->text()) : std::nullopt);
    visit("versions", state.plan.versions);
    visit("today", state.today);
    visit("paused", excuse != nullptr && excuse->kind == ExcuseKind::paused);
    visit("next", state.next);
    visit("next_slots", slot_names(state.next_slots));
    visit("since", state.from);
}

}  // namespace hipflow::exchange
