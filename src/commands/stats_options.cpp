// SPDX-License-Identifier: MIT
#include "commands/stats_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "exchange/csv.h"
#include "text/wrap.h"

namespace hipflow {

void add_format_options(CLI::App& app, StatsOptions& options) {
    auto* json = app.add_flag("--json", options.json, "Print JSON");
    app.add_flag("--csv", options.csv, "Print a table for spreadsheets")->excludes(json);
}

CLI::App* add_stats_view(CLI::App& stats, const char* name, const char* summary,
                         const std::shared_ptr<StatsOptions>& options, Action& action,
                         int (*show)(Context&, const StatsOptions&),
                         void (*add_range)(CLI::App&, RangeOptions&)) {
    CLI::App* view = stats.add_subcommand(name, summary);
    add_range(*view, options->range);
    add_format_options(*view, *options);
    view->callback([options, show, &action] {
        action = [options, show](Context& context) { return show(context, *options); };
    });
    return view;
}

std::optional<DayPlan> plan_for(const Store& store, const Filter& filter, Context& context) {
    if (filter.routine) return std::nullopt;
    auto versions = store.schedules();
    if (versions.empty()) return std::nullopt;
    const Day since = filter.since.value_or(Day{});
    return plan_of(std::move(versions), store.excuses(since), context.settings().week_starts);
}

Span span_of(const Filter& filter, Day first, Day today) {
    const Day to = filter.until.value_or(today);
    return {filter.since.value_or(std::min(first, to)), to};
}

void print_as_data(const Context& context, const StatsOptions& options, const Json& answer,
                   const char* rows, const Json& blank_row) {
    if (options.json) print_json(context, answer);
    if (options.csv) context.print(csv_of(answer[rows], blank_row));
}

int nothing_to_show(Context& context, const std::optional<Store>& store,
                    const StatsOptions& options, const Json& answer, const Json& blank_row) {
    if (options.json) {
        print_json(context, answer);
    } else if (options.csv) {
        context.print(csv_of(Json::array(), blank_row));
    } else if (const auto last = store ? store->last_session() : std::nullopt) {
        context.print(paragraph(
            fmt::format("Nothing recorded in this range. The last session was on {}; '--all' shows "
                        "the whole history.",
                        format_day(last->started.local_day)),
            context.style().columns));
    } else {
        context.print(
            paragraph("Nothing recorded yet. 'hipflow start' leads through a first session; what "
                      "was done and how it felt shows here afterwards.",
                      context.style().columns));
    }
    return code(ExitCode::nothing);
}

std::string exercise_name(Context& context, const std::string& id) {
    try {
        return context.library().exercise(id).name;
    } catch (const Error&) {
        return id;  // of a file that is gone, or inside a routine
    }
}

}  // namespace hipflow
