// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "report/html.h"
#include "report/report_page.h"
#include "report/svg_chart.h"

namespace hipflow {

// What the summary and the details of a report are made of.

/// One table. The first cell of a row is its heading; the columns of `words` are texts, the others
/// numbers.
struct HtmlTable {
    std::string id;  // links lead here
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> words{};
};
Html html_table(const HtmlTable& table);

/// A chart with its legend, and where its numbers stand.
Html figure(const Html& chart, const Html& legend, std::string_view table_id,
            std::string_view table_name);

Html paragraph_of(std::string_view words, std::string_view kind = {});

BarChart work_chart(const ReportValues& values);
LineChart pain_chart(const ReportValues& values);
LineChart function_chart(const ReportValues& values);
LineChart range_chart(const RangeSeries& series);

/// The tables and longer charts behind the summary.
Html report_details(const ReportValues& values);

}  // namespace hipflow
