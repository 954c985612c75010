// SPDX-License-Identifier: MIT
#include "commands/stats.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/range.h"
#include "exchange/period_json.h"
#include "report/stats_text.h"

namespace hipflow {
namespace {

constexpr int usual_weeks = 12;  // DESIGN 7

struct StatsOptions {
    RangeOptions range;
    bool json = false;
};

/// What the days really span, where the range is open.
Period whole(const Filter& filter, const std::vector<DayTotals>& days, Day today) {
    const Day first = days.empty() ? today : days.front().local_day;
    const Day last = std::max(today, days.empty() ? today : days.back().local_day);
    return {filter.since.value_or(first), filter.until.value_or(last), summed(days)};
}

int print_stats(Context& context, const StatsOptions& options) {
    const Day today = context.now().local_day;
    const Filter filter = filter_of(options.range, today, usual_weeks);
    std::vector<DayTotals> days;
    if (const auto store = context.existing_store()) days = store->day_totals(filter);
    const auto weeks = by_week(days, context.settings().week_starts);
    const Period all = whole(filter, days, today);
    if (options.json) {
        Json answer = json_answer();
        answer["range"] = to_json(all);
        answer["weeks"] = Json::array();
        for (const auto& week : weeks) answer["weeks"].push_back(to_json(week));
        print_json(context, answer);
    } else if (days.empty()) {
        context.print("Nothing recorded in this range yet. 'hipflow start' begins a session.\n");
    } else {
        context.print(stats_text(weeks, all, context.style()));
    }
    return code(days.empty() ? ExitCode::nothing : ExitCode::done);
}

}  // namespace

void add_stats(CLI::App& app, Action& action) {
    auto options = std::make_shared<StatsOptions>();
    add_range_options(app, options->range);
    app.add_flag("--json", options->json, "Print JSON");
    app.callback([options, &action] {
        action = [options](Context& context) { return print_stats(context, *options); };
    });
}

}  // namespace hipflow
