// SPDX-License-Identifier: MIT
#include "commands/schedule_state.h"

#include <fmt/format.h>

#include <algorithm>

#include "commands/range.h"
#include "report/schedule_text.h"
#include "schedule/due.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

using std::chrono::days;

/// The first planned day from today on with something left to do.
std::optional<Day> next_day(const DayPlan& plan, const std::vector<DayTotals>& totals, Day today) {
    constexpr auto ahead = days(365);
    const bool done_today = !totals.empty() && totals.back().local_day == today &&
                            std::ranges::none_of(occurrences(plan, totals, today, today, today),
                                                 [](const Occurrence& one) {
                                                     return one.status == OccurrenceStatus::pending;
                                                 });
    const auto planned = planned_days(plan, done_today ? today + days(1) : today, today + ahead);
    if (planned.empty()) return std::nullopt;
    return planned.front();
}

std::string paused_line(const DayPlan& plan, Day today) {
    const Excuse* excuse = excuse_of(plan, today, "");
    if (excuse == nullptr || excuse->kind != ExcuseKind::paused) return "";
    if (!excuse->to_day) return "Paused    until 'hipflow schedule resume'\n";
    return fmt::format("Paused    up to and including {}\n", format_day(*excuse->to_day));
}

std::string slots_of(const PlanVersion& version) {
    std::string text;
    for (const auto& slot : version.rule.slots) {
        if (slot.name.empty()) continue;
        text += fmt::format("{}{}", text.empty() ? ", " : " and ", slot.name);
    }
    return text;
}

std::string rule_lines(const ScheduleState& state) {
    std::string text;
    if (const PlanVersion* version = version_in_force(state.plan, state.today)) {
        text += fmt::format("Schedule  {}, since {}{}\n", rule_text(version->rule),
                            format_day(version->valid_from),
                            version->source == ScheduleSource::program ? ", by the program" : "");
    }
    for (const auto& version : state.plan.versions) {
        if (version.valid_from <= state.today) continue;
        text += fmt::format("{}{}, from {} on\n", text.empty() ? "Schedule  " : "          ",
                            rule_text(version.rule), format_day(version.valid_from));
    }
    return text;
}

}  // namespace

std::optional<ScheduleState> schedule_state(const Store& store, const Settings& settings, Day today,
                                            int weeks) {
    auto versions = store.schedules();
    if (versions.empty()) return std::nullopt;
    ScheduleState state;
    state.today = today;
    state.from = today - days(7 * weeks - 1);
    // A week that began before the range is needed whole for its pace.
    const Day since = week_of(state.from, settings.week_starts);
    state.plan = plan_of(std::move(versions), store.excuses(since), settings.week_starts);
    state.days = store.day_totals({.since = since, .until = today});
    state.adherence = adherence(state.plan, state.days, state.from, today, today);
    state.weeks =
        weeks_on_plan(adherence_by_week(state.plan, state.days, state.from, today, today), today);
    state.next = next_day(state.plan, state.days, today);
    return state;
}

std::optional<std::string> next_words(const ScheduleState& state) {
    if (!state.next) return std::nullopt;
    const PlanVersion* version = version_in_force(state.plan, *state.next);
    return coming_day(*state.next, state.today) + slots_of(*version);
}

std::string schedule_text(const ScheduleState& state) {
    std::string text = rule_lines(state);
    text += paused_line(state.plan, state.today);
    if (const auto next = next_words(state)) text += fmt::format("Next      {}\n", *next);
    text += fmt::format("Plan      {}\n", adherence_words(state.adherence));
    if (state.weeks.weeks > 0) {
        text += fmt::format("          {} of {} {} on plan\n", state.weeks.on_plan,
                            state.weeks.weeks, state.weeks.weeks == 1 ? "week" : "weeks");
    }
    const auto misses = misses_words(state.adherence, state.next, state.today);
    if (!misses.empty()) text += fmt::format("          {}\n", misses);
    return text;
}

}  // namespace hipflow
