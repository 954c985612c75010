// SPDX-License-Identifier: MIT
#include "report/report_page.h"

#include <fmt/format.h>

#include <array>

#include "domain/names.h"
#include "report/measured_text.h"
#include "report/stats_words.h"
#include "stats/trend.h"

namespace hipflow::report {
namespace {

/// Nothing is loaded, run or sent, whatever the document may contain.
constexpr std::string_view content_policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

Html card(std::string_view question, std::string_view number, const Html& rest) {
    Html content = Html::element("h3", question);
    content += Html::element("p", {{"class", "figure"}}, Html::text(number));
    content += rest;
    return Html::element("section", {{"class", "card"}}, content).line();
}

std::string sessions_words(const DayTotals& sums) {
    return fmt::format("{}, {}", plural(sums.sessions, "session"), work_words(sums.active));
}

Html work_card(const today::ReportValues& values) {
    const DayTotals sums = stats::summed(values.days);
    Html rest;
    if (stats::work_share(sums)) {
        rest +=
            paragraph_of(fmt::format("{} of the work planned in them was done; {} of them "
                                     "count as kept.",
                                     share_words(sums.done, sums.planned), sums.kept));
    }
    if (values.plan && values.plan->planned() > 0) {
        rest += paragraph_of(fmt::format("Planned days: {}.", adherence_words(*values.plan)));
    }
    if (sums.sessions > 0) {
        rest += figure(bar_chart(work_chart(values)), Html(), "weeks", "Weeks");
    }
    return card("Keeping at it", sessions_words(sums), rest);
}

Html pain_card(const today::ReportValues& values) {
    const DayTotals sums = stats::summed(values.days);
    const auto means = stats::mean_pair(sums.pair);
    const std::string number =
        means ? fmt::format("{:.1f} before, {:.1f} after", means->before, means->after)
              : std::string("No session has both scores");
    Html rest = paragraph_of(
        means ? fmt::format("Mean of {} with both scores. 0 is no pain, 10 the worst "
                            "imaginable; down is better.",
                            plural(means->n, "session"))
              : std::string(
                    "With pain before and after, 0 to 10, a session shows whether pain changed."));
    if (sums.change.n > 0) {
        rest += paragraph_of(fmt::format("Change by a session: {}.", change_words(sums.change)));
    }
    const auto span = (values.to - values.from).count() + 1;
    std::string over_time =
        "Over time: " + trend_words(stats::trend(stats::daily_scores(values.days)), span);
    if (!over_time.ends_with('.')) over_time += '.';
    rest += paragraph_of(over_time);
    const LineChart chart = pain_chart(values);
    if (!chart.lines.empty()) {
        rest += figure(line_chart(chart), chart_legend(chart), "days", "Pain, day by day");
    }
    return card("Pain", number, rest);
}

Html function_card(const today::ReportValues& values) {
    const auto means = stats::function_means(values.function);
    if (means.empty()) {
        return card("What you can do", "Not asked yet",
                    paragraph_of("'hipflow measure function' asks about three activities."));
    }
    const auto change = stats::function_change(values.function);
    Html rest = paragraph_of(
        change ? fmt::format("{}, {}.", function_change_text(*change), asked_on_both_days(*change))
               : std::string("One test day: a change needs a second one."));
    rest += paragraph_of(function_scale_words, "quiet");
    const LineChart chart = function_chart(values);
    rest += figure(line_chart(chart), chart_legend(chart), "function", "What you can do");
    return card("What you can do", mean_on_day(means.back()), rest);
}

Html rotation_card(const today::ReportValues& values) {
    if (values.hip_rotation.empty()) {
        return card("How far the hips turn", "Not measured yet",
                    values.no_session ? Html()
                                      : paragraph_of("'hipflow measure range' takes ten minutes "
                                                     "and a phone."));
    }
    const stats::RotationSeries& series = values.hip_rotation.front();
    const stats::RotationTest& test = series.tests.back();
    const auto arc = [&](Side side) { return test.arc(side) ? arc_text(test, side) + "°" : "-"; };
    Html rest = paragraph_of(fmt::format("Both directions together, {}, on {}.", way_text(series),
                                         format_day(test.local_day)));
    Html items;
    for (const Side side : {Side::left, Side::right}) {
        for (const Rotation movement : {Rotation::internal, Rotation::external}) {
            const auto change = stats::rotation_change(series, side, movement);
            if (!change) continue;
            items += Html::element(
                "li", fmt::format("{}, {} ({}): {}", word(side), word(movement),
                                  foot_words(movement), rotation_change_text(*change)));
        }
    }
    if (items.empty()) {
        rest += paragraph_of("One test, or the two of the baseline: a change needs a later one.");
    } else {
        rest += Html::element("ul", items);
    }
    return card("How far the hips turn",
                fmt::format("left {}, right {}", arc(Side::left), arc(Side::right)), rest);
}

Html heading(const today::ReportValues& values) {
    Html html = Html::element("h1", "Hips and back: what was done, and how it felt");
    html += paragraph_of(fmt::format(
        "{} to {}{}. Made with hipflow on {}.", format_day(values.from), format_day(values.to),
        values.routine ? ", only " + *values.routine : "", format_day(values.made)));
    html += paragraph_of(
        "Everything here was recorded by the person themselves, at home. It is a description, not "
        "a diagnosis.",
        "quiet");
    return Html::element("header", html).line();
}

Html head(const today::ReportValues& values) {
    Html html = Html::lone("meta", {{"charset", "utf-8"}});
    html += Html::lone("meta", {{"http-equiv", "Content-Security-Policy"},
                                {"content", std::string(content_policy)}});
    html += Html::lone("meta",
                       {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html += Html::lone("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    html += Html::element("title", fmt::format("hipflow report, {} to {}", format_day(values.from),
                                               format_day(values.to)));
    html += Html::style_sheet(report_style());
    return Html::element("head", html).line();
}

}  // namespace

std::string report_page(const today::ReportValues& values) {
    Html cards = work_card(values);
    cards += pain_card(values);
    cards += function_card(values);
    cards += rotation_card(values);
    Html content = heading(values);
    content += Html::element("div", {{"class", "cards"}}, cards).line();
    content += report_details(values);
    Html page = head(values);
    page += Html::element("body", Html::element("main", content));
    return Html::document(Html::element("html", {{"lang", "en"}}, page));
}

}  // namespace hipflow::report
