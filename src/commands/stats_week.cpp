// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/stats_options.h"
#include "exchange/period_json.h"
#include "exchange/plan_fields.h"
#include "exchange/stats_json.h"
#include "report/day_marks.h"
#include "report/stats_views.h"

namespace hipflow {
namespace {

/// Without a range: the calendar week of today.
Filter week_filter(Context& context, const RangeOptions& options, Day today) {
    const auto week_starts = context.settings().week_starts;
    Filter filter = filter_of(context, options, today, 1);
    if (!options.since && !options.last && !options.all) {
        filter.since = week_of(filter.until.value_or(today), week_starts);
    }
    return filter;
}

WeekView read_week(Context& context, const Store& store, const Filter& filter, Day today) {
    const auto days = store.day_totals(filter);
    const Span range = span_of(filter, days.empty() ? today : days.front().local_day, today);
    WeekView view;
    view.sums = summed(days);
    std::vector<Occurrence> planned;
    if (const auto plan = plan_for(store, filter, context)) {
        planned = occurrences(*plan, days, range.from, range.to, today);
        view.plan = adherence(*plan, days, range.from, range.to, today);
        const auto weeks = adherence_by_week(*plan, days, range.from, range.to, today);
        view.weeks_on_plan = weeks_on_plan(weeks, today);
    }
    const auto marks = day_marks(planned, days, range.from, range.to);
    auto next = days.begin();
    for (Day day = range.from; day <= range.to; day += std::chrono::days(1)) {
        DayLine line{marks[view.days.size()], {}};
        line.totals.local_day = day;
        if (next != days.end() && next->local_day == day) line.totals = *next++;
        view.days.push_back(line);
    }
    return view;
}

Json week_json(const WeekView& view) {
    Json answer = json_answer();
    answer["days"] = Json::array();
    for (const auto& day : view.days)
        answer["days"].push_back(day_json(day.totals, word(day.mark)));
    answer["plans"] = Json::array();
    if (view.plan) {
        JsonWriter visit(answer["plans"].emplace_back());
        plan_fields(only_plan, *view.plan, view.weeks_on_plan, visit);
    }
    return answer;
}

int show_week(Context& context, const StatsOptions& options) {
    const Day today = context.now().local_day;
    const Filter filter = week_filter(context, options.range, today);
    const auto store = context.existing_store();
    WeekView view;
    if (store) view = read_week(context, *store, filter, today);
    const Json blank = day_json({}, word(DayMark::blank));
    const bool anything = std::any_of(view.days.begin(), view.days.end(), [](const auto& day) {
        return day.mark != DayMark::blank ||
               day.totals != DayTotals{.local_day = day.totals.local_day};
    });
    if (!anything) return nothing_to_show(context, store, options, week_json(view), blank);
    if (options.json || options.csv) {
        print_as_data(context, options, week_json(view), "days", blank);
    } else {
        context.print(week_view(view, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_stats_week(CLI::App& stats, const std::shared_ptr<StatsOptions>& options, Action& action) {
    add_stats_view(stats, "week", "This week, or the days of a range, day by day", options, action,
                   show_week);
}

}  // namespace hipflow
