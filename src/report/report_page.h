// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "report/html.h"
#include "report/stats_views.h"
#include "schedule/adherence.h"
#include "stats/function.h"
#include "stats/hip_rotation.h"
#include "stats/period.h"

namespace hipflow {

/// Everything that a report shows.
struct ReportValues {
    Day from{};
    Day to{};
    Day made{};
    std::optional<std::string> routine;  // only its sessions
    std::vector<DayTotals> days;         // in order
    std::optional<Adherence> plan;       // how the planned days were kept, if any were planned
    std::chrono::weekday week_starts = std::chrono::Monday;
    std::vector<Session> sessions;   // newest first
    std::vector<RangeSeries> range;  // from the whole history up to `to`
    std::vector<FunctionSeries> function;
    std::vector<PlacePain> places;  // all places first
    ExercisesView exercises;
};

/// One self-contained HTML document: a page of summary, then the details. It has no script and
/// loads nothing; it is made for the screen, light and dark, and for paper (A4 and Letter).
std::string report_page(const ReportValues& values);

}  // namespace hipflow
