// SPDX-License-Identifier: MIT
#pragma once
#include <span>

#include "answers/answer.h"
#include "exchange/plan_fields.h"
#include "schedule/adherence.h"
#include "today/askers.h"

namespace hipflow::answers {

// The answers about the schedule: what is planned, and what reminds of it.

struct Plans {
    std::span<const schedule::ScheduleState> states;
};
template <typename Visitor>
void fields(const Plans& plans, Visitor& visit) {
    visit("plans", plans.states);
}

template <typename Visitor>
void fields(const today::Asker& asker, Visitor& visit) {
    visit("by", asker.name);
    visit("installed", asker.installed);
    visit("ok", asker.well);
    visit("state", asker.state);
}

struct Reminders {
    std::span<const today::Asker> askers;
};
template <typename Visitor>
void fields(const Reminders& reminders, Visitor& visit) {
    visit("reminders", reminders.askers);
}

}  // namespace hipflow::answers
