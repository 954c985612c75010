// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/figure.h"
#include "domain/records.h"
#include "schedule/adherence.h"
#include "schedule/day_marks.h"
#include "stats/change.h"
#include "stats/function.h"
#include "stats/hip_rotation.h"
#include "stats/pain_days.h"
#include "stats/period.h"
#include "stats/trend.h"
#include "store/store.h"
#include "today/first_page.h"
#include "today/plans_kept.h"

namespace hipflow::today {

class Desk;

// The figures of a part of the history that stats and the report show, as values; report/ makes
// text of them, answers/ JSON. Without a history, or where nothing of the kind was recorded, they
// are empty().

struct SessionsView {
    Day from{};
    Day to{};
    std::vector<stats::CountedPeriod> weeks;  // those with anything done or planned in them
    stats::SessionCounts all;
    std::vector<PlanKept> plans;  // the one without a name first

    bool empty() const { return all == stats::SessionCounts{} && !anything_due(plans); }
};
SessionsView read_sessions(Desk& desk, const store::Filter& chosen);

/// The numbers of one place, or of all places (nullopt).
struct PlacePain {
    std::optional<stats::PainPlace> place;
    std::optional<stats::MomentMean> before;
    std::optional<stats::MomentMean> after;
    std::optional<stats::MomentMean> morning;
    stats::Trend trend;
};

struct PainView {
    Day from{};
    Day to{};
    std::vector<stats::PainDay> days;
    std::vector<PlacePain> places;       // all places first
    std::vector<stats::LinePoint> line;  // of all places, where there are days enough for one
    ChangeSum change;
    std::chrono::weekday week_starts = std::chrono::Monday;

    bool empty() const { return days.empty(); }
};

/// The scores that a view of pain is about; what is not set does not limit.
struct PainChoice {
    std::optional<Site> site;
    std::optional<Side> side;
    bool on_time = false;  // leaves out what was entered late
};
PainView read_pain(Desk& desk, const store::Filter& chosen, const PainChoice& choice = {});

struct ExercisesView {
    Day from{};
    Day to{};
    std::vector<stats::ExerciseUse> uses;
    stats::Tolerance tolerance;
    /// The name of an exercise, by its id; the id where the library no longer has it. Lives no
    /// longer than the desk.
    std::function<std::string(const std::string&)> name;

    bool empty() const { return uses.empty(); }
};
ExercisesView read_exercises(Desk& desk, const store::Filter& chosen);

/// A day, its mark, and what it adds up to.
struct DayLine {
    schedule::DayMark mark = schedule::DayMark::blank;
    DayTotals totals;
};

struct WeekView {
    std::vector<DayLine> days;  // in order, without gaps
    DayTotals sums;
    std::vector<PlanKept> plans;

    /// True if nothing was planned or done.
    bool empty() const;
};
WeekView read_week(Desk& desk, const store::Filter& chosen);

/// An exercise by its name.
struct NamedChange {
    std::string name;
    stats::ExerciseChange change;
    int too = 0;  // how many others have the same mean
};

/// The overview: all that 'hipflow stats' shows of a part of the history.
struct StatsScreen {
    stats::Period days;                // both ends as they really are
    std::vector<stats::Period> weeks;  // those with anything done or planned in them
    bool recorded = false;             // anything was done, scored or due
    stats::Period this_week;           // the week of the last day, up to it
    bool week_is_current = true;       // it is told up to today
    std::vector<PlanKept> plans;
    Day calendar_from{};
    std::vector<schedule::DayMark> calendar;  // a mark for each day, up to the last
    std::chrono::weekday week_starts = std::chrono::Monday;
    stats::Trend trend;
    std::optional<NamedChange> best;
    std::optional<NamedChange> worst;
    // Measured since the beginning of the history, up to the last day: changes count from there.
    std::vector<stats::RotationSeries> hip_rotation;
    std::vector<stats::FunctionSeries> function;

    bool empty() const { return !recorded; }
};
/// `calendar_weeks`: how many weeks its calendar has, the last one included.
StatsScreen read_stats(Desk& desk, const store::Filter& chosen, int calendar_weeks);

/// Hip rotation over time.
struct HipRotationView {
    std::vector<stats::RotationSeries> series;  // by how it was taken

    bool empty() const { return series.empty(); }
};
HipRotationView read_hip_rotation(Desk& desk, const store::Filter& chosen);

/// How activities go over time.
struct FunctionView {
    std::vector<stats::FunctionSeries> activities;

    /// True if nothing was scored.
    bool empty() const;
};
FunctionView read_function(Desk& desk, const store::Filter& chosen);

/// The figure of an exercise that was done.
struct DrawnExercise {
    std::string name;
    Side side = Side::both;  // that it was done with; left where both had their turn
    Figure figure;           // its words are those of the side
};

/// The contents of a report.
struct ReportValues {
    Day from{};
    Day to{};
    Day made{};
    std::optional<std::string> routine;     // only its sessions
    std::optional<std::string> person;      // who it is about, as it was given
    std::optional<std::string> no_session;  // why there is none today
    std::vector<DayTotals> days;            // in order
    std::vector<stats::Period> weeks;       // those with anything done or planned in them
    std::vector<PlanKept> plans;            // the one without a name first
    std::chrono::weekday week_starts = std::chrono::Monday;
    std::vector<Session> sessions;  // newest first
    // Measured since the beginning of the history, up to `to`.
    std::vector<stats::RotationSeries> hip_rotation;
    std::vector<stats::FunctionSeries> function;
    std::vector<PlacePain> places;    // all places first
    std::optional<Day> first_scored;  // of the whole history
    std::vector<stats::PainDay> pain_days;
    ExercisesView exercises;
    std::vector<DrawnExercise> drawn;  // of `exercises`, each once: those that have a figure
    FirstPage first;

    /// True if nothing was recorded or measured.
    bool empty() const;
};
ReportValues read_report(Desk& desk, const store::Filter& chosen);

}  // namespace hipflow::today
