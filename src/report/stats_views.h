// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"
#include "report/calendar.h"
#include "schedule/adherence.h"
#include "stats/change.h"
#include "stats/pain_days.h"
#include "stats/period.h"
#include "text/style.h"

namespace hipflow {

// What 'hipflow stats sessions', 'pain', 'exercises' and 'week' print. A table that is too wide for
// the terminal loses its last columns.

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

/// Pain in one place, or in all of them (nullopt).
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
    std::vector<LinePoint> line;    // of all places, if there are days enough for one
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

/// A day: what became of it, and what it adds up to.
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

}  // namespace hipflow
