// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "coach/safety.h"
#include "exchange/answer.h"
#include "exchange/coach_fields.h"
#include "exchange/library_fields.h"
#include "exchange/plan_fields.h"

namespace hipflow::commands {
struct RehearsedEvent;
}  // namespace hipflow::commands

namespace hipflow::today {
struct DueNow;
struct Enrolled;
struct Explained;
struct Glance;
struct ListedProgram;
struct Reminder;
struct RoutineLength;
struct SessionBrief;
}  // namespace hipflow::today

namespace hipflow::exchange {

// The answers about today: the glance, why, the reminder, and the program. The types are those of
// the use cases above; the lists need them only where an answer is written.

template <MaybeConst<today::SessionBrief> R, typename Visitor>
void fields(R& brief, Visitor& visit) {
    const auto& prescription = brief.session.prescription;
    const bool any = prescription && brief.timeline;
    visit("routine", any ? std::optional(prescription->routine) : std::nullopt);
    visit("name", any ? std::optional(prescription->name) : std::nullopt);
    visit("total_ms", any ? std::optional(brief.timeline->total) : std::nullopt);
    visit("exercises", any ? std::optional(prescription->steps.size()) : std::nullopt);
    visit("nothing_left", prescription ? std::nullopt : std::optional(brief.session.nothing_left));
    visit("changes", brief.changes);
    visit("hint", brief.advice);
}

template <MaybeConst<today::Glance> R, typename Visitor>
void fields(R& glance, Visitor& visit) {
    visit("today", glance.session);
    visit("last_session", glance.last);
    visit("pain_scores", glance.readings);
    visit("unfinished", glance.unfinished.has_value());
    visit("morning_owed", glance.morning_owed);
    visit("program", glance.program ? std::optional(glance.program->today) : std::nullopt);
    visit("plans", as_list(glance.schedule));
    visit("no_session", glance.no_session);
}

template <MaybeConst<today::Explained> R, typename Visitor>
void fields(R& explained, Visitor& visit) {
    visit("session", explained.session);
    visit("routine", explained.routine);
    visit("usual", explained.usual);
    visit("gate", explained.record.gate);
    visit("before", explained.record.before);
    visit("cap", explained.record.cap);
    visit("reasons", explained.record.reasons);
    visit("states", explained.record.states);
}

template <MaybeConst<commands::RehearsedEvent> R, typename Visitor>
void fields(R& event, Visitor& visit) {
    visit("at_ms", event.at);
    visit("path", event.path);
    visit("kind", event.kind);
    visit("text", event.text);
}

template <MaybeConst<today::RoutineLength> R, typename Visitor>
void fields(R& length, Visitor& visit) {
    visit("routine", length.routine);
    visit("total_ms", length.total);
}

template <MaybeConst<today::DueNow> R, typename Visitor>
void fields(R& item, Visitor& visit) {
    visit("kind", item.kind);
    visit("name", item.name);
    visit("day", item.day);
    visit("slot", item.slot.empty() ? std::nullopt : std::optional(item.slot));
    visit("due", item.due);
    visit("minutes_late", item.minutes_late);
}

template <MaybeConst<today::Reminder> R, typename Visitor>
void fields(R& reminder, Visitor& visit) {
    visit("due", reminder.due);
    visit("session", reminder.today.routine.empty() ? std::nullopt : std::optional(reminder.today));
    visit("shortest", reminder.shortest);
}

template <typename Visitor>
void fields(const coach::SafetyList& list, Visitor& visit) {
    visit("tier", list.tier);
    visit("heading", list.heading);
    visit("items", list.items);
}

/// A program of the library, in a list.
template <MaybeConst<today::ListedProgram> R, typename Visitor>
void fields(R& listed, Visitor& visit) {
    const auto& entry = listed.entry;
    const auto& program = listed.program;
    visit("id", entry.id);
    visit("name", program.name);
    visit("summary", program.summary);
    visit("weeks", program.weeks.size());
    visit("per_week", program.per_week);
    visit("origin", entry.origin == decltype(entry.origin)::user ? "user" : "bundled");
    visit("overrides_bundled", entry.overrides_bundled);
    visit("file", entry.file);
}

/// Where the user stands in a program.
template <MaybeConst<today::Enrolled> R, typename Visitor>
void fields(R& enrolled, Visitor& visit) {
    visit("program", enrolled.program.id);
    visit("name", enrolled.program.name);
    visit("from_day", enrolled.enrolment.from_day);
    visit("weeks", enrolled.program.weeks.size());
    visit("routine", enrolled.routine);
    fields(enrolled.today, visit);
}

}  // namespace hipflow::exchange
