// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/calendar.h"
#include "schedule/adherence.h"
#include "stats/change.h"
#include "stats/period.h"
#include "stats/trend.h"
#include "text/style.h"

namespace hipflow {

/// How well the plan was kept.
struct PlanKept {
    Adherence this_week;
    Adherence range;
    WeeksOnPlan weeks;
};

/// An exercise by the name that people know, not by its id.
struct NamedChange {
    std::string name;
    ExerciseChange change;
};

/// Everything that 'hipflow stats' shows of a part of the history.
struct StatsScreen {
    Period range;               // with its real ends
    std::vector<Period> weeks;  // those with a session or a score
    Period this_week;
    std::optional<PlanKept> plan;
    Day calendar_from{};
    std::vector<DayMark> calendar;  // a mark for each day up to today
    std::chrono::weekday week_starts = std::chrono::Monday;
    Trend trend;
    std::optional<NamedChange> best;
    std::optional<NamedChange> worst;
    /// More lines by their label: range and function, if they were measured.
    std::vector<std::pair<std::string, std::string>> measured;
};

/// One screen: at most 23 lines at 80 columns, more in a narrower terminal.
std::string stats_screen(const StatsScreen& screen, const Style& style);

}  // namespace hipflow
