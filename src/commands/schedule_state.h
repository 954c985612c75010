// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"
#include "schedule/adherence.h"

namespace hipflow {

/// The plan and what became of it over the last weeks: what every command that speaks of it reads.
struct ScheduleState {
    DayPlan plan;
    Day from{};
    Day today{};
    std::vector<DayTotals> days;  // of the range
    Adherence adherence;          // over the range
    WeeksOnPlan weeks;
    std::optional<Day> next;  // planned and not yet kept; up to a year ahead
};

/// Over the `weeks` weeks that end today. Nothing where nothing was ever planned.
std::optional<ScheduleState> schedule_state(const Store& store, const Settings& settings, Day today,
                                            int weeks);

/// "on Friday, 07:30": the next planned day; nothing where none is in sight.
std::optional<std::string> next_words(const ScheduleState& state);

/// For people, a line each, every one with its newline: the rule, what comes next, how it was kept.
std::string schedule_text(const ScheduleState& state);


}  // namespace hipflow
