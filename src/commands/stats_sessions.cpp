// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/stats_options.h"
#include "exchange/plan_fields.h"
#include "exchange/stats_json.h"
#include "report/stats_views.h"

namespace hipflow {
namespace {

SessionsView read_sessions(Context& context, const Store& store, const Filter& filter, Day today) {
    SessionsView view;
    const auto days = store.session_counts(filter);
    const Span range = span_of(filter, days.empty() ? today : days.front().from, today);
    view.from = range.from;
    view.to = range.to;
    view.weeks = by_week(days, context.settings().week_starts);
    for (const auto& week : view.weeks) add(view.all, week.counts);
    if (const auto plan = plan_for(store, filter, context)) {
        const auto totals = store.day_totals(filter);
        view.plan = adherence_by_week(*plan, totals, range.from, range.to, today);
        view.kept = adherence(*plan, totals, range.from, range.to, today);
        view.weeks_on_plan = weeks_on_plan(view.plan, today);
    }
    return view;
}

Json sessions_json(const SessionsView& view) {
    Json answer = json_answer();
    answer["from"] = format_day(view.from);
    answer["to"] = format_day(view.to);
    answer["weeks"] = Json::array();
    for (const auto& week : view.weeks) answer["weeks"].push_back(to_json(week));
    answer["plans"] = Json::array();
    if (view.kept) {
        JsonWriter visit(answer["plans"].emplace_back());
        plan_fields(only_plan, *view.kept, view.weeks_on_plan, visit);
        visit("by_week", view.plan);
    }
    return answer;
}

int show_sessions(Context& context, const StatsOptions& options) {
    const Day today = context.now().local_day;
    const Filter filter = filter_of(context, options.range, today, usual_weeks);
    const auto store = context.existing_store();
    SessionsView view;
    if (store) view = read_sessions(context, *store, filter, today);
    const Json blank = to_json(CountedPeriod{});
    if (view.weeks.empty()) {
        return nothing_to_show(context, store, options, sessions_json(view), blank);
    }
    if (options.json || options.csv) {
        print_as_data(context, options, sessions_json(view), "weeks", blank);
    } else {
        context.print(sessions_view(view, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_stats_sessions(CLI::App& stats, const std::shared_ptr<StatsOptions>& options,
                        Action& action) {
    add_stats_view(stats, "sessions", "Sessions by week: how many, how much, and how they went",
                   options, action, show_sessions);
}

}  // namespace hipflow
