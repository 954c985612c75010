// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/stats_read.h"
#include "exchange/stats_json.h"

namespace hipflow {

ExercisesView read_exercises(Context& context, const Store& store, const Filter& filter,
                             Day today) {
    ExercisesView view;
    ExerciseUses uses;
    Day first = today;
    store.each_exercise_row(filter, [&](const ExerciseRow& row) {
        first = std::min(first, row.day);
        uses.add(row);
    });
    const Span range = span_of(filter, first, today);
    view.from = range.from;
    view.to = range.to;
    view.uses = uses.all();
    view.tolerance = tolerance(changes_of(view.uses));
    view.name = [&context](const std::string& id) { return exercise_name(context, id); };
    return view;
}

namespace {

Json exercises_json(const ExercisesView& view) {
    Json answer = json_answer();
    answer["from"] = format_day(view.from);
    answer["to"] = format_day(view.to);
    answer["exercises"] = Json::array();
    for (const auto& use : view.uses) answer["exercises"].push_back(to_json(use));
    answer["best"] = to_json(view.tolerance.best);
    answer["worst"] = to_json(view.tolerance.worst);
    const SideWork work = side_work(view.uses);
    answer["left_ms"] = work.left.count();
    answer["right_ms"] = work.right.count();
    return answer;
}

int show_exercises(Context& context, const StatsOptions& options) {
    const Day today = context.now().local_day;
    const Filter filter = filter_of(context, options.range, today, usual_weeks);
    const auto store = context.existing_store();
    ExercisesView view;
    if (store) view = read_exercises(context, *store, filter, today);
    const Json blank = to_json(ExerciseUse{});
    if (view.uses.empty()) {
        return nothing_to_show(context, store, options, exercises_json(view), blank);
    }
    if (options.json || options.csv) {
        print_as_data(context, options, exercises_json(view), "exercises", blank);
    } else {
        context.print(exercises_view(view, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_stats_exercises(CLI::App& stats, const std::shared_ptr<StatsOptions>& options,
                         Action& action) {
    add_stats_view(stats, "exercises", "Each exercise and side: work, level, and the pain at it",
                   options, action, show_exercises);
}

}  // namespace hipflow
