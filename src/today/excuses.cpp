// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/error.h"
#include "domain/time.h"
#include "platform/random.h"
#include "store/change.h"
#include "text/utf8.h"
#include "today/enrolment.h"
#include "today/plans.h"
#include "today/plans_in_force.h"
#include "today/schedule_changes.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

/// Returns the last day of it; throws Error if that is before the first.
std::optional<Day> end_in(const std::optional<ComingDay>& until, Day from, Day today) {
    if (!until) return std::nullopt;
    const Day to = until->end_on(today);
    if (to >= from) return to;
    throw Error(fmt::format("--until: the last day, {}, is before the first, {}", format_day(to),
                            format_day(from)));
}

std::vector<schedule::DayPlan> required_plans(Desk& desk, const store::Store& store, Day since) {
    auto plans = plans_in_force(desk, store, since);
    if (plans.empty()) throw Error(std::string(no_plan_yet));
    return plans;
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
    std::set<std::string> known;
    for (const auto& plan : plans) {
        const schedule::PlanVersion* version = schedule::version_in_force(plan, day);
        if (version == nullptr) continue;
        for (const auto& other : version->rule.slots) {
            if (other.name == slot) return;
            if (!other.name.empty()) known.insert(other.name);
        }
    }
    throw Error(fmt::format(
        "there is no slot '{}' on {}{}", shown(slot), format_day(day),
        known.empty() ? std::string() : fmt::format("; there is: {}", fmt::join(known, ", "))));
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
