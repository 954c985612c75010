// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "answers/answer.h"
#include "exchange/coach_fields.h"
#include "exchange/plan_fields.h"
#include "today/explained.h"
#include "today/glance.h"
#include "today/reminder.h"

namespace hipflow::answers {

// The answers about today: the glance, why, and the reminder.

template <typename Visitor>
void fields(const today::SessionBrief& brief, Visitor& visit) {
    const auto& prescription = brief.session.prescription;
    const bool any = prescription && brief.timeline;
    visit("routine", any ? std::optional(prescription->routine) : std::nullopt);
    visit("name", any ? std::optional(prescription->name) : std::nullopt);
    visit("total_ms", any ? std::optional(brief.timeline->total) : std::nullopt);
    visit("known_total_ms", brief.total_once_known);
    visit("exercises", any ? std::optional(steps_once(*prescription)) : std::nullopt);
    visit("nothing_left", prescription ? std::nullopt : std::optional(brief.session.nothing_left));
    visit("changes", brief.changes);
    visit("hint", brief.advice ? std::optional(brief.advice->words) : std::nullopt);
}

template <typename Visitor>
void fields(const today::OtherRoutine& another, Visitor& visit) {
    visit("not_of", another.not_of);
    visit("other", another.other);
}

template <typename Visitor>
void fields(const today::Glance& glance, Visitor& visit) {
    visit("today", glance.session);
    visit("last_session", glance.last);
    visit("pain_scores", glance.readings);
    visit("unfinished", glance.unfinished.has_value());
    visit("morning_owed", glance.morning_owed);
    visit("program", glance.program ? std::optional(glance.program->today) : std::nullopt);
    visit("plans", glance.plans);
    visit("no_session", glance.no_session);
    visit("done_today", glance.done_today);
    visit("sore", glance.sore);
    visit("in_place", glance.in_place);
    visit("another", glance.another);
}

template <typename Visitor>
void fields(const today::Explained& explained, Visitor& visit) {
    visit("session", explained.session);
    visit("routine", explained.routine);
    visit("usual", explained.usual);
    visit("gate", explained.record.gate);
    visit("before", explained.record.before);
    visit("cap", explained.record.cap);
    visit("reasons", explained.record.reasons);
    visit("states", explained.record.states);
    const today::DayAccount* account = explained.account ? &*explained.account : nullptr;
    const session::Timeline* timeline =
        account != nullptr && account->timeline ? &*account->timeline : nullptr;
    const Prescription* given =
        account != nullptr && account->session ? &*account->session : nullptr;
    const auto usual = timeline != nullptr ? account->usual_work : std::nullopt;
    visit("day", account != nullptr ? std::optional(account->kind) : std::nullopt);
    visit("total_ms", timeline != nullptr ? std::optional(timeline->total) : std::nullopt);
    visit("work_ms", timeline != nullptr ? std::optional(timeline->work) : std::nullopt);
    visit("usual_work_ms", usual ? std::optional(usual->work) : std::nullopt);
    visit("exercises", given != nullptr ? std::optional(steps_once(*given)) : std::nullopt);
    visit("done_today", account != nullptr ? std::optional(account->done_today) : std::nullopt);
}

template <typename Visitor>
void fields(const today::RoutineLength& length, Visitor& visit) {
    visit("routine", length.routine);
    visit("total_ms", length.total);
}

template <typename Visitor>
void fields(const today::DueNow& item, Visitor& visit) {
    visit("kind", item.kind);
    visit("name", item.name);
    visit("day", item.day);
    visit("slot", item.slot.empty() ? std::nullopt : std::optional(item.slot));
    visit("due", item.due);
    visit("minutes_late", item.minutes_late);
    visit("total_ms", item.session.total);
    visit("trouble",
          item.session.trouble.empty() ? std::nullopt : std::optional(item.session.trouble));
    visit("not_of", item.not_of.empty() ? std::nullopt : std::optional(item.not_of));
}

template <typename Visitor>
void fields(const today::Reminder& reminder, Visitor& visit) {
    visit("due", reminder.due);
    visit("session", reminder.today.routine.empty() ? std::nullopt : std::optional(reminder.today));
    visit("shortest", reminder.shortest);
}

}  // namespace hipflow::answers
