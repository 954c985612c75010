// SPDX-License-Identifier: MIT
#include "report/schedule_text.h"

#include <fmt/format.h>

#include "domain/names.h"
#include "report/stats_words.h"

namespace hipflow::report {
namespace {

std::string paused_line(const schedule::DayPlan& plan, Day today) {
    const Excuse* excuse = schedule::excuse_of(plan, today, "");
    if (excuse == nullptr || excuse->kind != ExcuseKind::paused) return "";
    if (!excuse->to_day) return "Paused    until 'hipflow schedule resume'\n";
    return fmt::format("Paused    up to and including {}\n", format_day(*excuse->to_day));
}

std::string slots_of(const schedule::PlanVersion& version) {
    std::string text;
    for (const auto& slot : version.rule.slots) {
        if (slot.name.empty()) continue;
        text += fmt::format("{}{}", text.empty() ? ", " : " and ", slot.name);
    }
    return text;
}

std::string rule_lines(const schedule::ScheduleState& state) {
    std::string text;
    if (const schedule::PlanVersion* version =
            schedule::version_in_force(state.plan, state.today)) {
        text += fmt::format("Schedule  {}, since {}{}\n", schedule::rule_text(version->rule),
                            format_day(version->valid_from),
                            version->source == ScheduleSource::program ? ", by the program" : "");
    }
    for (const auto& version : state.plan.versions) {
        if (version.valid_from <= state.today) continue;
        text += fmt::format("{}{}, from {} on\n", text.empty() ? "Schedule  " : "          ",
                            schedule::rule_text(version.rule), format_day(version.valid_from));
    }
    return text;
}

}  // namespace

std::optional<std::string> next_words(const schedule::ScheduleState& state) {
    if (!state.next) return std::nullopt;
    const schedule::PlanVersion* version = schedule::version_in_force(state.plan, *state.next);
    return coming_day(*state.next, state.today) + slots_of(*version);
}

std::string schedule_text(const schedule::ScheduleState& state) {
    std::string text = rule_lines(state);
    text += paused_line(state.plan, state.today);
    if (const auto next = next_words(state)) text += fmt::format("Next      {}\n", *next);
    text += fmt::format("Plan      {}\n", adherence_words(state.adherence));
    if (state.weeks.weeks > 0) {
        text += fmt::format("          {} of {} on plan\n", state.weeks.on_plan,
                            plural(state.weeks.weeks, "week"));
    }
    const auto misses = misses_words(state.adherence, state.next, state.today);
    if (!misses.empty()) text += fmt::format("          {}\n", misses);
    return text;
}

}  // namespace hipflow::report
