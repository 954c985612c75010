// SPDX-License-Identifier: MIT
#include "commands/undo.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "report/history_text.h"

namespace hipflow {
namespace {

using Step = std::optional<HistoryStep> (Store::*)(Instant now);

/// As often as asked, or as far as it goes.
int repeat(Context& context, Step step, int times, std::string_view nothing,
           std::string_view way_back) {
    auto store = context.existing_store();
    int done = 0;
    for (; store && done < times; ++done) {
        const auto taken = (*store.*step)(context.clock().wall());
        if (!taken) break;
        context.print(change_text(*taken, context.style()));
    }
    context.print(done == 0 ? nothing : way_back);
    return code(done == 0 ? ExitCode::nothing : ExitCode::done);
}

void add_steps(CLI::App& app, Action& action, Step step, std::string_view nothing,
               std::string_view way_back) {
    auto times = std::make_shared<int>(1);
    app.add_option("times", *times, "How many commands; else one")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
    app.callback([=, &action] {
        action = [=](Context& context) { return repeat(context, step, *times, nothing, way_back); };
    });
}

}  // namespace

void add_undo(CLI::App& app, Action& action) {
    add_steps(app, action, &Store::undo, "There is nothing to take back.\n",
              "Taken back. 'hipflow redo' does it again.\n");
}

void add_redo(CLI::App& app, Action& action) {
    add_steps(app, action, &Store::redo, "There is nothing to do again.\n",
              "Done again. 'hipflow undo' takes it back.\n");
}

}  // namespace hipflow
