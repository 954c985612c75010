// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/html.h"
#include "report/svg_chart.h"
#include "today/views.h"

namespace hipflow::report {

/// One self-contained HTML document: a first page for the physiotherapist, then the tables. It has
/// no script and loads nothing; it is made for the screen, light and dark, and for paper (A4 and
/// Letter).
std::string report_page(const today::ReportValues& values);

// Its parts: the charts, the figures, the tables and longer charts behind the summary, and the
// style sheet, report.css, which is compiled in.

BarChart work_chart(const today::ReportValues& values);
/// Pain before, after and on the morning after in one place, or in all (nullopt); stops for pain
/// are marked.
LineChart pain_chart(const today::ReportValues& values,
                     const std::optional<stats::PainPlace>& place);
/// Of activities that were scored on a day at least.
LineChart function_chart(const today::ReportValues& values);
LineChart rotation_chart(const stats::RotationSeries& series, Day made);

/// The pain chart of a place with its name, legend and table.
Html pain_figure(const today::ReportValues& values, const std::optional<stats::PainPlace>& place);

/// Where pain was told, most often first: each place, or all of them if none was named. The first
/// page has room for two.
enum class Charted { on_the_first, behind_the_first };
std::vector<std::optional<stats::PainPlace>> charted_places(const today::ReportValues& values,
                                                            Charted where);

/// The person as they described themselves: only what was given.
Html person_facts(const today::ReportValues& values);

/// The first page: what a physiotherapist wants to know first, on one sheet of paper.
Html first_page(const today::ReportValues& values);

// Parts of the first page that report what was measured.

Html pain_part(const today::ReportValues& values);
Html function_part(const today::ReportValues& values);
Html rotation_part(const today::ReportValues& values);
Html hurting_part(const today::ReportValues& values);

/// Says of what was measured from a first to a last day that some or all of it was before the days
/// of the report; empty if none was. What changed is compared with the first of all.
Html earlier_note(const today::ReportValues& values, Day first, Day last);

/// A part of the first page with its heading. `kind` "whole" is as wide as the sheet.
Html first_part(std::string_view title, const Html& content, std::string_view kind = "");

/// Questions for the physiotherapist that follow from what was recorded, the most important first;
/// plain, and never a diagnosis. At most five.
std::vector<std::string> questions_of(const today::ReportValues& values);

/// The figures of the exercises, for those who have to know what was done; empty without any.
Html movements_section(const today::ReportValues& values);

Html report_details(const today::ReportValues& values);

std::string_view report_style();

}  // namespace hipflow::report
