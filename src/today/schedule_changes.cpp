// SPDX-License-Identifier: MIT
#include "today/schedule_changes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>
#include <utility>

#include "domain/time.h"
#include "platform/random.h"
#include "schedule/due.h"
#include "schedule/rule.h"
#include "store/change.h"
#include "text/utf8.h"
#include "today/enrolment.h"
#include "today/plans.h"
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

ScheduleVersion with_rule(ScheduleVersion version, std::string rule, std::string routine) {
    version.rule = std::move(rule);
    version.routine = std::move(routine);
    return version;
}

std::vector<ScheduleVersion> versions_of(const catalog::Library& library, const store::Store& store,
                                         const std::string& routine) {
    for (auto& plan : routine_plans(library, store)) {
        if (plan.routine == routine) return std::move(plan.versions);
    }
    return {};
}

/// Says which routines have plans that go on.
Error no_plan_of(const catalog::Library& library, const store::Store& store,
                 const std::string& routine, Day today) {
    std::vector<std::string> planned;
    for (const auto& plan : all_plans(library, store, std::chrono::Monday, today)) {
        if (plan.routine && schedule::goes_on(plan, today)) planned.push_back(*plan.routine);
    }
    const std::string none = fmt::format("'{}' has no plan of its own", shown(routine));
    if (planned.empty()) {
        return Error(none +
                     ", and no other routine has one. 'hipflow schedule set none' ends the "
                     "plan of sessions of any routine.");
    }
    return Error(fmt::format(
        "{}. {} {}.", none,
        planned.size() == 1 ? "Only this has:" : "These have:", fmt::join(planned, ", ")));
}

/// The routine that 'start' gives, if it has a plan of its own from that day on; else empty.
std::string planned_alone(Desk& desk, const store::Store& store, Day from) {
    const auto plans = all_plans(desk.library(), store, desk.settings().week_starts, from);
    const bool any = std::ranges::any_of(
        plans, [](const schedule::DayPlan& plan) { return plan.routine.has_value(); });
    if (!any) return "";
    std::string routine = choose_routine(desk, "", desk.now().local_day).name;
    const bool alone = std::ranges::any_of(plans, [&](const schedule::DayPlan& plan) {
        return plan.routine == routine && schedule::goes_on(plan, from);
    });
    return alone ? routine : "";
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
    const Day to = until->end_on(today);
    if (to >= from) return to;
    throw Error(fmt::format("--until: the last day, {}, is before the first, {}", format_day(to),
                            format_day(from)));
}

std::vector<schedule::DayPlan> required_plans(Desk& desk, const store::Store& store, Day since) {
    auto plans = all_plans(desk.library(), store, desk.settings().week_starts, since);
    if (plans.empty()) throw Error(std::string(no_plan_yet));
    return plans;
}

/// The first day on which a change is to hold. Throws Error for one that has passed.
Day first_day_of(const std::optional<ComingDay>& wanted, Day today) {
    const Day from = wanted ? wanted->on(today) : today;
    if (from >= today) return from;
    throw Error(fmt::format("--from: {} has passed, and a change never rewrites the past",
                            format_day(from)));
}

void put(Desk& desk, Excuse excuse) {
    store::Change change;
    change.now = desk.clock().wall();
    excuse.id = platform::new_id(change.now);
    change.put.emplace_back(std::move(excuse));
    desk.store().commit(change);
}

/// Does the plan ask for anything on one of these days? `k per week` may have it on any.
bool asks_for_anything(const schedule::DayPlan& plan, Day from, Day to) {
    for (Day day = from; day <= to; day += days(1)) {
        const schedule::PlanVersion* version = schedule::version_in_force(plan, day);
        if (version == nullptr) continue;
        if (version->rule.cadence == schedule::Cadence::per_week) return true;
        if (schedule::plans(version->rule, version->valid_from, day)) return true;
    }
    return false;
}

void require_slot(std::span<const schedule::DayPlan> plans, Day day, const std::string& slot) {
    std::string known;
    for (const auto& plan : plans) {
        const schedule::PlanVersion* version = schedule::version_in_force(plan, day);
        if (version == nullptr) continue;
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
    const Day from = first_day_of(first_day, today);
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
    return {
        text,
        from,
        false,
        {},
        rule.cadence == schedule::Cadence::none ? std::string() : planned_alone(desk, store, from)};
}

RoutinePlanned plan_routine(Desk& desk, const std::string& name, const schedule::Rule& rule,
                            const std::optional<ComingDay>& first_day) {
    const Day today = desk.now().local_day;
    const catalog::Library& library = desk.library();
    RoutinePlanned planned;
    planned.routine = library.routine_source(name).routine.id;
    planned.rule = schedule::rule_text(rule);
    planned.from = first_day_of(first_day, today);
    store::Store& store = desk.store();
    const auto plans = all_plans(library, store, desk.settings().week_starts, today);
    planned.beside_same =
        rule.cadence != schedule::Cadence::none &&
        std::ranges::any_of(plans,
                            [&](const schedule::DayPlan& plan) {
                                return !plan.routine && schedule::goes_on(plan, planned.from);
                            }) &&
        choose_routine(desk, "", today).name == planned.routine;
    const auto known = versions_of(library, store, planned.routine);
    const schedule::DayPlan plan =
        schedule::plan_of(known, {}, desk.settings().week_starts, planned.routine);
    const schedule::PlanVersion* before = schedule::version_in_force(plan, planned.from);
    if (before != nullptr && before->rule == rule) {
        planned.from = before->valid_from;
        planned.unchanged = true;
        return planned;
    }
    store::Change change;
    change.now = desk.clock().wall();
    change.put.emplace_back(
        with_rule(version_for(known, planned.from, change.now), planned.rule, planned.routine));
    store.commit(change);
    return planned;
}

std::string end_routine_plan(Desk& desk, const std::string& name) {
    const std::string none = schedule::rule_text(schedule::Rule{});
    const Day today = desk.now().local_day;
    const catalog::Library& library = desk.library();
    std::string routine = library.renamed(name).value_or(name);
    store::Store& store = desk.store();
    const auto known = versions_of(library, store, routine);
    const schedule::DayPlan plan =
        schedule::plan_of(known, {}, desk.settings().week_starts, routine);
    if (!schedule::goes_on(plan, today)) throw no_plan_of(library, store, routine, today);
    store::Change change;
    change.now = desk.clock().wall();
    change.put.emplace_back(with_rule(version_for(known, today, change.now), none, routine));
    for (const auto& version : known) {
        if (version.valid_from > today) change.del.push_back(store::name_of(version));
    }
    store.commit(change);
    return routine;
}

Excuse pause_schedule(Desk& desk, const std::optional<ComingDay>& until,
                      std::optional<ExcuseReason> reason) {
    const Day today = desk.now().local_day;
    const auto plans = required_plans(desk, desk.store(), today);
    const Excuse* known = schedule::excuse_of(plans.front(), today, "");
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
    const Day end = wanted.day ? wanted.day->end_on(today) : today;
    excuse.to_day = end_in(wanted.until, excuse.from_day, today).value_or(end);
    excuse.slot = wanted.slot;
    excuse.kind = wanted.token ? ExcuseKind::token : ExcuseKind::excused;
    excuse.reason = wanted.reason;
    const store::Store& store = desk.store();
    const auto plans = required_plans(desk, store, excuse.from_day);
    const bool anything = std::ranges::any_of(plans, [&](const schedule::DayPlan& plan) {
        return asks_for_anything(plan, excuse.from_day, *excuse.to_day);
    });
    if (!anything) return std::nullopt;
    if (wanted.slot) require_slot(plans, excuse.from_day, *wanted.slot);
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
