// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "report/html.h"
#include "report/svg_chart.h"
#include "today/views.h"

namespace hipflow::report {

/// One self-contained HTML document: a page of summary, then the details. It has no script and
/// loads nothing; it is made for the screen, light and dark, and for paper (A4 and Letter).
std::string report_page(const today::ReportValues& values);

// Its parts: the charts, the figures, the tables and longer charts behind the summary, and the
// style sheet, report.css, which is compiled in.

BarChart work_chart(const today::ReportValues& values);
LineChart pain_chart(const today::ReportValues& values);
LineChart function_chart(const today::ReportValues& values);
LineChart rotation_chart(const stats::RotationSeries& series);

/// The figures of the exercises, for those who have to know what was done; empty without any.
Html movements_section(const today::ReportValues& values);

Html report_details(const today::ReportValues& values);

std::string_view report_style();

}  // namespace hipflow::report
