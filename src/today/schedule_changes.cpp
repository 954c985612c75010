// SPDX-License-Identifier: MIT
#include "today/schedule_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "domain/time.h"
#include "platform/random.h"
#include "schedule/due.h"
#include "schedule/rule.h"
#include "store/change.h"
#include "text/utf8.h"
#include "today/enrolment.h"
#include "today/schedule.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

/// The version that holds from that day on, if it is the user's own and begins there; else a new
/// one.
ScheduleVersion version_for(const std::vector<ScheduleVersion>& schedules, Day from, Instant now) {
    const ScheduleVersion* held = schedule_on(schedules, from);
    const bool begins =
        held != nullptr && held->valid_from == from && held->source == ScheduleSource::own;
    return begins ? *held : ScheduleVersion{platform::new_id(now), from, "", ScheduleSource::own};
}

/// Notes the rule that is to hold once the program is left.
SetSchedule set_waiting(Desk& desk, const std::string& rule, Day from) {
    const Day today = desk.now().local_day;
    if (from != today) {
        throw Error(
            "the program's schedule holds until you leave it. Leave out --from, and yours "
            "holds from then on.");
    }
    store::Store& store = desk.store();
    const auto schedules = store.schedules();
    const ScheduleVersion& program = *schedule_on(schedules, today);
    const ScheduleVersion* own = own_schedule(schedules, today);
    if (own != nullptr && own->rule == rule) return {rule, own->valid_from, true, program.rule};
    store::Change change;
    change.now = desk.clock().wall();
    // Of two versions of one day the newer one holds: the program's.
    change.put.emplace_back(ScheduleVersion{platform::new_id(change.now - Millis(1)), today, rule,
                                            ScheduleSource::own});
    change.put.emplace_back(ScheduleVersion{platform::new_id(change.now), today, program.rule,
                                            ScheduleSource::program});
    store.commit(change);
    return {rule, today, false, program.rule};
}

/// Returns the last day of it; throws Error if that is before the first.
std::optional<Day> end_in(const std::optional<ComingDay>& until, Day from, Day today) {
    if (!until) return std::nullopt;
    const Day to = until->on(today);
    if (to >= from) return to;
    throw Error(fmt::format("--until: the last day, {}, is before the first, {}", format_day(to),
                            format_day(from)));
}

schedule::DayPlan required_plan(Desk& desk, const store::Store& store, Day since) {
    auto versions = store.schedules();
    if (versions.empty()) {
        throw Error("there is no schedule yet. 'hipflow schedule set mon,wed,fri' makes one.");
    }
    return schedule::plan_of(std::move(versions), store.excuses(since),
                             desk.settings().week_starts);
}

void put(Desk& desk, Excuse excuse) {
    store::Change change;
    change.now = desk.clock().wall();
    excuse.id = platform::new_id(change.now);
    change.put.emplace_back(std::move(excuse));
    desk.store().commit(change);
}

/// Does the rule plan anything on one of these days? `k per week` may have it on any.
bool plans_anything(const schedule::DayPlan& plan, Day from, Day to) {
    for (Day day = from; day <= to; day += days(1)) {
        const schedule::PlanVersion* version = schedule::version_in_force(plan, day);
        if (version == nullptr) continue;
        if (version->rule.cadence == schedule::Cadence::per_week) return true;
        if (schedule::plans(version->rule, version->valid_from, day)) return true;
    }
    return false;
}

void require_slot(const schedule::DayPlan& plan, Day day, const std::string& slot) {
    const schedule::PlanVersion* version = schedule::version_in_force(plan, day);
    std::string known;
    if (version != nullptr) {
        for (const auto& other : version->rule.slots) {
            if (other.name == slot) return;
            known += fmt::format("{}{}", known.empty() ? "" : ", ", other.name);
        }
    }
    throw Error(fmt::format("there is no slot '{}' on {}{}", shown(slot), format_day(day),
                            known.empty() ? "" : fmt::format("; there is: {}", known)));
}

/// Throws Error where the program allows none, or fewer than `wanted`.
void require_tokens(Desk& desk, const store::Store& store, Day today, int wanted) {
    const auto program = enrolled(desk.library(), store, today);
    if (!program) {
        throw Error("tokens come with a program. '--reason' excuses the day without one.");
    }
    const int left = program->today.tokens;
    if (left >= wanted) return;
    const std::string how_many =
        left == 0 ? "no token is left" : fmt::format("only {} of {} tokens is left", left, wanted);
    throw Error(fmt::format("{}: {} gives {} a week. '--reason' excuses the day.", how_many,
                            program->program.name, program->program.tokens));
}

}  // namespace

SetSchedule set_schedule(Desk& desk, const schedule::Rule& rule,
                         const std::optional<ComingDay>& first_day) {
    const Day today = desk.now().local_day;
    const Day from = first_day ? first_day->on(today) : today;
    if (from < today) {
        throw Error(fmt::format("--from: {} has passed, and a change never rewrites the past",
                                format_day(from)));
    }
    store::Store& store = desk.store();
    const auto schedules = store.schedules();
    const schedule::DayPlan plan = schedule::plan_of(schedules, {}, desk.settings().week_starts);
    const schedule::PlanVersion* before = schedule::version_in_force(plan, from);
    const std::string text = schedule::rule_text(rule);
    const bool in_program = before != nullptr && before->source == ScheduleSource::program &&
                            current_enrolment(store, today);
    if (in_program) return set_waiting(desk, text, from);
    if (before != nullptr && before->rule == rule && before->source == ScheduleSource::own) {
        return {text, before->valid_from, true, {}};
    }
    store::Change change;
    change.now = desk.clock().wall();
    ScheduleVersion version = version_for(schedules, from, change.now);
    version.rule = text;
    change.put.emplace_back(std::move(version));
    store.commit(change);
    return {text, from, false, {}};
}

Excuse pause_schedule(Desk& desk, const std::optional<ComingDay>& until,
                      std::optional<ExcuseReason> reason) {
    const Day today = desk.now().local_day;
    const schedule::DayPlan plan = required_plan(desk, desk.store(), today);
    const Excuse* known = schedule::excuse_of(plan, today, "");
    if (known != nullptr && known->kind == ExcuseKind::paused) {
        throw Error(fmt::format("it is paused already, {}. 'hipflow schedule resume' ends that.",
                                up_to(known->to_day)));
    }
    Excuse excuse;
    excuse.from_day = today;
    excuse.to_day = end_in(until, today, today);
    excuse.kind = ExcuseKind::paused;
    excuse.reason = reason;
    put(desk, excuse);
    return excuse;
}

bool end_pause(Desk& desk) {
    const Day today = desk.now().local_day;
    store::Store* store = desk.history();
    if (store == nullptr) return false;
    store::Change change;
    change.now = desk.clock().wall();
    for (auto excuse : store->excuses(today)) {
        if (excuse.kind != ExcuseKind::paused || excuse.from_day > today) continue;
        if (excuse.from_day == today) {
            change.del.push_back(store::name_of(excuse));
        } else {
            excuse.to_day = today - days(1);
            change.put.emplace_back(std::move(excuse));
        }
    }
    if (change.del.empty() && change.put.empty()) return false;
    store->commit(change);
    return true;
}

std::optional<Excuse> skip_days(Desk& desk, const WantedSkip& wanted) {
    const Day today = desk.now().local_day;
    Excuse excuse;
    excuse.from_day = wanted.day ? wanted.day->on(today) : today;
    excuse.to_day = end_in(wanted.until, excuse.from_day, today).value_or(excuse.from_day);
    excuse.slot = wanted.slot;
    excuse.kind = wanted.token ? ExcuseKind::token : ExcuseKind::excused;
    excuse.reason = wanted.reason;
    const store::Store& store = desk.store();
    const schedule::DayPlan plan = required_plan(desk, store, excuse.from_day);
    if (!plans_anything(plan, excuse.from_day, *excuse.to_day)) return std::nullopt;
    if (wanted.slot) require_slot(plan, excuse.from_day, *wanted.slot);
    if (wanted.token) {
        const auto skipped = (*excuse.to_day - excuse.from_day).count() + 1;
        require_tokens(desk, store, today, static_cast<int>(skipped));
    }
    put(desk, excuse);
    return excuse;
}

std::optional<Instant> snooze(Desk& desk, Millis duration) {
    const Instant now = desk.now().at;
    if (duration == Millis{0}) {
        desk.store().snooze(now);
        return std::nullopt;
    }
    // Whole minutes: what is said to end at 22:15 has ended for a cron job of 22:15.
    Instant until = std::chrono::floor<std::chrono::minutes>(now + duration);
    if (until <= now) until += std::chrono::minutes(1);
    desk.store().snooze(until);
    return until;
}

std::optional<Instant> snoozed_until(Desk& desk) {
    const store::Store* history = desk.history();
    const auto until = history != nullptr ? history->snoozed_until() : std::nullopt;
    return until && *until > desk.now().at ? until : std::nullopt;
}

std::string up_to(const std::optional<Day>& day) {
    return day ? fmt::format("up to and including {}", format_day(*day))
               : std::string("until 'hipflow schedule resume'");
}

}  // namespace hipflow::today
