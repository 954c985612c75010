// SPDX-License-Identifier: MIT
#include "commands/start_options.h"

#include <fmt/format.h>

#include "report/program_text.h"
#include "today/routine_source.h"

namespace hipflow::commands {
namespace {

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

std::vector<std::string> exercises_for(cli::Context& context, const StartOptions& options,
                                       const catalog::RoutineFile& source, std::optional<int> cap) {
    try {
        return exercise_ids(
            today::planned_session(context.desk(), source, cap, wishes_of(options)));
    } catch (const coach::NothingLeft&) {
        std::vector<std::string> ids;
        ids.reserve(source.routine.steps.size());
        for (const auto& step : source.routine.steps) ids.push_back(step.exercise);
        return ids;
    }
}

}  // namespace

void declare_start(cli::Options& options, StartOptions& values) {
    const cli::Option routine =
        options.add("routine", values.routine, "ROUTINE|FILE.toml",
                    "A routine or a file; default: the program's, or the configured one");
    const cli::Option shortest =
        options.flag("--short", values.shortest, "The five-minute minimum instead")
            .excludes(routine);
    options
        .add("--minutes", values.minutes, "N",
             "Take no longer than this: leave out what is optional, then sets")
        .range(1, 180)
        .excludes(shortest);
    const cli::Option rehearse = options.flag(
        "--rehearse", values.rehearse, "Print the whole session at once; nothing is recorded");
    options.add("--speed", values.speed, "N", "Play the rehearsal this many times as fast")
        .range(1.0, 1000.0)
        .needs(rehearse);
    options.json(values.format, "Print the rehearsal as JSON").needs(rehearse);
    options.flag("--plain", values.plain, "One line for each event, commands by Enter");
    options.on_off("--voice", values.voice, "Speak, whatever the configuration says",
                   "Do not speak");
    options.on_off("--tones", values.tones, "Beep, whatever the configuration says", "Do not beep");
    options.on_off("--hands-free", values.hands_free, "Ask nothing until the session is over",
                   "Ask after each exercise, if so configured");
    options.flag("--no-figures", values.no_figures, "Draw no figures beside the digits");
    const cli::Option resume =
        options.flag("--resume", values.resume, "Go on with an unfinished session");
    cli::Option keep = options.flag("--keep-partial", values.keep_partial,
                                    "Keep an unfinished session as it is, and start a new one");
    options.flag("--discard", values.discard, "Discard an unfinished session, and start a new one")
        .excludes(resume)
        .excludes(keep);
    keep.excludes(resume);
    options.add("--easier", values.easier, "EXERCISE", "One step easier today; may be repeated");
    options.add("--harder", values.harder, "EXERCISE", "One step harder today; may be repeated");
    declare_answers(options, values.answers);
    declare_before(options, values.before);
}

std::optional<guide::Recovery> given_recovery(const StartOptions& options) {
    if (options.resume) return guide::Recovery::resume;
    if (options.keep_partial) return guide::Recovery::keep_partial;
    if (options.discard) return guide::Recovery::discard;
    return std::nullopt;
}

today::SessionWishes wishes_of(const StartOptions& options) {
    today::SessionWishes wishes{{options.easier, options.harder}, std::nullopt};
    if (options.minutes) wishes.no_longer = std::chrono::minutes(*options.minutes);
    return wishes;
}

today::ChosenRoutine routine_for(cli::Context& context, const StartOptions& options) {
    today::ChosenRoutine chosen = today::choose_routine(
        context.desk(), options.shortest ? std::string(today::shortest_routine) : options.routine,
        context.now().local_day);
    if (chosen.left_aside) context.note(fmt::format("hipflow: {}\n", *chosen.left_aside));
    return chosen;
}

std::vector<std::string> news_of(cli::Context& context, const today::ChosenRoutine& chosen) {
    std::vector<std::string> news;
    if (chosen.enrolled)
        news = report::program_sentences(chosen.enrolled->program, chosen.enrolled->today);
    const catalog::Library& library = context.library();
    for (const auto* unlisted : {&library.unlisted_routines(), &library.unlisted_exercises()}) {
        for (const auto& fault : *unlisted) news.push_back(fault.text() + '.');
    }
    return news;
}

session::AskPeak ask_peak(const Settings& settings, const StartOptions& options, bool ask) {
    const bool hands_free = options.hands_free.value_or(settings.hands_free);
    return settings.ask_peak_each && !hands_free && ask ? session::AskPeak::after_each_exercise
                                                        : session::AskPeak::at_the_end;
}

session::GivenAnswers answers_for(cli::Context& context, const StartOptions& options,
                                  const catalog::RoutineFile& source, std::optional<int> cap) {
    std::vector<std::string> ids;
    if (depends_on_session(options)) {
        ids = exercises_for(context, options, source, cap);
    } else {
        today::require_whole(context.library(), source);
    }
    session::GivenAnswers given = given_answers(options.answers, context.may_ask(), ids);
    take_before_options(options.before, given);
    return given;
}

}  // namespace hipflow::commands
