// SPDX-License-Identifier: MIT
#include "commands/stats.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/stats_measured.h"
#include "commands/stats_options.h"
#include "exchange/period_json.h"
#include "exchange/plan_fields.h"
#include "exchange/stats_json.h"
#include "report/day_marks.h"
#include "report/function_text.h"
#include "report/range_text.h"
#include "report/stats_screen.h"

namespace hipflow {
namespace {

using std::chrono::days;

constexpr int most_calendar_weeks = 26;
/// Enough to tell exercises apart, and the same work at any age and pace of the history.
constexpr int most_sessions_compared = 200;

/// What was read for the screen. Every row is of a day, or of one of a bounded number of sessions.
struct StatsRead {
    std::vector<DayTotals> days;  // of the range, the calendar and this week
    std::optional<DayPlan> plan;
    std::vector<ExerciseUse> uses;
    std::vector<std::pair<std::string, std::string>> measured;  // lines by their labels
};

/// Range and function are told from their beginning: changes count from there.
std::vector<std::pair<std::string, std::string>> measured_lines(const Store& store, Day until) {
    const Filter filter{.until = until};
    std::vector<std::pair<std::string, std::string>> lines;
    const auto range = range_series(store.measurements(Measured::range, filter));
    if (!range.empty()) lines.emplace_back("Range", range_line(range.front()));
    const auto answers = store.measurements(Measured::function, filter);
    if (answers.empty()) return lines;
    if (auto line = function_line(function_series(answers, store.activities()))) {
        lines.emplace_back("Function", *std::move(line));
    }
    return lines;
}

/// The first day of the calendar that fits.
Day calendar_from(const Span& range, const Style& style, std::chrono::weekday week_starts) {
    constexpr int beside_it = 40;
    const int room = style.columns > 2 * beside_it - 12 ? style.columns - beside_it : style.columns;
    const int weeks = std::clamp(calendar_weeks(room), 1, most_calendar_weeks);
    return week_of(range.to, week_starts) - days(7 * (weeks - 1));
}

StatsRead read_all(Context& context, const Store& store, const Filter& filter, Day first_needed) {
    StatsRead result;
    Filter wider = filter;
    if (wider.since) wider.since = std::min(*wider.since, first_needed);
    result.days = store.day_totals(wider);
    result.plan = plan_for(store, wider, context);
    Filter recent = filter;
    recent.limit = most_sessions_compared;
    ExerciseUses uses;
    store.each_exercise_row(recent, [&](const ExerciseRow& row) { uses.add(row); });
    result.uses = uses.all();
    result.measured = measured_lines(store, filter.until.value_or(context.now().local_day));
    return result;
}

std::span<const DayTotals> part(const std::vector<DayTotals>& all, Day from, Day to) {
    const auto first = std::ranges::lower_bound(all, from, {}, &DayTotals::local_day);
    const auto last = std::ranges::upper_bound(all, to, {}, &DayTotals::local_day);
    return {first, std::max(first, last)};
}

std::optional<NamedChange> named_change(Context& context,
                                        const std::optional<ExerciseChange>& change) {
    if (!change) return std::nullopt;
    return NamedChange{exercise_name(context, change->exercise), *change};
}

PlanKept plan_kept(const DayPlan& plan, std::span<const DayTotals> all, const Span& range, Day week,
                   Day today) {
    const auto weeks = adherence_by_week(plan, all, range.from, range.to, today);
    return {adherence(plan, all, week, week + days(6), today),
            adherence(plan, all, range.from, range.to, today), weeks_on_plan(weeks, today)};
}

StatsScreen screen_of(Context& context, const StatsRead& found, const Span& range, Day today) {
    const auto week_starts = context.settings().week_starts;
    const Day week = week_of(range.to, week_starts);
    StatsScreen screen;
    const auto inside = part(found.days, range.from, range.to);
    screen.range = {range.from, range.to, summed(inside)};
    screen.weeks = by_week(inside, week_starts);
    screen.this_week = {week, range.to, summed(part(found.days, week, range.to))};
    screen.week_starts = week_starts;
    screen.calendar_from = calendar_from(range, context.style(), week_starts);
    std::vector<Occurrence> planned;
    if (found.plan) {
        screen.plan = plan_kept(*found.plan, found.days, range, week, today);
        planned = occurrences(*found.plan, found.days, screen.calendar_from, range.to, today);
    }
    screen.calendar = day_marks(planned, found.days, screen.calendar_from, range.to);
    screen.trend = trend(daily_scores(inside));
    const Tolerance compared = tolerance(changes_of(found.uses));
    screen.best = named_change(context, compared.best);
    screen.worst = named_change(context, compared.worst);
    screen.measured = found.measured;
    return screen;
}

Json screen_json(const StatsScreen& screen) {
    Json answer = json_answer();
    answer["range"] = to_json(screen.range);
    answer["weeks"] = Json::array();
    for (const auto& week : screen.weeks) answer["weeks"].push_back(to_json(week));
    answer["this_week"] = to_json(screen.this_week);
    answer["plans"] = Json::array();
    if (screen.plan) {
        JsonWriter visit(answer["plans"].emplace_back());
        plan_fields(only_plan, screen.plan->range, screen.plan->weeks, visit);
        visit("this_week", screen.plan->this_week);
    }
    answer["change"] = to_json(screen.range.sums.change);
    answer["trend"] = to_json(screen.trend);
    const auto change = [](const std::optional<NamedChange>& exercise) {
        return exercise ? to_json(std::optional(exercise->change)) : Json(nullptr);
    };
    answer["exercises"] = {{"best", change(screen.best)}, {"worst", change(screen.worst)}};
    return answer;
}

int print_stats(Context& context, const StatsOptions& options) {
    const Day today = context.now().local_day;
    const Filter filter = filter_of(context, options.range, today, usual_weeks);
    const auto store = context.existing_store();
    StatsRead found;
    Span range = span_of(filter, today, today);
    if (store) {
        const auto week_starts = context.settings().week_starts;
        const Day needed = std::min(week_of(range.to, week_starts),
                                    calendar_from(range, context.style(), week_starts));
        found = read_all(context, *store, filter, needed);
        if (!found.days.empty()) range = span_of(filter, found.days.front().local_day, today);
    }
    const StatsScreen screen = screen_of(context, found, range, today);
    const Json blank = to_json(Period{});
    if (part(found.days, range.from, range.to).empty()) {
        return nothing_to_show(context, store, options, screen_json(screen), blank);
    }
    if (options.json || options.csv) {
        print_as_data(context, options, screen_json(screen), "weeks", blank);
    } else {
        context.print(stats_screen(screen, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_stats(CLI::App& app, Action& action) {
    auto options = std::make_shared<StatsOptions>();
    app.require_subcommand(0, 1);
    add_range_options(app, options->range);
    add_format_options(app, *options);
    add_stats_sessions(app, options, action);
    add_stats_pain(app, options, action);
    add_stats_exercises(app, options, action);
    add_stats_week(app, options, action);
    add_stats_range(app, options, action);
    add_stats_function(app, options, action);
    app.callback([options, &app, &action] {
        if (!app.get_subcommands().empty()) return;  // the view has chosen already
        action = [options](Context& context) { return print_stats(context, *options); };
    });
}

}  // namespace hipflow
