// SPDX-License-Identifier: MIT
#include "commands/measure.h"

#include <CLI/CLI.hpp>

#include "commands/measure_function.h"
#include "commands/measure_range.h"

namespace hipflow {

void add_measure(CLI::App& app, Action& action) {
    app.require_subcommand(1);
    add_measure_range(*app.add_subcommand("range", "Measure how far each hip turns, with a phone"),
                      action);
    add_measure_function(
        *app.add_subcommand("function", "Say how well a few activities go, 0 to 10"), action);
}

}  // namespace hipflow
