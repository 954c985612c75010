// SPDX-License-Identifier: MIT
#include "report/schedule_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

namespace hipflow {
namespace {

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

std::string coming_day(Day day, Day today) {
    constexpr std::array<std::string_view, 7> weekdays = {
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto ahead = (day - today).count();
    if (ahead == 0) return "today";
    if (ahead == 1) return "tomorrow";
    if (ahead > 1 && ahead < 7) {
        return fmt::format("on {}", weekdays.at(std::chrono::weekday(day).c_encoding()));
    }
    return fmt::format("on {}", format_day(day));
}

std::string adherence_words(const Adherence& adherence) {
    const int planned = adherence.planned();
    std::string text =
        planned == 0 ? "none due so far" : fmt::format("{} of {} kept", adherence.kept, planned);
    if (const auto range = adherence.range()) {
        text += fmt::format(" ({:.0f} %, range {:.0f} to {:.0f} %)",
                            100.0 * adherence.kept / planned, range->low * 100, range->high * 100);
    }
    const std::array<std::pair<int, std::string_view>, 5> beside = {{
        {adherence.partial, "partly"},
        {adherence.excused, "excused"},
        {adherence.paused, "paused"},
        {adherence.pending, "still open"},
        {adherence.extra, "extra"},
    }};
    for (const auto& [count, name] : beside) {
        if (count > 0) text += fmt::format(", {} {}", count, name);
    }
    return text;
}

std::string misses_words(const Adherence& adherence, std::optional<Day> next, Day today) {
    if (adherence.misses_in_a_row < 2) return "";
    if (!next) return fmt::format("{} missed.", adherence.misses_in_a_row);
    return fmt::format("{} missed; the next one is {}.", adherence.misses_in_a_row,
                       coming_day(*next, today));
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
