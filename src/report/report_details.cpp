// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "report/measured_text.h"
#include "report/page_words.h"
#include "report/report_page.h"
#include "report/stats_words.h"

namespace hipflow::report {
namespace {

Html section(std::string_view title, const Html& content) {
    Html whole = Html::element("h2", title);
    whole += content;
    return Html::element("section", whole).line();
}

std::string minutes_text(Millis time) {
    return fmt::format("{}", std::chrono::round<std::chrono::minutes>(time).count());
}

std::string pair_words(const PairedScores& scores) {
    const auto means = stats::mean_pair(scores);
    if (!means) return "-";
    return fmt::format("{:.1f}, {:.1f}", means->before, means->after);
}

/// "3 of 4" kept of planned, in all plans; how many were kept where there is none.
std::string kept_words(const today::ReportValues& values, Day week, int kept) {
    return kept_in_week(values.plans, week).value_or(fmt::format("{}", kept));
}

std::vector<std::string> week_row(const today::ReportValues& values, Day week,
                                  const DayTotals& sums) {
    return {page_day(week, values.made),
            fmt::format("{}", sums.sessions),
            minutes_text(sums.active),
            minutes_text(sums.done),
            share_words(sums.done, sums.planned),
            kept_words(values, week, sums.kept),
            pair_words(sums.pair),
            fmt::format("{}", sums.pair.n)};
}

Html weeks_section(const today::ReportValues& values) {
    const bool cut = std::ranges::any_of(values.weeks, &stats::Period::part_of_week);
    HtmlTable table{
        "weeks",
        fmt::format("Weeks in which something was planned or done{}. Clock: with pauses between "
                    "sets; work: the exercises alone. {}Pain: mean before, mean after, over the n "
                    "sessions with both.",
                    cut ? "; those marked * lie only partly in the days of this report" : "",
                    values.plans.empty() ? "" : "Kept: of those planned. "),
        {"Week of", "Sessions", "Clock, min", "Work, min", "Work done", "Kept", "Pain", "n"},
        {}};
    if (values.weeks.empty()) return {};
    for (const auto& week : values.weeks) {
        auto row = week_row(values, week.from, week.sums);
        if (week.part_of_week) row.front() += '*';
        table.rows.push_back(std::move(row));
    }
    Html content;
    if (values.weeks.size() > 1) {
        content += figure(bar_chart(work_chart(values)), Html(), "weeks", "Weeks");
    }
    content += html_table(table);
    return section("Weeks", content);
}

bool has_score(const DayTotals& day) {
    return day.before.n + day.after.n + day.morning.n + day.checkin.n + day.peak.n > 0;
}

Html days_section(const today::ReportValues& values) {
    HtmlTable table{"days",
                    "Days with a score, 0 to 10; the mean where there are several. A morning score "
                    "stands with the day it follows.",
                    {"Day", "Before", "Worst in an exercise", "After", "Morning after", "Check-in"},
                    {}};
    for (const auto& day : values.days) {
        if (!has_score(day)) continue;
        table.rows.push_back({page_day(day.local_day, values.made), mean_words(day.before),
                              mean_words(day.peak), mean_words(day.after), mean_words(day.morning),
                              mean_words(day.checkin)});
    }
    if (table.rows.empty()) return {};
    return section("Pain, day by day", html_table(table));
}

Html places_section(const today::ReportValues& values) {
    HtmlTable table{
        "places",
        "Mean of the days' middle scores, 0 to 10, and on how many days. Trend: points in "
        "four weeks, where there are days enough to tell.",
        {"Place", "Before", "After", "Morning after", "Trend"},
        {}};
    for (const auto& place : values.places) {
        if (!place.place && values.places.size() == 2) continue;  // the same as its only place
        table.rows.push_back({place_words(place.place), moment_words(place.before),
                              moment_words(place.after), moment_words(place.morning),
                              slope_words(place.trend)});
    }
    if (table.rows.empty()) return {};
    Html charts;
    for (const auto& place : charted_places(values, Charted::behind_the_first)) {
        charts += pain_figure(values, place);
    }
    Html content;
    if (!charts.empty()) content += Html::element("div", {{"class", "charts"}}, charts);
    content += html_table(table);
    return section("Pain by place", content);
}

Html exercises_section(const today::ReportValues& values) {
    HtmlTable table{"exercises",
                    "Pain: the worst in the exercise compared with before the session, over the n "
                    "sessions with both.",
                    {"Exercise", "Side", "Sessions", "Work, min", "Work done", "Level", "Pain"},
                    {},
                    {1, 5}};
    for (const auto& use : values.exercises.uses) {
        table.rows.push_back({values.exercises.name(use.exercise), std::string(word(use.side)),
                              fmt::format("{}", use.sessions), minutes_text(use.done),
                              share_words(use.done, use.planned),
                              use.first_level == use.last_level
                                  ? fmt::format("{}", use.last_level)
                                  : fmt::format("{} to {}", use.first_level, use.last_level),
                              exercise_change_words(use.change)});
    }
    if (table.rows.empty()) return {};
    return section("Exercises", html_table(table));
}

/// The days as rows, so that any number of them has room; some activities as columns.
HtmlTable function_table(const today::ReportValues& values,
                         const std::vector<stats::FunctionMean>& means,
                         std::span<const stats::FunctionSeries> activities, std::size_t number) {
    HtmlTable table{number == 1 ? "function" : fmt::format("function-{}", number),
                    "Patient-Specific Functional Scale. " + std::string(function_scale_words),
                    {"Day"},
                    {}};
    for (const auto& one : activities) table.head.push_back(activity_name(one.activity));
    if (number == 1) table.head.emplace_back("Mean");
    for (const auto& mean : means) {
        std::vector<std::string> row = {page_day(mean.local_day, values.made)};
        bool any = number == 1;
        for (const auto& one : activities) {
            const auto found =
                std::ranges::find(one.scores, mean.local_day, &stats::FunctionScore::local_day);
            any = any || found != one.scores.end();
            row.push_back(found == one.scores.end() ? "-" : fmt::format("{}", found->score));
        }
        if (number == 1) row.push_back(fmt::format("{:.1f}", mean.mean));
        if (any) table.rows.push_back(std::move(row));
    }
    return table;
}

Html function_section(const today::ReportValues& values) {
    const auto means = stats::function_means(values.function);
    if (means.empty()) return {};
    const LineChart chart = function_chart(values);
    Html content;
    if (!chart.lines.empty()) {
        content += figure(line_chart(chart), chart_legend(chart), "function", "What you can do");
    }
    content += earlier_note(values, means.front().local_day, means.back().local_day);
    constexpr std::size_t most_columns = 5;
    const std::span<const stats::FunctionSeries> all = values.function;
    for (std::size_t i = 0; i < all.size(); i += most_columns) {
        const auto some = all.subspan(i, std::min(most_columns, all.size() - i));
        content += html_table(function_table(values, means, some, i / most_columns + 1));
    }
    return section("What you can do", content);
}

HtmlTable rotation_table(const stats::RotationSeries& series, std::size_t number, Day made) {
    HtmlTable table{fmt::format("range-{}", number),
                    fmt::format("{}. Degrees, mean of the trials.", way_text(series)),
                    {"Day", "Left internal", "Left external", "Left arc", "Right internal",
                     "Right external", "Right arc", "Pain"},
                    {}};
    const auto mean = [](const std::optional<stats::RotationMean>& one) {
        return one ? fmt::format("{} (n {})", score_text(one->degrees()), one->trials) : "-";
    };
    for (const auto& test : series.tests) {
        table.rows.push_back(
            {page_day(test.local_day, made), mean(test.of(Side::left, Rotation::internal)),
             mean(test.of(Side::left, Rotation::external)), arc_text(test, Side::left),
             mean(test.of(Side::right, Rotation::internal)),
             mean(test.of(Side::right, Rotation::external)), arc_text(test, Side::right),
             test.pain ? fmt::format("{}", test.pain->value()) : "-"});
    }
    return table;
}

Html rotation_section(const today::ReportValues& values) {
    Html content;
    std::size_t number = 0;
    for (const auto& series : values.hip_rotation) {
        const HtmlTable table = rotation_table(series, ++number, values.made);
        const LineChart chart = rotation_chart(series, values.made);
        content += figure(line_chart(chart), chart_legend(chart), table.id, table.caption);
        content +=
            earlier_note(values, series.tests.front().local_day, series.tests.back().local_day);
        content += html_table(table);
        for (const auto& sentence : rotation_sentences(series)) content += paragraph_of(sentence);
    }
    if (content.empty()) return {};
    return section("How far the hips turn", content);
}

Html sessions_section(const today::ReportValues& values) {
    HtmlTable table{"sessions",
                    "Newest first. Clock: with pauses between sets; work: the exercises alone.",
                    {"Day", "Time", "Routine", "Ended", "Clock, min", "Work, min", "Work done",
                     "Effort", "Note"},
                    {},
                    {2, 3, 7, 8}};
    for (const auto& session : values.sessions) {
        table.rows.push_back(
            {page_day(local_day(session.started.at, session.started.utc_offset, {}), values.made),
             format_time_of_day(session.started.at, session.started.utc_offset), session.routine,
             std::string(word(session.status)) +
                 (session.source == Source::reported ? ", as reported" : ""),
             minutes_text(session.active), minutes_text(session.done),
             share_words(session.done, session.planned),
             session.effort ? std::string(word(*session.effort)) : "-", session.note.value_or("")});
    }
    if (table.rows.empty()) return {};
    return section("Sessions", html_table(table));
}

Html signs_section(const today::ReportValues& values) {
    HtmlTable table{"signs",
                    "Signs and symptoms told, in sessions and outside of them.",
                    {"Day", "What", "Side", "In", "When", "Note"},
                    {},
                    {1, 2, 3, 4, 5}};
    for (const auto& sign : values.first.signs) {
        table.rows.push_back(
            {page_day(sign.day, values.made), capitalised(std::string(sign_words(sign.kind))),
             sign.side ? std::string(word(*sign.side)) : "-", sign.exercise.value_or("-"),
             sign.moment ? std::string(told_when(*sign.moment)) : "-", sign.note.value_or("")});
    }
    if (table.rows.empty()) return {};
    return section("Signs and symptoms", html_table(table));
}

Html stops_section(const today::ReportValues& values) {
    HtmlTable table{"stops",
                    "Exercises and sessions that were stopped because it hurt.",
                    {"Day", "Routine", "Exercise", "Side"},
                    {},
                    {1, 2, 3}};
    for (const auto& stop : values.first.stops) {
        table.rows.push_back({page_day(stop.day, values.made), stop.routine,
                              stop.exercise.value_or("the session"),
                              stop.exercise ? std::string(word(stop.side)) : "-"});
    }
    if (table.rows.empty()) return {};
    return section("Stops for pain", html_table(table));
}

Html reading_section() {
    static constexpr std::array sentences = {
        "A year is written only where it is not that of the report.",
        "A difference of one point of pain is noise; two points are what most people notice.",
        "People begin when it hurts most. Part of an early fall is to be expected without any "
        "exercise.",
        "A question without an answer counts as unknown, and is left out everywhere.",
        "Kept: at least 80 % of the planned work, or stopped for pain, or the gentler session or "
        "rest that the pain asked for.",
        "More range does not promise less pain: what one can do says more.",
    };
    Html items;
    for (const auto* sentence : sentences) items += Html::element("li", sentence);
    return section("How to read this", Html::element("ul", items));
}

}  // namespace

Html report_details(const today::ReportValues& values) {
    Html content = weeks_section(values);
    content += places_section(values);
    content += days_section(values);
    content += function_section(values);
    content += rotation_section(values);
    content += signs_section(values);
    content += stops_section(values);
    content += exercises_section(values);
    content += movements_section(values);
    content += sessions_section(values);
    content += reading_section();
    return Html::element("div", {{"class", "details"}}, content);
}

}  // namespace hipflow::report
