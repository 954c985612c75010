// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "domain/names.h"
#include "report/charts.h"
#include "report/measured_text.h"
#include "report/stats_views.h"
#include "report/stats_words.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::report {
namespace {

constexpr int label_columns = 14;
constexpr int narrowest = 40;

long days_in(const stats::Period& period) { return (period.to - period.from).count() + 1; }

/// A label and its text, in as many lines as it takes.
std::string screen_line(const std::string& label, const std::string& text, const Style& style) {
    return labelled(padded(style.heading(label), label_columns), text,
                    std::max(style.columns, narrowest));
}

/// Null where every plan is of a routine, or there is none.
const today::PlanKept* unnamed_plan(const today::StatsScreen& screen) {
    const bool first = !screen.plans.empty() && screen.plans.front().unnamed();
    return first ? &screen.plans.front() : nullptr;
}

std::string this_week(const today::StatsScreen& screen) {
    const auto& sums = screen.this_week.sums;
    std::string text;
    if (const auto* plan = unnamed_plan(screen)) text = adherence_words(plan->this_week) + "; ";
    text += fmt::format("{}, {} of work", plural(sums.sessions, "session"), work_words(sums.done));
    return text;
}

std::string weeks_on_plan(const today::PlanKept& plan) {
    const schedule::WeeksOnPlan& weeks = plan.weeks;
    if (weeks.weeks == 0) {
        return plan.first_week ? "the first week is not over yet"
                               : "no week that is over in these days";
    }
    return fmt::format("{} of {}: at least 80 % of the week's plan was kept", weeks.on_plan,
                       weeks.weeks);
}

/// "desk-reset: 12 of 15 kept; 3 of 4 weeks on plan"
std::string routine_plan_words(const today::PlanKept& plan) {
    std::string text = fmt::format("{}: {}", plan.name, adherence_words(plan.days));
    if (plan.weeks.weeks > 0) {
        text +=
            fmt::format("; {} of {} on plan", plan.weeks.on_plan, plural(plan.weeks.weeks, "week"));
    }
    return text;
}

std::string days_name(const today::StatsScreen& screen) {
    const long days = days_in(screen.days);
    return days % 7 == 0 ? plural(days / 7, "week") : plural(days, "day");
}

std::string regularity(const today::StatsScreen& screen, const Style& style) {
    std::string text = screen_line(screen.week_is_current ? "This week" : "Its last week",
                                   this_week(screen), style);
    const auto& sums = screen.days.sums;
    const std::string work = fmt::format(
        "{}, {} of work{}", plural(sums.sessions, "session"), work_words(sums.done),
        sums.planned > Millis{0}
            ? fmt::format(", {} of what was begun", share_words(sums.done, sums.planned))
            : "");
    const auto* plan = unnamed_plan(screen);
    text += screen_line(days_name(screen),
                        plan != nullptr ? adherence_words(plan->days) + "; " + work : work, style);
    if (screen.plans.empty()) {
        return text +
               screen_line("Plan", "none yet: 'hipflow schedule set mon,wed,fri' makes one", style);
    }
    if (plan != nullptr) {
        text += screen_line("Weeks on plan", weeks_on_plan(*plan), style);
    }
    for (const auto& other : screen.plans) {
        if (!other.unnamed()) text += screen_line("Plan", routine_plan_words(other), style);
    }
    return text;
}

/// One value a week: the mean score at a moment.
std::vector<std::optional<double>> weekly_means(const today::StatsScreen& screen, std::size_t most,
                                                ScoreSum DayTotals::*moment) {
    std::vector<std::optional<double>> means;
    if (screen.weeks.empty()) return means;
    const Day first = screen.weeks.front().from;
    const auto count = (screen.weeks.back().from - first).count() / 7 + 1;
    means.resize(static_cast<std::size_t>(count));
    for (const auto& week : screen.weeks) {
        const ScoreSum& scores = week.sums.*moment;
        if (scores.n == 0) continue;
        means[static_cast<std::size_t>((week.from - first).count() / 7)] =
            static_cast<double>(scores.sum) / scores.n;
    }
    if (means.size() > most) means.erase(means.begin(), means.end() - static_cast<long>(most));
    return means;
}

/// The pain of the time shown at a glance, the numbers of each moment below it.
std::vector<std::string> pain_block(const today::StatsScreen& screen, int columns,
                                    const Style& style) {
    constexpr int name_columns = 9;
    const auto room = static_cast<std::size_t>(std::max(1, columns - name_columns));
    std::vector<std::string> lines = {style.heading("Pain, a mark a week, from 0 to 10")};
    const auto moment = [&](const std::string& name, ScoreSum DayTotals::*member) {
        const ScoreSum& scores = screen.days.sums.*member;
        if (scores.n == 0) return;
        const auto means = weekly_means(screen, room, member);
        std::string line = padded(name, name_columns) + sparkline(means, style);
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(line);
        lines.push_back(fmt::format("{}n {}, mean {:.1f}", std::string(name_columns, ' '), scores.n,
                                    static_cast<double>(scores.sum) / scores.n));
    };
    moment("before", &DayTotals::before);
    moment("after", &DayTotals::after);
    moment("morning", &DayTotals::morning);
    if (lines.size() == 1) lines = {};
    return lines;
}

/// Two blocks side by side; the second may be empty.
std::string beside(const std::vector<std::string>& left, const std::vector<std::string>& right,
                   int left_columns) {
    std::string text;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        std::string line = i < left.size() ? left[i] : "";
        if (i < right.size()) line = padded(line, left_columns) + right[i];
        text += line + '\n';
    }
    return text;
}

std::string charts(const today::StatsScreen& screen, const Style& style) {
    constexpr int between = 4;
    constexpr int least_right = 36;
    const int columns = std::max(style.columns, narrowest);
    const bool side_by_side = columns >= 28 + between + least_right;
    const int calendar_columns = side_by_side ? columns - between - least_right : columns;
    const auto calendar = calendar_chart(screen.calendar_from, screen.calendar, screen.week_starts,
                                         calendar_columns, style, side_by_side ? between - 2 : 0);
    int taken = 0;
    for (const auto& line : std::span(calendar).subspan(calendar.empty() ? 0 : 1)) {
        taken = std::max(taken, width(line));
    }
    const int right = columns - taken - between;
    const auto pain = pain_block(screen, side_by_side ? right : columns, style);
    const std::string text = side_by_side ? beside(calendar, pain, taken + between)
                                          : beside(calendar, {}, 0) + beside(pain, {}, 0);
    return text + calendar_legend(screen.calendar, style) + '\n';
}

std::string named(const today::NamedChange& exercise) {
    const auto& change = exercise.change;
    std::string text = exercise.name;
    if (change.side != Side::both) text += fmt::format(", {}", word(change.side));
    text += fmt::format(": {} (n {}{})",
                        signed_text(static_cast<double>(change.change.sum) / change.change.n),
                        change.change.n, stats::few(change) ? ", too few to tell" : "");
    if (exercise.too > 0) text += fmt::format("; the same: {}", plural(exercise.too, "other"));
    return text;
}

}  // namespace

int weeks_beside_blocks(const Style& style) {
    constexpr int beside_it = 40;
    constexpr int most_weeks = 26;
    const int room = style.columns > 2 * beside_it - 12 ? style.columns - beside_it : style.columns;
    return std::clamp(calendar_weeks(room), 1, most_weeks);
}

std::string stats_screen(const today::StatsScreen& screen, const Style& style) {
    std::string text = regularity(screen, style) + '\n';
    text += charts(screen, style) + '\n';
    text += screen_line("A session", change_words(screen.days.sums.change), style);
    text += screen_line("Pain", trend_words(screen.trend, days_in(screen.days)), style);
    if (!screen.hip_rotation.empty()) {
        text += screen_line("Range", rotation_line(screen.hip_rotation.front()), style);
    }
    if (const auto line = function_line(screen.function))
        text += screen_line("Function", *line, style);
    if (screen.best) text += screen_line("Went best", named(*screen.best), style);
    if (screen.worst) text += screen_line("Went worst", named(*screen.worst), style);
    return text;
}

}  // namespace hipflow::report
