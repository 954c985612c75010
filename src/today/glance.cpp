// SPDX-License-Identifier: MIT
#include "today/glance.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"
#include "today/day_account.h"
#include "today/hearing.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/schedule.h"
#include "today/signs.h"
#include "today/told.h"

namespace hipflow::today {
namespace {

/// Fills in today's session, or what keeps it from being told. Returns the routine that is held.
std::string add_session(Desk& desk, const ChosenRoutine& chosen, Glance& glance) {
    try {
        RoutineOfDay of_day = routine_of_day(desk, desk.library_without_figures(), chosen);
        glance.session = session_brief(desk, of_day.source, chosen.cap());
        glance.in_place = std::move(of_day.why);
        return of_day.source.routine.id;
    } catch (const FileError& error) {
        std::string fault = error.faults().front().text();
        if (fault.ends_with('.')) fault.pop_back();
        glance.trouble = fmt::format(
            "'{}' cannot be done: {}. 'hipflow routine check {}' shows all that is wrong.",
            shown(chosen.name), shown(fault, 400), shown(chosen.name));
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        glance.trouble = shown(error.what(), 400);
    }
    return chosen.name;
}

bool asks_today(const schedule::ScheduleState& state, Day today) {
    return !state.plan.routine && state.next == today;
}

/// Where the plan without a name asks for a session today, and the routine of the day keeps only
/// its own plan, says what would keep it.
void add_another(Desk& desk, const std::string& of_day, Glance& glance) {
    const bool asked = std::ranges::any_of(
        glance.plans, [&](const auto& state) { return asks_today(state, glance.now.local_day); });
    if (!asked) return;
    std::vector<schedule::DayPlan> plans;
    plans.reserve(glance.plans.size());
    for (const auto& state : glance.plans) plans.push_back(state.plan);
    glance.another = other_routine(desk, plans, of_day);
}

/// A session was kept today, and the plan without a name has none left for today.
bool is_done(const store::Store& store, const Glance& glance) {
    const Day today = glance.now.local_day;
    const bool left = std::ranges::any_of(glance.plans, [&](const schedule::ScheduleState& state) {
        return asks_today(state, today);
    });
    if (left) return false;
    const auto totals = store.day_totals({.since = today, .until = today});
    return std::ranges::any_of(totals, [](const DayTotals& day) { return day.kept > 0; });
}

void add_history(Desk& desk, const store::Store& store, int weeks, Glance& glance) {
    glance.last = store.last_session();
    if (glance.last) glance.readings = store.readings_of(glance.last->id);
    glance.unfinished = find_unfinished(store);
    glance.morning_owed = morning_owed(store, glance.now);
    glance.plans = schedule_states(desk, weeks);
    glance.no_session = against_today(desk);
    glance.done_today = is_done(store, glance);
}

}  // namespace

SessionBrief session_brief(Desk& desk, const catalog::RoutineFile& source, std::optional<int> cap) {
    coach::Today today;
    today.person = person_of(desk);
    today.cap = cap;
    SessionBrief brief;
    brief.session = todays_session(desk, source, std::move(today));
    const auto& prescription = brief.session.prescription;
    if (prescription) {
        const session::Hearing hearing = hearing_for(desk, *prescription);
        brief.timeline = timeline_of(source, *prescription, hearing);
        brief.total_once_known = total_once_known(*prescription, hearing);
    }
    brief.changes = change_sentences(brief.session);
    brief.changes_in_brief = sentences_in_brief(brief.session);
    brief.advice = referral(desk);
    return brief;
}

Glance glance(Desk& desk, int weeks) {
    Glance glance;
    glance.now = desk.now();
    if (const store::Store* history = desk.history()) {
        add_history(desk, *history, weeks, glance);
    }
    ChosenRoutine chosen = choose_routine(desk, "", glance.now.local_day);
    if (!glance.no_session) {
        glance.no_session = rest_today(desk);
        if (glance.no_session) glance.advice = referral(desk);
    }
    if (!glance.no_session) {
        const std::string of_day = add_session(desk, chosen, glance);
        if (!chosen.program()) add_another(desk, of_day, glance);
        glance.sore = sore_today(desk);
    }
    glance.left_aside = std::move(chosen.left_aside);
    glance.program = std::move(chosen.enrolled);
    if (glance.no_session && glance.program) glance.program->today.measure.clear();
    return glance;
}

}  // namespace hipflow::today
