// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "domain/names.h"
#include "report/measured_text.h"
#include "report/page_words.h"
#include "report/report_page.h"
#include "report/stats_words.h"
#include "stats/trend.h"

namespace hipflow::report {
namespace {

constexpr std::size_t charts_on_the_first = 2;
constexpr std::size_t rows_on_the_first = 5;

int days_with_scores(const today::PlacePain& place) {
    int most = 0;
    for (const auto& mean : {place.before, place.after, place.morning}) {
        if (mean) most = std::max(most, mean->days);
    }
    return most;
}

std::string mean_sentences(const today::ReportValues& values) {
    const DayTotals sums = stats::summed(values.days);
    const auto means = stats::mean_pair(sums.pair);
    std::string text =
        means ? fmt::format("Mean of {} with both scores. ", plural(means->n, "session"))
              : std::string();
    text += "0 is no pain, 10 the worst imaginable; down is better. ";
    if (sums.change.n > 0) {
        text += fmt::format("Change by a session: {}. ", change_words(sums.change));
    }
    const stats::Trend trend = stats::trend(stats::daily_scores(values.days), values.first_scored);
    text += trend.verdict && *trend.verdict != stats::Verdict::no_clear_change
                ? fmt::format("Over time: {} points in four weeks",
                              signed_text(trend.per_four_weeks.value_or(0)))
            : trend.verdict ? std::string("Over time: no clear change")
                            : fmt::format("Over time: no verdict before {} scored days",
                                          stats::days_for_verdict);
    text += fmt::format("; scored on {} of {} days.", trend.scored_days,
                        (values.to - values.from).count() + 1);
    const auto more = charted_places(values, Charted::behind_the_first).size();
    if (more > 0) {
        text += fmt::format(" {} under \"Pain by place\".",
                            plural(more, "more place has its chart", "more places have charts"));
    }
    return text;
}

std::string change_text(double change) {
    const std::string text = signed_text(change);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

/// A change, with a star where it is large enough to count.
std::string starred(const std::string& change, stats::FunctionVerdict verdict) {
    return verdict == stats::FunctionVerdict::no_clear_change ? change : change + " *";
}

/// The days that stand above the columns of scores, where all rows have the same.
struct TestDays {
    std::optional<Day> first;
    std::optional<Day> last;
    Day made{};
};

std::string score_on(std::string score, Day day, const std::optional<Day>& above, Day made) {
    if (above == day) return score;
    return fmt::format("{} ({})", std::move(score), page_day(day, made));
}

std::vector<std::string> activity_row(const stats::FunctionSeries& one, const TestDays& days) {
    const auto& first = one.scores.front();
    const auto& last = one.scores.back();
    const std::string first_words =
        score_on(fmt::format("{}", first.score), first.local_day, days.first, days.made);
    if (one.scores.size() == 1) {
        return {activity_name(one.activity), first_words, "-", "-", "3"};
    }
    const int change = last.score - first.score;
    return {activity_name(one.activity), first_words,
            score_on(fmt::format("{}", last.score), last.local_day, days.last, days.made),
            starred(change_text(change), stats::activity_verdict(change)), "3"};
}

std::vector<std::string> mean_row(const stats::FunctionChange& change, const TestDays& days) {
    return {fmt::format("Mean of {}", change.activities),
            score_on(fmt::format("{:.1f}", change.before()), change.from, days.first, days.made),
            score_on(fmt::format("{:.1f}", change.after()), change.to, days.last, days.made),
            starred(signed_text(change.change()), stats::function_verdict(change.change())), "2"};
}

/// Activities that the first page has room for: those still in use.
std::vector<stats::FunctionSeries> shown_activities(const today::ReportValues& values) {
    std::vector<stats::FunctionSeries> all;
    for (const auto& one : values.function) {
        if (one.scores.empty() || one.activity.to_day) continue;
        if (all.size() < rows_on_the_first) all.push_back(one);
    }
    return all;
}

TestDays test_days(const std::vector<stats::FunctionSeries>& shown, Day made) {
    TestDays days{shown.front().scores.front().local_day, shown.front().scores.back().local_day,
                  made};
    for (const auto& one : shown) {
        if (one.scores.front().local_day != days.first) days.first.reset();
        if (one.scores.size() > 1 && one.scores.back().local_day != days.last) days.last.reset();
    }
    if (days.last == days.first) days.last.reset();
    return days;
}

std::string degrees_text(double degrees) { return score_text(degrees) + "°"; }

/// What a side had at first, has now, and by how much that differs: a star where it is more than
/// the error.
std::array<std::string, 3> side_cells(const stats::RotationSeries& series, Side side,
                                      Rotation movement) {
    const auto& now = series.tests.back().of(side, movement);
    const auto change = stats::rotation_change(series, side, movement);
    if (now && change) {
        return {degrees_text(now->degrees() - change->degrees), degrees_text(now->degrees()),
                change_text(change->degrees) + "°" + (change->beyond_error ? " *" : "")};
    }
    const auto& first = series.tests.front().of(side, movement);
    return {first ? degrees_text(first->degrees()) : "-", now ? degrees_text(now->degrees()) : "-",
            "-"};
}

bool is_starred(const HtmlTable& table) {
    return std::ranges::any_of(table.rows, [](const auto& row) {
        return std::ranges::any_of(row, [](const auto& cell) { return cell.ends_with(" *"); });
    });
}

/// What a star says, or that no change has one.
std::string error_words(const stats::RotationError& error, bool starred) {
    const std::string_view what = starred ? "* More than" : "No change is more than";
    if (error.sem) {
        return fmt::format(
            "{} the person's own measurement error of {:.1f}° (standard error {:.1f}°).", what,
            error.degrees, *error.sem);
    }
    return fmt::format("{} {:.0f}°, the usual measurement error; their own is not known.", what,
                       error.degrees);
}

std::vector<stats::ExerciseUse> hurting_most(const std::vector<stats::ExerciseUse>& uses) {
    std::vector<stats::ExerciseUse> hurt;
    std::ranges::copy_if(uses, std::back_inserter(hurt), [](const stats::ExerciseUse& use) {
        return use.change.n > 0 && use.change.sum > 0;
    });
    std::ranges::stable_sort(hurt, [](const auto& a, const auto& b) {
        const auto left = static_cast<long>(a.change.sum) * b.change.n;
        const auto right = static_cast<long>(b.change.sum) * a.change.n;
        return left != right ? left > right : a.change.n > b.change.n;
    });
    constexpr std::size_t most = 3;
    if (hurt.size() > most) hurt.resize(most);
    return hurt;
}

}  // namespace

std::vector<std::optional<stats::PainPlace>> charted_places(const today::ReportValues& values,
                                                            Charted where) {
    std::vector<today::PlacePain> all;
    std::ranges::copy_if(values.places, std::back_inserter(all),
                         [](const today::PlacePain& place) { return place.place.has_value(); });
    if (all.empty()) all = values.places;
    std::ranges::stable_sort(all, std::ranges::greater{}, days_with_scores);
    std::vector<std::optional<stats::PainPlace>> places;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool on_the_first = i < charts_on_the_first;
        if (on_the_first == (where == Charted::on_the_first)) places.push_back(all[i].place);
    }
    return places;
}

Html earlier_note(const today::ReportValues& values, Day first, Day last) {
    if (first >= values.from) return {};
    return paragraph_of(last < values.from
                            ? "Measured before the days of this report, not in them."
                            : "The first is from before the days of this report, to compare with.",
                        "quiet");
}

Html pain_figure(const today::ReportValues& values, const std::optional<stats::PainPlace>& place) {
    const LineChart chart = pain_chart(values, place);
    if (chart.lines.empty()) return {};
    return figure(line_chart(chart), chart_legend(chart), "days", "Pain, day by day");
}

Html pain_part(const today::ReportValues& values) {
    const auto means = stats::mean_pair(stats::summed(values.days).pair);
    Html content =
        paragraph_of(means ? fmt::format("{:.1f} before, {:.1f} after", means->before, means->after)
                           : std::string("No session has both scores"),
                     "figure");
    content += paragraph_of(mean_sentences(values));
    Html charts;
    const auto places = charted_places(values, Charted::on_the_first);
    for (const auto& place : places) charts += pain_figure(values, place);
    if (charts.empty()) return first_part("Pain", content, "whole");
    const Html drawn = Html::element("div", {{"class", "charts"}}, charts);
    if (places.size() > 1) {
        content += drawn;
        return first_part("Pain", content, "whole");
    }
    // One chart alone would leave half of the sheet empty: the words stand beside it.
    Html both = Html::element("div", content);
    both += drawn;
    return first_part("Pain", Html::element("div", {{"class", "beside"}}, both), "whole");
}

Html function_part(const today::ReportValues& values) {
    constexpr std::string_view title = "What you can do";
    const auto shown = shown_activities(values);
    const auto scored =
        std::ranges::count_if(values.function, [](const auto& one) { return !one.scores.empty(); });
    if (shown.empty()) {
        return first_part(
            title, paragraph_of(scored > 0 ? "Every activity that was asked has been dropped."
                                           : "Not asked yet."));
    }
    const TestDays days = test_days(shown, values.made);
    const auto above = [&](std::string_view name, const std::optional<Day>& day) {
        return day ? page_day(*day, values.made) : std::string(name);
    };
    HtmlTable table{
        "first-function",
        "0: unable to do it, 10: as well as before; up is better. A change counts from the number "
        "in the last column on",
        {"Activity", above("First", days.first), above("Last", days.last), "Change", "Counts from"},
        {}};
    for (const auto& one : shown) table.rows.push_back(activity_row(one, days));
    if (const auto change = stats::function_change(values.function)) {
        table.rows.push_back(mean_row(*change, days));
    }
    table.caption += is_starred(table) ? "; such a change has a star." : ".";
    Html content = html_table(table);
    const auto means = stats::function_means(shown);
    content += earlier_note(values, means.front().local_day, means.back().local_day);
    const auto more = scored - static_cast<std::ptrdiff_t>(shown.size());
    if (more > 0) {
        content += paragraph_of(fmt::format("{} in the tables.", plural(more, "more activity is",
                                                                        "more activities are")),
                                "quiet");
    }
    return first_part(title, content);
}

Html rotation_part(const today::ReportValues& values) {
    constexpr std::string_view title = "How far the hips turn";
    if (values.hip_rotation.empty()) return first_part(title, paragraph_of("Not measured yet."));
    const stats::RotationSeries& series = values.hip_rotation.front();
    const Day first = series.tests.front().local_day;
    const Day last = series.tests.back().local_day;
    HtmlTable table{
        "first-range",
        fmt::format("Hip rotation, {}: {}.", way_text(series), page_span(first, last, values.made)),
        {"Turn", "Left first", "last", "change", "Right first", "last", "change"},
        {}};
    for (const Rotation movement : {Rotation::internal, Rotation::external}) {
        std::vector<std::string> row = {
            fmt::format("{} ({})", capitalised(std::string(word(movement))), foot_words(movement))};
        for (const Side side : {Side::left, Side::right}) {
            for (const auto& cell : side_cells(series, side, movement)) row.push_back(cell);
        }
        table.rows.push_back(std::move(row));
    }
    Html content = html_table(table);
    std::string words = series.tests.size() == 1
                            ? "One test: a change needs a later one."
                            : error_words(stats::rotation_error(series), is_starred(table));
    if (series.tests.back().pain) {
        words +=
            fmt::format(" Pain at the last test: {} of 10.", series.tests.back().pain->value());
    }
    content += paragraph_of(words);
    content += earlier_note(values, first, last);
    return first_part(title, content);
}

namespace {

/// The scores told in exercises, where nothing can be said of how much that was more than before.
HtmlTable peaks_table(const today::ReportValues& values) {
    constexpr std::size_t most = 3;
    HtmlTable table{"first-hurting",
                    "Pain: the worst that was told in the exercise, 0 to 10, of n scores.",
                    {"Exercise", "Side", "Pain", "n"},
                    {},
                    {1}};
    for (const auto& peak : values.first.peaks) {
        if (table.rows.size() == most || peak.highest.value() == 0) break;  // the highest first
        table.rows.push_back({peak.exercise, peak.side ? std::string(word(*peak.side)) : "-",
                              fmt::format("{}", peak.highest.value()),
                              fmt::format("{}", peak.times)});
    }
    return table;
}

}  // namespace

Html hurting_part(const today::ReportValues& values) {
    HtmlTable table{"first-hurting",
                    "Pain: the worst in the exercise less that before, mean of n sessions.",
                    {"Exercise", "Side", "Pain", "n"},
                    {},
                    {1}};
    for (const auto& use : hurting_most(values.exercises.uses)) {
        table.rows.push_back({values.exercises.name(use.exercise), std::string(word(use.side)),
                              signed_text(static_cast<double>(use.change.sum) / use.change.n),
                              fmt::format("{}{}", use.change.n,
                                          use.change.n < stats::fewest_for_mean ? ", few" : "")});
    }
    if (!table.rows.empty()) return first_part("Exercises that hurt most", html_table(table));
    const bool asked = std::ranges::any_of(values.exercises.uses,
                                           [](const auto& use) { return use.change.n > 0; });
    if (asked) {
        return first_part(
            "Exercises that hurt most",
            paragraph_of("None hurt more than the start of its session, on average."));
    }
    const HtmlTable peaks = peaks_table(values);
    if (!peaks.rows.empty()) return first_part("Exercises that hurt most", html_table(peaks));
    return first_part(
        "Exercises that hurt most",
        paragraph_of(values.first.peaks.empty() ? "Not told of any exercise."
                                                : "No pain was told in any exercise."));
}

}  // namespace hipflow::report
