// SPDX-License-Identifier: MIT
#include <array>

#include "commands/all_commands.h"
#include "report/history_text.h"

namespace hipflow::commands {
namespace {

struct UndoOptions {
    int times = 1;
};

using Step = std::optional<HistoryStep> (store::Store::*)(Instant now);

/// As often as asked, or as far as it goes.
int repeat(cli::Context& context, Step step, int times, std::string_view nothing,
           std::string_view way_back) {
    store::Store* store = context.desk().history();
    int done = 0;
    for (; store != nullptr && done < times; ++done) {
        const auto taken = (store->*step)(context.clock().wall());
        if (!taken) break;
        context.print(report::change_text(*taken, context.style()));
    }
    context.print(done == 0 ? nothing : way_back);
    return cli::code(done == 0 ? ExitCode::nothing : ExitCode::done);
}

int undo(cli::Context& context, const UndoOptions& options) {
    return repeat(context, &store::Store::undo, options.times, "There is nothing to take back.\n",
                  "Taken back. 'hipflow redo' does it again.\n");
}

int redo(cli::Context& context, const UndoOptions& options) {
    return repeat(context, &store::Store::redo, options.times, "There is nothing to do again.\n",
                  "Done again. 'hipflow undo' takes it back.\n");
}

void declare_times(cli::Options& options, UndoOptions& values) {
    options.add("times", values.times, "N", "How many commands; default: one").range(1, 1000);
}

constexpr std::array undo_examples = {
    cli::Example{"hipflow undo", "the last command"},
    cli::Example{"hipflow undo 2", "the last two"},
};
constexpr std::array redo_examples = {cli::Example{"hipflow redo", "what was just taken back"}};

}  // namespace

constinit const cli::Command undo_command{
    .name = "undo",
    .summary = "Take back what the last command changed",
    .examples = undo_examples,
    .bind = cli::bind<&declare_times, &undo>,
};

constinit const cli::Command redo_command{
    .name = "redo",
    .summary = "Do again what was taken back",
    .examples = redo_examples,
    .bind = cli::bind<&declare_times, &redo>,
};

}  // namespace hipflow::commands
