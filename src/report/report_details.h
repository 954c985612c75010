// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

#include "report/report_page.h"
#include "report/svg_chart.h"

namespace hipflow::report {

// The charts of a report, and the tables behind its summary.

BarChart work_chart(const today::ReportValues& values);
LineChart pain_chart(const today::ReportValues& values);
LineChart function_chart(const today::ReportValues& values);
LineChart range_chart(const stats::RotationSeries& series);

/// The tables and longer charts behind the summary.
Html report_details(const today::ReportValues& values);

/// The style sheet, report.css, which is compiled in (embed.cmake).
std::string_view report_style();

}  // namespace hipflow::report
