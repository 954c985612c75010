// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands/range.h"
#include "exchange/json.h"
#include "schedule/plan.h"

namespace hipflow {

/// What 'hipflow stats' and each of its views may be asked for.
struct StatsOptions {
    RangeOptions range;
    bool json = false;
    bool csv = false;
    bool on_time = false;             // pain
    std::optional<std::string> site;  // pain
    std::optional<std::string> side;  // pain
};

// The views; each adds its own command below 'stats'. They share the options, so that a range given
// before the name of the view is the view's as well.

void add_stats_sessions(CLI::App& stats, const std::shared_ptr<StatsOptions>& options,
                        Action& action);
void add_stats_pain(CLI::App& stats, const std::shared_ptr<StatsOptions>& options, Action& action);
void add_stats_exercises(CLI::App& stats, const std::shared_ptr<StatsOptions>& options,
                         Action& action);
void add_stats_week(CLI::App& stats, const std::shared_ptr<StatsOptions>& options, Action& action);

/// One view below 'stats', with the options that all have; `show` is its work. `add_range`: what
/// may be chosen, add_day_options where routines cannot.
CLI::App* add_stats_view(CLI::App& stats, const char* name, const char* summary,
                         const std::shared_ptr<StatsOptions>& options, Action& action,
                         int (*show)(Context&, const StatsOptions&),
                         void (*add_range)(CLI::App&, RangeOptions&) = add_range_options);

/// --json and --csv.
void add_format_options(CLI::App& app, StatsOptions& options);

/// The plan of days as far as it was ever made; nothing where there is none, or where only one
/// routine is asked for, which no plan speaks of.
std::optional<DayPlan> plan_for(const Store& store, const Filter& filter, Context& context);

/// The days that a filter really spans: an open end is today, an open begin `first`.
struct Span {
    Day from{};
    Day to{};
};
Span span_of(const Filter& filter, Day first, Day today);

/// What to say of an empty history, or an empty part of one; exit code 1.
int nothing_to_show(Context& context, const std::optional<Store>& store,
                    const StatsOptions& options, const Json& answer, const Json& blank_row);

/// Prints the answer as JSON, or its rows as CSV, whichever was asked for.
void print_as_data(const Context& context, const StatsOptions& options, const Json& answer,
                   const char* rows, const Json& blank_row);

/// What people call an exercise; its id where the library has it no more.
std::string exercise_name(Context& context, const std::string& id);

}  // namespace hipflow
