// SPDX-License-Identifier: MIT
#include "commands/start_options.h"

#include <CLI/CLI.hpp>

namespace hipflow {

void add_start_options(CLI::App& app, StartOptions& options) {
    app.add_option("routine", options.routine, "A routine, or a file; else the configured one")
        ->type_name("ROUTINE|FILE.toml");
    auto* rehearse = app.add_flag("--rehearse", options.rehearse,
                                  "Print the whole session at once; nothing is recorded");
    app.add_option("--speed", options.speed, "Play the rehearsal this many times as fast")
        ->check(CLI::Range(1.0, 1000.0))
        ->type_name("N")
        ->needs(rehearse);
    app.add_flag("--json", options.json, "Print the rehearsal as JSON")->needs(rehearse);
    app.add_flag("--plain", options.plain, "One line for each event, commands by Enter");
    auto* resume = app.add_flag("--resume", options.resume, "Go on with an unfinished session");
    auto* keep = app.add_flag("--keep-partial", options.keep_partial,
                              "Keep an unfinished session as it is, and start anew");
    app.add_flag("--discard", options.discard, "Discard an unfinished session, and start anew")
        ->excludes(resume)
        ->excludes(keep);
    keep->excludes(resume);
    add_answer_options(app, options.answers);
}

std::optional<Recovery> given_recovery(const StartOptions& options) {
    if (options.resume) return Recovery::resume;
    if (options.keep_partial) return Recovery::keep_partial;
    if (options.discard) return Recovery::discard;
    return std::nullopt;
}

}  // namespace hipflow
