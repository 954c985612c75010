// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/function_text.h"
#include "report/range_text.h"
#include "report/report_parts.h"
#include "report/stats_screen.h"
#include "report/stats_views.h"
#include "report/sum_words.h"

namespace hipflow {
namespace {

Html section(std::string_view title, const Html& content) {
    Html whole = Html::element("h2", title);
    whole += content;
    return Html::element("section", whole).line();
}

std::string pair_words(const PairedScores& scores) {
    const auto means = mean_pair(scores);
    if (!means) return "-";
    return fmt::format("{:.1f}, {:.1f}", means->before, means->after);
}

Html weeks_section(const ReportValues& values) {
    HtmlTable table{"weeks",
                    "Weeks in which something was done. Pain: mean before, mean after, over the n "
                    "sessions with both.",
                    {"Week of", "Sessions", "Minutes", "Work done", "Kept", "Pain", "n"},
                    {}};
    for (const auto& week : by_week(values.days, values.week_starts)) {
        const DayTotals& sums = week.sums;
        table.rows.push_back(
            {format_day(week.from), fmt::format("{}", sums.sessions),
             fmt::format("{}", std::chrono::round<std::chrono::minutes>(sums.active).count()),
             share_words(sums), fmt::format("{}", sums.kept), pair_words(sums.pair),
             fmt::format("{}", sums.pair.n)});
    }
    return section("Weeks", html_table(table));
}

bool has_score(const DayTotals& day) {
    return day.before.n + day.after.n + day.morning.n + day.checkin.n + day.peak.n > 0;
}

Html days_section(const ReportValues& values) {
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

Html places_section(const ReportValues& values) {
    HtmlTable table{"places",
                    "Mean of the days' middle scores, and on how many days. Trend: points in four "
                    "weeks, where there are days enough to tell.",
                    {"Place", "Before", "After", "Morning after", "Trend"},
                    {}};
    for (const auto& place : values.places) {
        if (!place.place && values.places.size() == 2) continue;  // it says what its one place says
        table.rows.push_back({place_words(place.place), moment_words(place.before),
                              moment_words(place.after), moment_words(place.morning),
                              verdict_words(place.trend)});
    }
    if (table.rows.empty()) return {};
    return section("Pain by place", html_table(table));
}

Html exercises_section(const ReportValues& values) {
    HtmlTable table{"exercises",
                    "Pain: at its worst in the exercise, against before the session, over the n "
                    "sessions in which both are known.",
                    {"Exercise", "Side", "Sessions", "Minutes", "Work done", "Level", "Pain"},
                    {},
                    {1, 5}};
    for (const auto& use : values.exercises.uses) {
        DayTotals work;
        work.planned = use.planned;
        work.done = use.done;
        table.rows.push_back(
            {values.exercises.name(use.exercise), std::string(word(use.side)),
             fmt::format("{}", use.sessions),
             fmt::format("{}", std::chrono::round<std::chrono::minutes>(use.done).count()),
             share_words(work),
             use.first_level == use.last_level
                 ? fmt::format("{}", use.last_level)
                 : fmt::format("{} to {}", use.first_level, use.last_level),
             exercise_change_words(use.change)});
    }
    if (table.rows.empty()) return {};
    return section("Exercises", html_table(table));
}

Html function_section(const ReportValues& values) {
    const auto means = function_means(values.function);
    if (means.empty()) return {};
    HtmlTable table{"function",
                    "Patient-Specific Functional Scale. " + std::string(function_scale_words),
                    {"Activity"},
                    {}};
    for (const auto& mean : means) table.head.push_back(format_day(mean.local_day));
    for (const auto& one : values.function) {
        std::vector<std::string> row = {one.activity.text +
                                        (one.activity.to_day ? " (dropped)" : "")};
        for (const auto& mean : means) {
            const auto found =
                std::ranges::find(one.scores, mean.local_day, &FunctionScore::local_day);
            row.push_back(found == one.scores.end() ? "-" : fmt::format("{}", found->score));
        }
        table.rows.push_back(std::move(row));
    }
    std::vector<std::string> row = {"Mean"};
    for (const auto& mean : means) row.push_back(fmt::format("{:.1f}", mean.mean));
    table.rows.push_back(std::move(row));
    return section("What one can do", html_table(table));
}

HtmlTable range_table(const RangeSeries& series, std::size_t number) {
    HtmlTable table{fmt::format("range-{}", number),
                    fmt::format("{}. Degrees, mean of the trials.", way_text(series)),
                    {"Day", "Left internal", "Left external", "Left arc", "Right internal",
                     "Right external", "Right arc", "Pain"},
                    {}};
    const auto mean = [](const std::optional<RangeMean>& one) {
        return one ? fmt::format("{} (n {})", degree_text(one->degrees()), one->trials) : "-";
    };
    const auto arc = [](const std::optional<double>& degrees) {
        return degrees ? degree_text(*degrees) : std::string("-");
    };
    for (const auto& test : series.tests) {
        table.rows.push_back(
            {format_day(test.local_day), mean(test.of(Side::left, Rotation::internal)),
             mean(test.of(Side::left, Rotation::external)), arc(test.arc(Side::left)),
             mean(test.of(Side::right, Rotation::internal)),
             mean(test.of(Side::right, Rotation::external)), arc(test.arc(Side::right)),
             test.pain ? fmt::format("{}", test.pain->value()) : "-"});
    }
    return table;
}

Html range_section(const ReportValues& values) {
    Html content;
    std::size_t number = 0;
    for (const auto& series : values.hip_rotation) {
        const HtmlTable table = range_table(series, ++number);
        const LineChart chart = range_chart(series);
        content += figure(line_chart(chart), chart_legend(chart), table.id, table.caption);
        content += html_table(table);
        for (const auto& sentence : range_sentences(series)) content += paragraph_of(sentence);
    }
    if (content.empty()) return {};
    return section("How far the hips turn", content);
}

Html sessions_section(const ReportValues& values) {
    HtmlTable table{"sessions",
                    "Newest first.",
                    {"Day", "Time", "Routine", "Ended", "Minutes", "Work done", "Effort", "Note"},
                    {},
                    {2, 3, 6, 7}};
    for (const auto& session : values.sessions) {
        DayTotals work;
        work.planned = session.planned;
        work.done = session.done;
        table.rows.push_back(
            {format_day(session.started.local_day),
             format_time_of_day(session.started.at, session.started.utc_offset), session.routine,
             std::string(word(session.status)) +
                 (session.source == Source::reported ? ", as reported" : ""),
             fmt::format("{}", std::chrono::round<std::chrono::minutes>(session.active).count()),
             share_words(work), session.effort ? std::string(word(*session.effort)) : "-",
             session.note.value_or("")});
    }
    if (table.rows.empty()) return {};
    return section("Sessions", html_table(table));
}

Html reading_section() {
    static constexpr std::array sentences = {
        "A difference of one point of pain is noise; two points are what most people notice.",
        "People begin when it hurts most. Part of an early fall is to be expected without any "
        "exercise.",
        "What is not answered is not known, and counts nowhere.",
        "Kept: at least 80 % of the planned work, or stopped for pain, or the gentler session or "
        "rest that the pain asked for.",
        "More range does not promise less pain: what one can do says more.",
    };
    Html items;
    for (const auto* sentence : sentences) items += Html::element("li", sentence);
    return section("How to read this", Html::element("ul", items));
}

}  // namespace

Html report_details(const ReportValues& values) {
    Html content = weeks_section(values);
    content += places_section(values);
    content += days_section(values);
    content += function_section(values);
    content += range_section(values);
    content += exercises_section(values);
    content += sessions_section(values);
    content += reading_section();
    return Html::element("div", {{"class", "details"}}, content);
}

}  // namespace hipflow
