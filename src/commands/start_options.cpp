// SPDX-License-Identifier: MIT
#include "commands/start_options.h"

#include <CLI/CLI.hpp>

namespace hipflow {
namespace {

/// --NAME and --no-NAME; without either, what is configured holds.
void add_switch(CLI::App& app, const std::string& name, std::optional<bool>& value,
                const std::string& on_words, const std::string& off_words) {
    auto* on = app.add_flag_callback(
        "--" + name, [&value] { value = true; }, on_words);
    app.add_flag_callback(
           "--no-" + name, [&value] { value = false; }, off_words)
        ->excludes(on);
}

}  // namespace

void add_start_options(CLI::App& app, StartOptions& options) {
    auto* routine =
        app.add_option("routine", options.routine,
                       "A routine, or a file; else the program's, or the configured one")
            ->type_name("ROUTINE|FILE.toml");
    auto* shortest = app.add_flag("--short", options.shortest, "The five-minute minimum instead")
                         ->excludes(routine);
    app.add_option("--minutes", options.minutes,
                   "Take no longer than this: leave out what is optional, then sets")
        ->check(CLI::Range(1, 180))
        ->type_name("N")
        ->excludes(shortest);
    auto* rehearse = app.add_flag("--rehearse", options.rehearse,
                                  "Print the whole session at once; nothing is recorded");
    app.add_option("--speed", options.speed, "Play the rehearsal this many times as fast")
        ->check(CLI::Range(1.0, 1000.0))
        ->type_name("N")
        ->needs(rehearse);
    app.add_flag("--json", options.json, "Print the rehearsal as JSON")->needs(rehearse);
    app.add_flag("--plain", options.plain, "One line for each event, commands by Enter");
    add_switch(app, "voice", options.voice, "Speak, whatever is configured", "Do not speak");
    add_switch(app, "tones", options.tones, "Beep, whatever is configured", "Do not beep");
    add_switch(app, "hands-free", options.hands_free, "Ask nothing until the session is over",
               "Ask after each exercise, if so configured");
    app.add_flag("--no-figures", options.no_figures, "Draw no figures beside the digits");
    auto* resume = app.add_flag("--resume", options.resume, "Go on with an unfinished session");
    auto* keep = app.add_flag("--keep-partial", options.keep_partial,
                              "Keep an unfinished session as it is, and start anew");
    app.add_flag("--discard", options.discard, "Discard an unfinished session, and start anew")
        ->excludes(resume)
        ->excludes(keep);
    keep->excludes(resume);
    app.add_option("--easier", options.easier, "One step easier today; may be repeated")
        ->type_name("EXERCISE");
    app.add_option("--harder", options.harder, "One step harder today; may be repeated")
        ->type_name("EXERCISE");
    add_answer_options(app, options.answers);
    add_before_options(app, options.before);
}

std::optional<Recovery> given_recovery(const StartOptions& options) {
    if (options.resume) return Recovery::resume;
    if (options.keep_partial) return Recovery::keep_partial;
    if (options.discard) return Recovery::discard;
    return std::nullopt;
}

}  // namespace hipflow
