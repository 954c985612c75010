// SPDX-License-Identifier: MIT
#include "report/stats_views.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "domain/names.h"
#include "report/charts.h"
#include "report/stats_words.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

std::string view_heading(const std::string& what, Day from, Day to, const Style& style) {
    return style.heading(fmt::format("{}, {} to {}", what, format_day(from), format_day(to))) +
           "\n\n";
}

std::string count(int n) { return n == 0 ? "-" : fmt::format("{}", n); }

std::string note(std::string_view text, const Style& style) {
    return '\n' + paragraph(text, std::max(style.columns, 40));
}

std::vector<std::string> session_row(const std::string& name, const std::string& kept,
                                     const stats::SessionCounts& counts, const Style& style) {
    const double done = counts.planned == Millis{0}
                            ? 0
                            : static_cast<double>(counts.done.count()) /
                                  static_cast<double>(counts.planned.count());
    return {name,
            kept,
            count(counts.sessions),
            work_words(counts.done),
            share_words(counts.done, counts.planned),
            bar(done, 10, style),
            count(counts.sessions - counts.completed),
            count(counts.stopped_for_pain),
            count(counts.sessions - counts.timed),
            fmt::format("{} {} {}", counts.easy, counts.ok, counts.hard)};
}

}  // namespace

std::string sessions_view(const today::SessionsView& view, const Style& style) {
    Rows rows = {{"week of", "kept", "sessions", "work", "done", "", "partial", "for pain",
                  "typed in", "easy ok hard"}};
    for (const auto& week : view.weeks) {
        const std::string name = format_day(week.from) + (week.part_of_week ? "*" : "");
        rows.push_back(session_row(name, kept_in_week(view.plans, week.from).value_or("-"),
                                   week.counts, style));
    }
    rows.push_back(session_row("in all", "", view.all, style));
    std::string text = view_heading("Sessions", view.from, view.to, style);
    text += table(rows,
                  {{Align::left},
                   {Align::right},
                   {Align::right},
                   {Align::right},
                   {Align::right, 6},
                   {Align::left, 5},
                   {Align::right, 4},
                   {Align::right, 3},
                   {Align::right, 2},
                   {Align::left, 1}},
                  style.columns, 1);
    text += note(
        "Kept: of the planned ones. Done: of the work of the sessions begun. For pain: "
        "stopped because it hurt, which keeps the plan.",
        style);
    if (std::ranges::any_of(view.weeks, &stats::CountedPeriod::part_of_week)) {
        text += note("*: only a part of this week lies in these days.", style);
    }
    if (view.all.rested > 0) {
        text += note(fmt::format("Rest that the pain asked for: {}. It keeps the plan too.",
                                 view.all.rested),
                     style);
    }
    return text;
}

namespace {

/// The scores of one span of days, each day by its median.
struct ScoreSpan {
    Day from{};
    std::vector<Dot> dots;
};

/// By week, or by month if there are more weeks than a screen has lines.
std::vector<ScoreSpan> score_spans(const today::PainView& view) {
    constexpr int most_weeks = 27;
    const bool by_month = (view.to - view.from).count() / 7 > most_weeks;
    const auto begin_of = [&](Day day) {
        const std::chrono::year_month_day date(day);
        return by_month ? Day(date.year() / date.month() / 1) : week_of(day, view.week_starts);
    };
    std::vector<ScoreSpan> all;
    Day last_day{};
    for (const auto& day : view.days) {
        if (day.place || (day.moment != Moment::before && day.moment != Moment::checkin)) continue;
        if (!all.empty() && last_day == day.local_day) continue;  // a check-in beside it
        last_day = day.local_day;
        if (all.empty() || all.back().from != begin_of(day.local_day)) {
            all.push_back({begin_of(day.local_day), {}});
        }
        all.back().dots.push_back({day.median, day.late == day.n});
    }
    return all;
}

std::string distributions(const today::PainView& view, const Style& style) {
    constexpr int day_columns = 12;
    constexpr int number_columns = 26;
    constexpr int narrowest_axis = 11;
    const bool beside = style.columns >= day_columns + narrowest_axis + number_columns;
    const int room = style.columns - day_columns - (beside ? number_columns : 0);
    const int axis = std::clamp(room, narrowest_axis, 51);
    std::string text = padded("from", day_columns) + score_axis(axis) + '\n';
    for (const auto& span : score_spans(view)) {
        std::vector<double> scores;
        scores.reserve(span.dots.size());
        for (const auto& dot : span.dots) scores.push_back(dot.score);
        const std::string chart = distribution(span.dots, axis, style);
        text += padded(format_day(span.from), day_columns);
        text += beside ? padded(chart, axis) + "  " : chart + '\n' + padded("", day_columns);
        text += numbers_of(scores) + '\n';
    }
    return text;
}

std::string legend(const today::PainView& view, const Style& style) {
    int n = 0;
    int late = 0;
    for (const auto& day : view.days) {
        if (!day.place) {
            n += day.n;
            late += day.late;
        }
    }
    return fmt::format(
        "{} the middle score, {} the middle half; fewer than five days: {} a day, {} "
        "entered late. {} of {} answers were entered late.",
        style.unicode ? "█" : "|", style.unicode ? "▐▌" : "[]", style.unicode ? "●" : "*",
        style.unicode ? "○" : "o", late, n);
}

}  // namespace

std::string pain_view(const today::PainView& view, const Style& style) {
    const long days = (view.to - view.from).count() + 1;
    std::string text = view_heading("Pain", view.from, view.to, style);
    text += paragraph("Before sessions, else as checked in; of several places the highest:",
                      style.columns);
    text += distributions(view, style);
    text += note(legend(view, style), style) + '\n';
    if (!view.line.empty()) {
        std::vector<std::optional<double>> marks;
        marks.reserve(view.line.size());
        const auto most = static_cast<std::size_t>(std::max(10, style.columns - 16));
        for (const auto& point : view.line) marks.emplace_back(point.value);
        if (marks.size() > most) {
            marks.erase(marks.begin(), marks.end() - static_cast<long>(most));
        }
        text += fmt::format("smoothed      {}\n              n {}, now {:.1f}\n\n",
                            sparkline(marks, style), view.line.size(), view.line.back().value);
    }
    Rows rows = {{"place", "before", "after", "morning after", "trend"}};
    for (const auto& place : view.places) {
        rows.push_back({place_words(place.place), moment_words(place.before),
                        moment_words(place.after), moment_words(place.morning),
                        slope_words(place.trend)});
    }
    text += table(
        rows, {{Align::left}, {Align::left, 3}, {Align::left, 1}, {Align::left, 2}, {Align::left}},
        style.columns, 1);
    text += note("In a session: " + change_words(view.change) + '.', style);
    if (!view.places.empty()) {
        text += note("All places: " + trend_words(view.places.front().trend, days), style);
    }
    return text;
}

namespace {

std::string rung_text(const stats::ExerciseUse& use, const Style& style) {
    if (use.first_level == use.last_level) return fmt::format("{}", use.last_level);
    return fmt::format("{} {} {}", use.first_level, style.unicode ? "→" : "->", use.last_level);
}

std::string tolerance_words(const today::ExercisesView& view) {
    const auto named = [&](const stats::ExerciseChange& exercise) {
        return fmt::format("{}{}{}", view.name(exercise.exercise),
                           exercise.side == Side::both ? "" : ", ",
                           exercise.side == Side::both ? "" : word(exercise.side));
    };
    if (!view.tolerance.best || !view.tolerance.worst) return "No exercise stands out for pain.";
    const auto alike = [](int others) {
        return others == 0 ? "" : fmt::format(" (and {} just the same)", plural(others, "other"));
    };
    std::string text = fmt::format("{}{} went best, {}{} worst.", named(*view.tolerance.best),
                                   alike(view.tolerance.best_too), named(*view.tolerance.worst),
                                   alike(view.tolerance.worst_too));
    if (stats::few(*view.tolerance.best) || stats::few(*view.tolerance.worst)) {
        text += fmt::format(" Below {} sessions that is mostly chance.", stats::fewest_for_mean);
    }
    return text;
}

}  // namespace

std::string exercises_view(const today::ExercisesView& view, const Style& style) {
    Rows rows = {{"exercise", "side", "sessions", "work", "pain", "level", "done"}};
    const bool any_load =
        std::ranges::any_of(view.uses, [](const auto& use) { return use.load.has_value(); });
    if (any_load) rows.front().emplace_back("last load");
    std::string last;
    for (const auto& use : view.uses) {
        rows.push_back({use.exercise == last ? "" : view.name(use.exercise),
                        std::string(word(use.side)), count(use.sessions), work_words(use.done),
                        exercise_change_words(use.change), rung_text(use, style),
                        share_words(use.done, use.planned)});
        if (any_load) rows.back().push_back(use.load.value_or(""));
        last = use.exercise;
    }
    std::string text = view_heading("Exercises", view.from, view.to, style);
    std::vector<Column> columns = {{Align::left},     {Align::left},  {Align::right, 4},
                                   {Align::right, 3}, {Align::right}, {Align::left, 2},
                                   {Align::right, 1}};
    if (any_load) columns.emplace_back();
    text += table(rows, columns, style.columns, 1);
    text += note(
        "Pain: the worst in the exercise compared with before the session, where both were "
        "answered. " +
            tolerance_words(view),
        style);
    const stats::SideWork work = stats::side_work(view.uses);
    if (work.left + work.right > Millis{0}) {
        text += note(fmt::format("Left {}, right {} of work on one side at a time.",
                                 work_words(work.left), work_words(work.right)),
                     style);
    }
    return text;
}

namespace {

std::string mean_of(const ScoreSum& scores) {
    return scores.n == 0 ? "-" : score_text(static_cast<double>(scores.sum) / scores.n);
}

/// `checkins`: whether there is a column for scores outside of sessions and mornings.
std::vector<std::string> day_row(const std::string& name, const std::string& mark,
                                 const DayTotals& day, bool checkins) {
    std::vector<std::string> row = {name,
                                    mark,
                                    count(day.sessions),
                                    work_words(day.done),
                                    share_words(day.done, day.planned),
                                    mean_of(day.before),
                                    mean_of(day.after),
                                    mean_of(day.morning)};
    if (checkins) row.push_back(mean_of(day.checkin));
    return row;
}

/// Returns whether the marks of the days and the sessions of the plans add up to different numbers.
bool counts_differ(const today::WeekView& view) {
    if (view.plans.empty()) return false;
    const auto days = [&](schedule::DayMark mark) {
        return static_cast<int>(std::ranges::count(view.days, mark, &today::DayLine::mark));
    };
    using enum schedule::DayMark;
    const auto sessions = today::kept_on(view.plans, &today::PlanKept::days);
    return sessions.kept != days(kept) ||
           sessions.planned != days(kept) + days(partial) + days(missed);
}

std::string day_table(const today::WeekView& view, const Style& style) {
    const bool checkins = view.sums.checkin.n > 0;
    Rows rows = {{"day", "plan", "sessions", "work", "done", "before", "after",
                  checkins ? "morning" : "morning after"}};
    if (checkins) rows.front().emplace_back("check-in");
    for (const auto& day : view.days) {
        const Day local_day = day.totals.local_day;
        const std::string name = fmt::format(
            "{} {}", short_weekday(std::chrono::weekday(local_day)), format_day(local_day));
        rows.push_back(day_row(name, glyph(day.mark, style), day.totals, checkins));
    }
    rows.push_back(day_row("in all", "", view.sums, checkins));
    std::vector<Column> columns = {{Align::left},     {Align::left},     {Align::right, 4},
                                   {Align::right},    {Align::right, 3}, {Align::right, 6},
                                   {Align::right, 2}, {Align::right, 1}};
    if (checkins) columns.push_back({Align::right, 5});
    return table(rows, columns, style.columns, 1);
}

}  // namespace

std::string week_view(const today::WeekView& view, const Style& style) {
    const Day from = view.days.front().totals.local_day;
    const Day to = view.days.back().totals.local_day;
    std::vector<schedule::DayMark> marks;
    marks.reserve(view.days.size());
    for (const auto& day : view.days) marks.push_back(day.mark);
    std::string text = view_heading(view.days.size() > 7 ? "Days" : "Week", from, to, style);
    text += day_table(view, style);
    const std::string legend = calendar_legend(marks, style);
    if (!legend.empty()) text += wrapped_lines('\n' + legend + '\n', style.columns);
    for (const auto& plan : view.plans) {
        text += note(fmt::format("{}: {}.", plan.unnamed() ? "Plan" : "Plan of " + plan.name,
                                 adherence_words(plan.days)),
                     style);
    }
    if (counts_differ(view)) {
        text += note(
            "A mark is of a day, also of one before the plan began; a plan counts the "
            "sessions it asked for.",
            style);
    }
    text += note(
        "Pain: in each column the mean of the day's answers, 0 to 10; mornings belong to the "
        "day before.",
        style);
    return text;
}

}  // namespace hipflow::report
