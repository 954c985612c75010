// SPDX-License-Identifier: MIT
#include "commands/start_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "report/program_status_text.h"
#include "today/routine_source.h"

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

/// The exercises that --hurt may name: those of the routine, and those done in their place.
std::vector<std::string> exercise_ids(const Prescription& prescription) {
    std::vector<std::string> ids;
    for (const auto& step : prescription.steps) {
        ids.push_back(step.planned_exercise);
        ids.push_back(step.work.exercise.id);
        for (const auto& easier : step.easier) ids.push_back(easier.exercise.id);
    }
    return ids;
}

/// Whether the command line asks for what only the planned session can refuse.
bool depends_on_session(const StartOptions& options) {
    return options.minutes || !options.easier.empty() || !options.harder.empty() ||
           !options.answers.hurt.empty();
}

std::vector<std::string> exercises_for(Context& context, const StartOptions& options,
                                       const RoutineFile& source, std::optional<int> cap) {
    try {
        return exercise_ids(planned_session(context.desk(), source, cap, wishes_of(options)));
    } catch (const NothingLeft&) {
        std::vector<std::string> ids;
        for (const auto& step : source.routine.steps) ids.push_back(step.exercise);
        return ids;
    }
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

SessionWishes wishes_of(const StartOptions& options) {
    SessionWishes wishes{{options.easier, options.harder}, std::nullopt};
    if (options.minutes) wishes.no_longer = std::chrono::minutes(*options.minutes);
    return wishes;
}

ChosenRoutine routine_for(Context& context, const StartOptions& options) {
    ChosenRoutine chosen = choose_routine(
        context.desk(), options.shortest ? std::string(shortest_routine) : options.routine,
        context.now().local_day);
    if (chosen.left_aside) context.note(fmt::format("hipflow: {}\n", *chosen.left_aside));
    return chosen;
}

std::vector<std::string> news_of(Context& context, const ChosenRoutine& chosen) {
    std::vector<std::string> news;
    if (chosen.enrolled) news = program_sentences(chosen.enrolled->program, chosen.enrolled->today);
    const Library& library = context.library();
    for (const auto* unlisted : {&library.unlisted_routines(), &library.unlisted_exercises()}) {
        for (const auto& fault : *unlisted) news.push_back(fault.text() + '.');
    }
    return news;
}

AskPeak ask_peak(const Settings& settings, const StartOptions& options, bool ask) {
    const bool hands_free = options.hands_free.value_or(settings.hands_free);
    return settings.ask_peak_each && !hands_free && ask ? AskPeak::after_each_exercise
                                                        : AskPeak::at_the_end;
}

GivenAnswers answers_for(Context& context, const StartOptions& options, const RoutineFile& source,
                         std::optional<int> cap) {
    std::vector<std::string> ids;
    if (depends_on_session(options)) {
        ids = exercises_for(context, options, source, cap);
    } else {
        require_whole(context.library(), source);
    }
    GivenAnswers given = given_answers(options.answers, context.may_ask(), ids);
    take_before_options(options.before, given);
    return given;
}

}  // namespace hipflow
