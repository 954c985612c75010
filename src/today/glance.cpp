// SPDX-License-Identifier: MIT
#include "today/glance.h"

#include <fmt/format.h>

#include <algorithm>

#include "coach/safety.h"
#include "schedule/adherence.h"
#include "stats/function.h"
#include "text/utf8.h"
#include "today/hearing.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/schedule.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

constexpr auto course_window = days(35);  // four weeks, and the seven days at their start
constexpr auto practice_window = days(28);
constexpr auto flare_window = days(7);

bool asked_for_rest(const Session& session) {
    return session.gate == Gate::flare || session.gate == Gate::rest ||
           session.gate == Gate::refused;
}

int flare_days(const store::Store& store, Day today) {
    std::vector<Day> flares;
    const Day since = today - flare_window + days(1);
    for (const auto& session : store.sessions({.since = since, .until = today})) {
        if (asked_for_rest(session)) flares.push_back(session.started.local_day);
    }
    flares.erase(std::ranges::unique(flares).begin(), flares.end());
    return static_cast<int>(flares.size());
}

std::optional<std::string> advice(const store::Store& store, const Settings& settings, Day today) {
    const auto totals = store.day_totals({.since = today - course_window, .until = today});
    coach::Course course = coach::course_of(totals, today);
    const Day since = today - practice_window;
    const schedule::DayPlan plan =
        schedule::plan_of(store.schedules(), store.excuses(since), settings.week_starts);
    course.adherence = schedule::adherence(plan, totals, since, today - days(1), today).ratio();
    const auto measured = stats::function_series(
        store.measurements(Measured::function, {.until = today}), store.activities());
    if (const auto change = stats::function_change_over(measured, today, practice_window)) {
        course.function = change->change();
    }
    course.flare_days = flare_days(store, today);
    return coach::refer_words(course, settings.coach);
}

/// Fills in today's session, or what keeps it from being told.
void add_session(Desk& desk, const ChosenRoutine& chosen, Glance& glance) {
    try {
        const catalog::RoutineFile source =
            find_routine(desk.library_without_figures(), chosen.name);
        glance.session = session_brief(desk, source, chosen.cap());
    } catch (const FileError& error) {
        glance.trouble = fmt::format(
            "'{}' cannot be done: {}. 'hipflow routine check {}' shows all that is wrong.",
            shown(chosen.name), shown(error.faults().front().text(), 400), shown(chosen.name));
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        glance.trouble = shown(error.what(), 400);
    }
}

/// A session was kept today, and the schedule has none left for today.
bool is_done(const store::Store& store, const Glance& glance) {
    const Day today = glance.now.local_day;
    if (glance.schedule && glance.schedule->next == today) return false;
    const auto totals = store.day_totals({.since = today, .until = today});
    return std::ranges::any_of(totals, [](const DayTotals& day) { return day.kept > 0; });
}

void add_history(const store::Store& store, const Settings& settings, int weeks, Glance& glance) {
    glance.last = store.last_session();
    if (glance.last) glance.readings = store.readings_of(glance.last->id);
    glance.unfinished = find_unfinished(store);
    glance.morning_owed = morning_owed(store, glance.now);
    glance.schedule = schedule_state(store, settings, glance.now.local_day, weeks);
    glance.no_session = against_today(store, glance.now.local_day, settings.pain);
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
    if (const store::Store* history = desk.history()) {
        brief.advice = advice(*history, desk.settings(), desk.now().local_day);
    }
    return brief;
}

Glance glance(Desk& desk, int weeks) {
    Glance glance;
    glance.now = desk.now();
    if (const store::Store* history = desk.history()) {
        add_history(*history, desk.settings(), weeks, glance);
    }
    ChosenRoutine chosen = choose_routine(desk, "", glance.now.local_day);
    if (!glance.no_session) add_session(desk, chosen, glance);
    glance.left_aside = std::move(chosen.left_aside);
    glance.program = std::move(chosen.enrolled);
    if (glance.no_session && glance.program) glance.program->today.measure.clear();
    return glance;
}

}  // namespace hipflow::today
