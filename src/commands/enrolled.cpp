// SPDX-License-Identifier: MIT
#include "commands/enrolled.h"

#include <fmt/format.h>

#include <algorithm>

namespace hipflow {
namespace {

using std::chrono::days;

constexpr days measured_before{3};
constexpr int most_per_week = 7;  // a session counts once a day

std::vector<ProgramSession> kept_sessions(const Store& store, Day first, Day last) {
    std::vector<ProgramSession> sessions;
    for (const Session& session : store.sessions({.since = first, .until = last})) {
        if (session.counts && kept(session)) {
            sessions.push_back({session.started.local_day, session.routine});
        }
    }
    std::reverse(sessions.begin(), sessions.end());
    return sessions;
}

std::vector<MeasuredDay> measured_since(const Store& store, Day first) {
    std::vector<MeasuredDay> measured;
    for (const Measured what : {Measured::range, Measured::function}) {
        for (const Measurement& one : store.measurements(what, {.since = first})) {
            measured.push_back({what, one.taken.local_day});
        }
    }
    return measured;
}

}  // namespace

std::optional<Enrolment> current_enrolment(const Store& store, Day today) {
    auto all = store.enrolments();
    const auto current = std::find_if(all.rbegin(), all.rend(), [&](const Enrolment& one) {
        return one.from_day <= today && (!one.to_day || *one.to_day > today);
    });
    if (current == all.rend()) return std::nullopt;
    return std::move(*current);
}

std::optional<Enrolled> enrolled(const Library& library, const Store& store, Day today) {
    auto enrolment = current_enrolment(store, today);
    if (!enrolment) return std::nullopt;
    const Program& program = library.program_source(enrolment->program).program;
    const Day from = enrolment->from_day;
    ProgramHistory history;
    history.from = from;
    history.days = store.day_totals({.since = from, .until = today});
    history.kept = kept_sessions(store, program_week_begins(from, today), today);
    history.excuses = store.excuses(from);
    history.measured = measured_since(store, from - measured_before);
    ProgramToday standing = program_today(program, history, today);
    auto routine = todays_routine(program, standing);
    return Enrolled{*std::move(enrolment), program, std::move(standing), std::move(routine)};
}

std::string program_rule(int per_week) {
    if (per_week == 0) return "none";
    return fmt::format("{} per week", std::min(per_week, most_per_week));
}

const ScheduleVersion* schedule_on(std::span<const ScheduleVersion> schedules, Day day) {
    const ScheduleVersion* in_force = nullptr;
    for (const ScheduleVersion& version : schedules) {
        if (version.valid_from <= day) in_force = &version;
    }
    return in_force;
}

std::optional<ScheduleVersion> schedule_due(const ProgramToday& today,
                                            std::span<const ScheduleVersion> schedules, Day day) {
    const ScheduleVersion* in_force = schedule_on(schedules, day);
    if (in_force == nullptr || in_force->source != ScheduleSource::program) return std::nullopt;
    std::string rule = program_rule(today.planned);
    if (in_force->rule == rule) return std::nullopt;
    const Day from = std::max(today.begins, in_force->valid_from);
    return ScheduleVersion{{}, from, std::move(rule), ScheduleSource::program};
}

}  // namespace hipflow
