// SPDX-License-Identifier: MIT
#include "today/schedule_changes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>
#include <utility>

#include "domain/time.h"
#include "platform/random.h"
#include "schedule/adherence.h"
#include "schedule/occurrence.h"
#include "schedule/plan_days.h"
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
    for (const auto& plan : all_plans(library, store, Settings{}, today)) {
        if (plan.routine && schedule::goes_on(plan, today)) planned.push_back(*plan.routine);
    }
    const std::string none = fmt::format("'{}' has no plan of its own", shown(routine));
    if (planned.empty()) return Error(none + ", and no other routine has one.");
    return Error(fmt::format(
        "{}. {} {}.", none,
        planned.size() == 1 ? "Only this has:" : "These have:", fmt::join(planned, ", ")));
}

/// The routine that 'start' gives, if it has a plan of its own from that day on; else empty.
std::string planned_alone(Desk& desk, const store::Store& store, Day from) {
    const auto plans = all_plans(desk.library(), store, desk.settings(), from);
    const bool any = std::ranges::any_of(
        plans, [](const schedule::DayPlan& plan) { return plan.routine.has_value(); });
    if (!any) return "";
    std::string routine = choose_routine(desk, "", desk.now().local_day).name;
    const bool alone = std::ranges::any_of(plans, [&](const schedule::DayPlan& plan) {
        return plan.routine == routine && schedule::goes_on(plan, from);
    });
    return alone ? routine : "";
}

/// Returns whether the rule holds on that day, and nothing waits that cannot be read.
bool holds(const schedule::DayPlan& plan, Day from, const schedule::Rule& rule) {
    const schedule::PlanVersion* held = schedule::version_in_force(plan, from);
    return held != nullptr && held->rule == rule &&
           schedule::unreadable_from(plan, from) == nullptr;
}

/// Takes away what was to hold later, but cannot be read. Returns how many rules that were.
int drop_unreadable(const std::vector<ScheduleVersion>& known, Day from, store::Change& change) {
    int dropped = 0;
    for (const auto& version : known) {
        if (version.valid_from <= from || schedule::parse_rule(version.rule)) continue;
        change.del.push_back(store::name_of(version));
        ++dropped;
    }
    return dropped;
}

/// The first other rule that takes the place of `rule` after that day.
std::optional<LaterRule> rule_after(const schedule::DayPlan& plan, Day from,
                                    const schedule::Rule& rule) {
    for (const auto& version : plan.versions) {
        const bool waits =
            version.valid_from > from && version.unreadable.empty() && version.rule != rule;
        if (waits) return LaterRule{version.valid_from, version.text()};
    }
    return std::nullopt;
}

/// Returns whether a session of today keeps the plan, even if that ends with today: a number per
/// week then asks for its share of the days.
bool kept_today(Desk& desk, const store::Store& store, schedule::DayPlan plan, Day today) {
    std::erase_if(plan.versions, [&](const auto& version) { return version.valid_from > today; });
    plan.versions.push_back({today + days(1), ScheduleSource::own, {}});
    const Day since = schedule::with_whole_weeks_from(today);
    const auto plans = all_plans(desk.library(), store, desk.settings(), since);
    const auto work = plan_work(desk.library(), store, {.since = since, .until = today});
    const auto days_kept = schedule::days_of(plan, plans, work);
    const auto all = schedule::occurrences(plan, days_kept, today, today, today);
    return std::ranges::any_of(all, [](const schedule::Occurrence& one) {
        return one.status == schedule::OccurrenceStatus::kept;
    });
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

/// The first day on which a change is to hold. Throws Error for one that has passed.
Day first_day_of(const std::optional<ComingDay>& wanted, Day today) {
    const Day from = wanted ? wanted->on(today) : today;
    if (from >= today) return from;
    throw Error(fmt::format("--from: {} has passed, and a change never rewrites the past",
                            format_day(from)));
}

}  // namespace

SetSchedule set_schedule(Desk& desk, const schedule::Rule& rule,
                         const std::optional<ComingDay>& first_day) {
    const Day today = desk.now().local_day;
    Day from = first_day_of(first_day, today);
    store::Store& store = desk.store();
    const auto schedules = store.schedules();
    const schedule::DayPlan plan = schedule::plan_of(schedules, {}, desk.settings().week_starts);
    const schedule::PlanVersion* before = schedule::version_in_force(plan, from);
    SetSchedule set;
    set.rule = schedule::rule_text(rule);
    const bool in_program = before != nullptr && before->source == ScheduleSource::program &&
                            current_enrolment(store, today);
    if (in_program) return set_waiting(desk, set.rule, from);
    const bool ends = rule.cadence == schedule::Cadence::none;
    set.after_today = ends && !first_day && kept_today(desk, store, plan, today);
    if (set.after_today) from += days(1);
    before = schedule::version_in_force(plan, from);
    set.from = from;
    set.later = rule_after(plan, from, rule);
    if (holds(plan, from, rule) && before->source == ScheduleSource::own) {
        set.from = before->valid_from;
        set.unchanged = true;
        return set;
    }
    store::Change change;
    change.now = desk.clock().wall();
    ScheduleVersion version = version_for(schedules, from, change.now);
    version.rule = set.rule;
    change.put.emplace_back(std::move(version));
    set.dropped = drop_unreadable(schedules, from, change);
    store.commit(change);
    if (!ends) set.planned_alone = planned_alone(desk, store, from);
    return set;
}

namespace {

/// Returns whether the plan without a name goes on, and is kept by sessions of the routine until
/// that has a plan of its own. In a program they keep it in any case.
bool asks_for_the_same(Desk& desk, const store::Store& store, const std::string& routine,
                       Day from) {
    const auto plans = all_plans(desk.library(), store, desk.settings(), from);
    const bool any = std::ranges::any_of(plans, [&](const schedule::DayPlan& plan) {
        return !plan.routine && schedule::goes_on(plan, from);
    });
    if (!any) return false;
    const ChosenRoutine chosen = choose_routine(desk, "", desk.now().local_day);
    return !chosen.program() && chosen.name == routine;
}

/// Returns whether the plan asks for anything from that day on, by the rule in force then.
bool asks_from(const schedule::DayPlan& plan, Day from) {
    const schedule::PlanVersion* held = schedule::version_in_force(plan, from);
    return held != nullptr && held->rule.cadence != schedule::Cadence::none;
}

}  // namespace

RoutinePlanned plan_routine(Desk& desk, const std::string& name, const schedule::Rule& rule,
                            const std::optional<ComingDay>& first_day) {
    const Day today = desk.now().local_day;
    const catalog::Library& library = desk.library();
    RoutinePlanned planned;
    planned.routine = library.routine_source(name).routine.id;
    planned.rule = schedule::rule_text(rule);
    planned.from = first_day_of(first_day, today);
    store::Store& store = desk.store();
    const auto known = versions_of(library, store, planned.routine);
    const schedule::DayPlan plan =
        schedule::plan_of(known, {}, desk.settings().week_starts, planned.routine);
    const bool ends = rule.cadence == schedule::Cadence::none;
    planned.nothing = ends && !schedule::goes_on(plan, today);
    if (planned.nothing) return planned;
    planned.after_today = ends && !first_day && kept_today(desk, store, plan, today);
    if (planned.after_today) planned.from += days(1);
    planned.later = rule_after(plan, planned.from, rule);
    if (holds(plan, planned.from, rule)) {
        planned.from = schedule::version_in_force(plan, planned.from)->valid_from;
        planned.unchanged = true;
        return planned;
    }
    planned.beside_same = !ends && !asks_from(plan, planned.from) &&
                          asks_for_the_same(desk, store, planned.routine, planned.from);
    store::Change change;
    change.now = desk.clock().wall();
    change.put.emplace_back(
        with_rule(version_for(known, planned.from, change.now), planned.rule, planned.routine));
    planned.dropped = drop_unreadable(known, planned.from, change);
    store.commit(change);
    return planned;
}

EndedPlan end_routine_plan(Desk& desk, const std::string& name) {
    const std::string none = schedule::rule_text(schedule::Rule{});
    const Day today = desk.now().local_day;
    const catalog::Library& library = desk.library();
    EndedPlan ended;
    ended.routine = library.renamed(name).value_or(name);
    store::Store& store = desk.store();
    const auto known = versions_of(library, store, ended.routine);
    const schedule::DayPlan plan =
        schedule::plan_of(known, {}, desk.settings().week_starts, ended.routine);
    if (!schedule::goes_on(plan, today)) throw no_plan_of(library, store, ended.routine, today);
    ended.after_today = kept_today(desk, store, plan, today);
    const Day from = ended.after_today ? today + days(1) : today;
    if (!schedule::goes_on(plan, from)) {
        throw Error(fmt::format("the plan of {} ends with today already.", shown(ended.routine)));
    }
    store::Change change;
    change.now = desk.clock().wall();
    change.put.emplace_back(with_rule(version_for(known, from, change.now), none, ended.routine));
    for (const auto& version : known) {
        if (version.valid_from > from) change.del.push_back(store::name_of(version));
    }
    store.commit(change);
    return ended;
}

}  // namespace hipflow::today
