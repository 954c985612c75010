// SPDX-License-Identifier: MIT
#include "today/enrolment.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "platform/random.h"
#include "store/change.h"
#include "today/plans.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

constexpr days measured_before{3};

/// The kept ones of `work` from `first` on, which keeps the plan without a name.
std::vector<coach::ProgramSession> kept_sessions(std::span<const SessionWork> work, Day first) {
    std::vector<coach::ProgramSession> sessions;
    for (const auto& session : work) {
        if (session.local_day >= first && session.kept) {
            sessions.push_back({session.local_day, session.routine});
        }
    }
    return sessions;
}

/// Counts as kept what `kept` has of each day.
void set_kept(std::vector<DayTotals>& days, std::span<const DayTotals> kept) {
    for (auto& day : days) {
        const auto same = std::ranges::lower_bound(kept, day.local_day, {}, &DayTotals::local_day);
        const bool any = same != kept.end() && same->local_day == day.local_day;
        day.kept = any ? same->kept : 0;
    }
}

std::vector<coach::MeasuredDay> measured_since(const store::Store& store, Day first) {
    std::vector<coach::MeasuredDay> measured;
    for (const Measured what : {Measured::rotation, Measured::function}) {
        for (const Measurement& one : store.measurements(what, {.since = first})) {
            measured.push_back({what, one.taken.local_day});
        }
    }
    return measured;
}

/// Tells of the weeks that ended just before `standing`; nullopt if they go on, or ended earlier.
std::optional<DoneProgram> just_done(const Program& program, const coach::ProgramHistory& history,
                                     const coach::ProgramToday& standing) {
    const bool over = !standing.week && standing.kept == 0 && standing.begins > history.from;
    if (!over) return std::nullopt;
    if (!coach::program_today(program, history, standing.begins - days(1)).week)
        return std::nullopt;
    DoneProgram done;
    for (const DayTotals& day : history.days) {
        if (day.local_day < standing.begins && day.kept > 0) ++done.kept;
    }
    for (const auto& week : program.weeks) done.planned += static_cast<int>(week.sessions.size());
    return done;
}

bool is_program(const ScheduleVersion* version) {
    return version != nullptr && version->source == ScheduleSource::program;
}

}  // namespace

std::optional<Enrolment> current_enrolment(const store::Store& store, Day today) {
    auto all = store.enrolments();
    const auto current = std::find_if(all.rbegin(), all.rend(), [&](const Enrolment& one) {
        return one.from_day <= today && (!one.to_day || *one.to_day > today);
    });
    if (current == all.rend()) return std::nullopt;
    return std::move(*current);
}

std::optional<Enrolled> enrolled(const catalog::Library& library, const store::Store& store,
                                 Day today) {
    auto enrolment = current_enrolment(store, today);
    if (!enrolment) return std::nullopt;
    const Program& program = library.program_source(enrolment->program).program;
    const Day from = enrolment->from_day;
    coach::ProgramHistory history;
    history.from = from;
    auto work = plan_work(library, store, {.since = from, .until = today});
    const auto plans = all_plans(library, store, Settings{}, from);
    const schedule::DayPlan unnamed;
    std::erase_if(work, [&](const SessionWork& session) {
        return !schedule::belongs(session, unnamed, plans);
    });
    history.days = store.day_totals({.since = from, .until = today});
    set_kept(history.days, schedule::days_of(unnamed, plans, work));
    history.kept = kept_sessions(work, coach::program_week_begins(from, today));
    history.excuses = store.excuses(from);
    history.measured = measured_since(store, from - measured_before);
    coach::ProgramToday standing = coach::program_today(program, history, today);
    auto routine = coach::program_routine(program, standing);
    const auto done = just_done(program, history, standing);
    return Enrolled{*std::move(enrolment), program, std::move(standing),
                    std::move(routine),    {},      done};
}

std::optional<Enrolled> enrolled(Desk& desk) {
    const Day today = desk.now().local_day;  // a broken configuration is told in any case
    const store::Store* history = desk.history();
    if (history == nullptr) return std::nullopt;
    auto found = enrolled(desk.library(), *history, today);
    if (!found) return std::nullopt;
    found->no_session = against_today(desk);
    if (found->no_session) found->today.measure.clear();
    return found;
}

std::optional<std::string> ChosenRoutine::program() const {
    if (!enrolled) return std::nullopt;
    return enrolled->program.id;
}

std::optional<int> ChosenRoutine::week() const {
    return enrolled ? enrolled->today.week : std::nullopt;
}

std::optional<int> ChosenRoutine::cap() const {
    return enrolled ? enrolled->today.cap : std::nullopt;
}

namespace {

/// Finds the program that the user is in on that day, and what follows of it.
void take_program(ChosenRoutine& chosen, Desk& desk, const store::Store& history, Day day) {
    try {
        chosen.enrolled = enrolled(desk.library(), history, day);
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        chosen.left_aside = fmt::format("your program is ignored for now: {}", error.what());
    }
    if (!chosen.enrolled) return;
    chosen.schedule_due = schedule_due(chosen.enrolled->today, history.schedules(), day);
}

}  // namespace

ChosenRoutine choose_routine(Desk& desk, const std::string& named, Day day,
                             std::optional<session::Experience> said) {
    ChosenRoutine chosen;
    chosen.name = named.empty() ? desk.settings().routine : named;
    if (const store::Store* history = desk.history()) take_program(chosen, desk, *history, day);
    if (!named.empty()) return chosen;
    const auto of_program = chosen.enrolled ? chosen.enrolled->routine : std::nullopt;
    if (of_program && *of_program != any_routine) {
        chosen.name = *of_program;
        return chosen;
    }
    chosen.beginning = beginning_of(desk, said);
    chosen.name = default_routine(desk, chosen.beginning);
    return chosen;
}

Joined join_program(Desk& desk, const std::string& id) {
    const catalog::Library& library = desk.library();
    const Program& program = library.program_source(id).program;
    const Day today = desk.now().local_day;
    store::Store& store = desk.store();
    if (const auto current = current_enrolment(store, today)) {
        throw Error(
            fmt::format("you have been in the program '{}' since {}. Leave it first with 'hipflow "
                        "program leave'.",
                        current->program, format_day(current->from_day)));
    }
    const auto schedules = store.schedules();
    store::Change change;
    change.now = desk.clock().wall();
    change.put.emplace_back(
        Enrolment{platform::new_id(change.now), program.id, today, std::nullopt});
    change.put.emplace_back(ScheduleVersion{platform::new_id(change.now), today,
                                            program_rule(program.per_week),
                                            ScheduleSource::program});
    store.commit(change);
    const ScheduleVersion* own = own_schedule(schedules, today);
    const bool waits = own != nullptr && own->rule != program_rule(0);
    return {program, waits ? own->rule : "", enrolled(library, store, today), against_today(desk)};
}

Left leave_program(Desk& desk) {
    constexpr const char* in_none = "you are not in a program.";
    const Day today = desk.now().local_day;
    if (desk.history() == nullptr) throw Error(in_none, ExitCode::nothing);
    store::Store& store = desk.store();
    auto current = current_enrolment(store, today);
    if (!current) throw Error(in_none, ExitCode::nothing);
    current->to_day = today;
    Left left;
    left.program = current->program;
    store::Change change;
    change.now = desk.clock().wall();
    const auto schedules = store.schedules();
    left.changes_schedule = is_program(schedule_on(schedules, today));
    if (left.changes_schedule) {
        const ScheduleVersion* own = own_schedule(schedules, today);
        const std::string rule = own != nullptr ? own->rule : program_rule(0);
        if (rule != program_rule(0)) left.own_rule = rule;
        change.put.emplace_back(
            ScheduleVersion{platform::new_id(change.now), today, rule, ScheduleSource::own});
    }
    change.put.emplace_back(*std::move(current));
    store.commit(change);
    return left;
}

}  // namespace hipflow::today
