// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"
#include "report/calendar_chart.h"
#include "schedule/adherence.h"
#include "stats/exercise_use.h"
#include "stats/pain_days.h"
#include "stats/period.h"
#include "stats/session_counts.h"
#include "text/style.h"

namespace hipflow {

// What 'hipflow stats sessions', 'pain', 'exercises' and 'week' print. Where the terminal is too
// narrow for all columns of a table, the last ones are left out.

struct SessionsView {
    Day from{};
    Day to{};
    std::vector<CountedPeriod> weeks;
    SessionCounts all;
    std::vector<WeekAdherence> plan;  // empty without a schedule
    std::optional<Adherence> kept;    // over the range; nothing without a schedule
    WeeksOnPlan weeks_on_plan;
};
std::string sessions_view(const SessionsView& view, const Style& style);

/// What can be said of one place, or of all (nothing).
struct PlacePain {
    std::optional<PainPlace> place;
    std::optional<MomentMean> before;
    std::optional<MomentMean> after;
    std::optional<MomentMean> morning;
    Trend trend;
};

struct PainView {
    Day from{};
    Day to{};
    std::vector<PainDay> days;
    std::vector<PlacePain> places;  // all places first
    std::vector<LinePoint> line;    // of all places, where there are days enough for one
    ChangeSum change;
    std::chrono::weekday week_starts = std::chrono::Monday;
};
std::string pain_view(const PainView& view, const Style& style);

struct ExercisesView {
    Day from{};
    Day to{};
    std::vector<ExerciseUse> uses;
    Tolerance tolerance;
    /// What people call an exercise, by its id.
    std::function<std::string(const std::string&)> name;
};
std::string exercises_view(const ExercisesView& view, const Style& style);

/// A day, what became of it, and what it adds up to.
struct DayLine {
    DayMark mark = DayMark::blank;
    DayTotals totals;
};
struct WeekView {
    std::vector<DayLine> days;  // in order, without gaps
    DayTotals sums;
    std::optional<Adherence> plan;
    WeeksOnPlan weeks_on_plan;
};
std::string week_view(const WeekView& view, const Style& style);

// What the report says too.

/// "low-back", "buttock, left", "no place said".
std::string place_words(const std::optional<PainPlace>& place);
/// "4.2 (n 9)", "-".
std::string moment_words(const std::optional<MomentMean>& mean);
/// "none before 14 days", "no clear change", "-0.4 in four weeks".
std::string verdict_words(const Trend& trend);
/// "+0.6 (n 8)", "+1.0 (n 2, few)", "-".
std::string exercise_change_words(const ChangeSum& change);

}  // namespace hipflow
