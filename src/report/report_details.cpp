// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/measured_text.h"
#include "report/report_page.h"
#include "report/stats_words.h"

namespace hipflow::report {
namespace {

double minutes(Millis time) { return std::chrono::duration<double, std::ratio<60>>(time).count(); }

/// Adds a day's mean, if it has one. A gap of more than two weeks breaks the line.
void add_point(ChartLine& line, Day day, const ScoreSum& scores) {
    if (scores.n == 0) return;
    const bool begins =
        !line.points.empty() && day - line.points.back().day > std::chrono::days(14);
    line.points.push_back({day, static_cast<double>(scores.sum) / scores.n, begins});
}

constexpr double usual_most_degrees = 60;

ChartLine rotation_line(const stats::RotationSeries& series, Side side, Rotation movement) {
    ChartLine line{fmt::format("{}, {}", word(side), word(movement)), {}, true, true};
    for (const auto& test : series.tests) {
        const auto& mean = test.of(side, movement);
        if (mean) line.points.push_back({test.local_day, mean->degrees(), false});
    }
    return line;
}

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

Html weeks_section(const today::ReportValues& values) {
    HtmlTable table{"weeks",
                    "Weeks in which something was done. Pain: mean before, mean after, over the n "
                    "sessions with both.",
                    {"Week of", "Sessions", "Minutes", "Work done", "Kept", "Pain", "n"},
                    {}};
    for (const auto& week : stats::by_week(values.days, values.week_starts)) {
        const DayTotals& sums = week.sums;
        table.rows.push_back({format_day(week.from), fmt::format("{}", sums.sessions),
                              minutes_text(sums.active), share_words(sums.done, sums.planned),
                              fmt::format("{}", sums.kept), pair_words(sums.pair),
                              fmt::format("{}", sums.pair.n)});
    }
    return section("Weeks", html_table(table));
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
        table.rows.push_back({format_day(day.local_day), mean_words(day.before),
                              mean_words(day.peak), mean_words(day.after), mean_words(day.morning),
                              mean_words(day.checkin)});
    }
    if (table.rows.empty()) return {};
    return section("Pain, day by day", html_table(table));
}

Html places_section(const today::ReportValues& values) {
    HtmlTable table{"places",
                    "Mean of the days' middle scores, and on how many days. Trend: points in four "
                    "weeks, where there are days enough to tell.",
                    {"Place", "Before", "After", "Morning after", "Trend"},
                    {}};
    for (const auto& place : values.places) {
        if (!place.place && values.places.size() == 2) continue;  // the same as its only place
        table.rows.push_back({place_words(place.place), moment_words(place.before),
                              moment_words(place.after), moment_words(place.morning),
                              slope_words(place.trend)});
    }
    if (table.rows.empty()) return {};
    return section("Pain by place", html_table(table));
}

Html exercises_section(const today::ReportValues& values) {
    HtmlTable table{"exercises",
                    "Pain: the worst in the exercise compared with before the session, over the n "
                    "sessions with both.",
                    {"Exercise", "Side", "Sessions", "Minutes", "Work done", "Level", "Pain"},
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

Html function_section(const today::ReportValues& values) {
    const auto means = stats::function_means(values.function);
    if (means.empty()) return {};
    HtmlTable table{"function",
                    "Patient-Specific Functional Scale. " + std::string(function_scale_words),
                    {"Activity"},
                    {}};
    for (const auto& mean : means) table.head.push_back(format_day(mean.local_day));
    for (const auto& one : values.function) {
        std::vector<std::string> row = {activity_name(one.activity)};
        for (const auto& mean : means) {
            const auto found =
                std::ranges::find(one.scores, mean.local_day, &stats::FunctionScore::local_day);
            row.push_back(found == one.scores.end() ? "-" : fmt::format("{}", found->score));
        }
        table.rows.push_back(std::move(row));
    }
    std::vector<std::string> row = {"Mean"};
    for (const auto& mean : means) row.push_back(fmt::format("{:.1f}", mean.mean));
    table.rows.push_back(std::move(row));
    return section("What you can do", html_table(table));
}

HtmlTable rotation_table(const stats::RotationSeries& series, std::size_t number) {
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
            {format_day(test.local_day), mean(test.of(Side::left, Rotation::internal)),
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
        const HtmlTable table = rotation_table(series, ++number);
        const LineChart chart = rotation_chart(series);
        content += figure(line_chart(chart), chart_legend(chart), table.id, table.caption);
        content += html_table(table);
        for (const auto& sentence : rotation_sentences(series)) content += paragraph_of(sentence);
    }
    if (content.empty()) return {};
    return section("How far the hips turn", content);
}

Html sessions_section(const today::ReportValues& values) {
    HtmlTable table{"sessions",
                    "Newest first.",
                    {"Day", "Time", "Routine", "Ended", "Minutes", "Work done", "Effort", "Note"},
                    {},
                    {2, 3, 6, 7}};
    for (const auto& session : values.sessions) {
        table.rows.push_back(
            {format_day(session.started.local_day),
             format_time_of_day(session.started.at, session.started.utc_offset), session.routine,
             std::string(word(session.status)) +
                 (session.source == Source::reported ? ", as reported" : ""),
             minutes_text(session.active), share_words(session.done, session.planned),
             session.effort ? std::string(word(*session.effort)) : "-", session.note.value_or("")});
    }
    if (table.rows.empty()) return {};
    return section("Sessions", html_table(table));
}

Html reading_section() {
    static constexpr std::array sentences = {
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

BarChart work_chart(const today::ReportValues& values) {
    BarChart chart{"Minutes of each week", {}};
    const auto weeks = stats::by_week(values.days, values.week_starts);
    if (weeks.empty()) return chart;
    // Weeks without a session are part of the picture.
    auto week = weeks.begin();
    for (Day from = weeks.front().from; from <= weeks.back().from; from += std::chrono::days(7)) {
        const bool known = week != weeks.end() && week->from == from;
        const std::chrono::year_month_day date(from);
        chart.bars.push_back({fmt::format("{:02}-{:02}", static_cast<unsigned>(date.month()),
                                          static_cast<unsigned>(date.day())),
                              known ? minutes(week->sums.active) : 0, 0});
        if (known) ++week;
    }
    return chart;
}

LineChart pain_chart(const today::ReportValues& values) {
    LineChart chart{"Pain before and after the sessions of each day, 0 to 10; down is better",
                    values.from,
                    values.to,
                    0,
                    10,
                    5,
                    {}};
    ChartLine before{"before", {}, true, true};
    ChartLine after{"after", {}, true, true};
    for (const auto& day : values.days) {
        add_point(before, day.local_day, day.before);
        add_point(after, day.local_day, day.after);
    }
    for (auto* line : {&before, &after}) {
        if (!line->points.empty()) chart.lines.push_back(std::move(*line));
    }
    return chart;
}

LineChart function_chart(const today::ReportValues& values) {
    const auto means = stats::function_means(values.function);
    LineChart chart{"How well each activity goes, 0 unable to 10 as well as before; up is better",
                    means.front().local_day,
                    means.back().local_day,
                    0,
                    10,
                    5,
                    {}};
    constexpr std::size_t most_lines = 5;
    for (const auto& one : values.function) {
        if (one.activity.to_day || one.scores.empty() || chart.lines.size() == most_lines) continue;
        ChartLine line{one.activity.text, {}, true, true};
        for (const auto& score : one.scores) {
            line.points.push_back({score.local_day, static_cast<double>(score.score), false});
        }
        chart.lines.push_back(std::move(line));
    }
    return chart;
}

LineChart rotation_chart(const stats::RotationSeries& series) {
    LineChart chart{"Hip rotation range in degrees; up is more range",
                    series.tests.front().local_day,
                    series.tests.back().local_day,
                    0,
                    usual_most_degrees,
                    20,
                    {},
                    ChartWidth::whole};
    for (const Side side : {Side::left, Side::right}) {
        for (const Rotation movement : {Rotation::internal, Rotation::external}) {
            ChartLine line = rotation_line(series, side, movement);
            const bool high = std::ranges::any_of(
                line.points, [](const auto& point) { return point.value > usual_most_degrees; });
            if (high) chart.most = 90;
            if (!line.points.empty()) chart.lines.push_back(std::move(line));
        }
    }
    return chart;
}

Html report_details(const today::ReportValues& values) {
    Html content = weeks_section(values);
    content += places_section(values);
    content += days_section(values);
    content += function_section(values);
    content += rotation_section(values);
    content += exercises_section(values);
    content += movements_section(values);
    content += sessions_section(values);
    content += reading_section();
    return Html::element("div", {{"class", "details"}}, content);
}

}  // namespace hipflow::report
