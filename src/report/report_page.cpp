// SPDX-License-Identifier: MIT
#include "report/report_page.h"

#include <fmt/format.h>

#include <chrono>

#include "domain/names.h"
#include "report/page_words.h"

namespace hipflow::report {
namespace {

/// The day that the report was made, with its year.
std::string made_words(const today::ReportValues& values) {
    const auto year = static_cast<int>(std::chrono::year_month_day(values.made).year());
    return fmt::format("{} {}", short_day(values.made), year);
}

Html heading(const today::ReportValues& values) {
    Html html = Html::element("h1", "Hips and back: what was done, and how it felt");
    html += paragraph_of(fmt::format(
        "{}{}. Made with hipflow on {} of the person's own records: a description, not a "
        "diagnosis.",
        page_span(values.from, values.to, values.made),
        values.routine ? ", only " + *values.routine : "", made_words(values)));
    html += person_facts(values);
    return Html::element("header", html).line();
}

}  // namespace

std::string report_page(const today::ReportValues& values) {
    Html content = heading(values);
    content += first_page(values);
    content += report_details(values);
    Html page = document_head(
        fmt::format("hipflow report, {}, made on {}",
                    page_span(values.from, values.to, values.made), made_words(values)),
        report_style());
    page += Html::element("body", Html::element("main", content));
    return Html::document(Html::element("html", {{"lang", "en"}}, page));
}

}  // namespace hipflow::report
