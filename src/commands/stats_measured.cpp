// SPDX-License-Identifier: MIT
#include "commands/stats_measured.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/range.h"
#include "exchange/measure_csv.h"
#include "exchange/measure_json.h"
#include "report/function_text.h"
#include "report/range_text.h"

namespace hipflow {
namespace {

/// Tests are weeks apart and compared with the first: unlike everything else, the whole history is
/// shown unless a part is asked for.
Filter days_of(Context& context, RangeOptions range) {
    if (range.routine) {
        throw Error("what is measured belongs to no routine; leave out --routine");
    }
    const bool asked = range.since || range.until || range.last;
    if (!asked) range.all = true;
    return filter_of(context, range, context.now().local_day, 0);
}

int stats_range(Context& context, const StatsOptions& options) {
    const Filter filter = days_of(context, options.range);
    std::vector<RangeSeries> all;
    if (const auto store = context.existing_store()) {
        all = range_series(store->measurements(Measured::range, filter));
    }
    if (options.json) {
        Json answer = json_answer();
        answer["series"] = Json::array();
        for (const auto& series : all) answer["series"].push_back(to_json(series));
        print_json(context, answer);
    } else if (options.csv) {
        context.print(range_csv(all));
    } else if (all.empty()) {
        context.print("No range measured here yet. 'hipflow measure range' leads through it.\n");
    } else {
        context.print(range_text(all, context.style()));
    }
    return code(all.empty() ? ExitCode::nothing : ExitCode::done);
}

int stats_function(Context& context, const StatsOptions& options) {
    const Filter filter = days_of(context, options.range);
    std::vector<FunctionSeries> all;
    if (const auto store = context.existing_store()) {
        all = function_series(store->measurements(Measured::function, filter), store->activities());
    }
    const bool nothing = function_means(all).empty();
    if (options.json) {
        Json answer = json_answer();
        answer.update(function_json(all));
        print_json(context, answer);
    } else if (options.csv) {
        context.print(function_csv(all));
    } else if (nothing) {
        context.print(
            "No activity scored here yet. 'hipflow measure function' asks about three.\n");
    } else {
        context.print(function_text(all, context.style()));
    }
    return code(nothing ? ExitCode::nothing : ExitCode::done);
}

}  // namespace

void add_stats_range(CLI::App& stats, const std::shared_ptr<StatsOptions>& options,
                     Action& action) {
    add_stats_view(stats, "range", "Show how far the hips turn, test by test", options, action,
                   stats_range, add_day_options);
}

void add_stats_function(CLI::App& stats, const std::shared_ptr<StatsOptions>& options,
                        Action& action) {
    add_stats_view(stats, "function", "Show how a few activities go, over time", options, action,
                   stats_function, add_day_options);
}

}  // namespace hipflow
