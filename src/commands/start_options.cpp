// SPDX-License-Identifier: MIT
#include "commands/start_options.h"

#include <fmt/format.h>

#include "report/program_text.h"
#include "today/routine_source.h"

namespace hipflow {
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

void declare_start(Options& options, StartOptions& values) {
    const Option routine =
        options.add("routine", values.routine, "ROUTINE|FILE.toml",
                    "A routine, or a file; else the program's, or the configured one");
    const Option shortest =
        options.flag("--short", values.shortest, "The five-minute minimum instead")
            .excludes(routine);
    options
        .add("--minutes", values.minutes, "N",
             "Take no longer than this: leave out what is optional, then sets")
        .range(1, 180)
        .excludes(shortest);
    const Option rehearse = options.flag("--rehearse", values.rehearse,
                                         "Print the whole session at once; nothing is recorded");
    options.add("--speed", values.speed, "N", "Play the rehearsal this many times as fast")
        .range(1.0, 1000.0)
        .needs(rehearse);
    options.json(values.format, "Print the rehearsal as JSON").needs(rehearse);
    options.flag("--plain", values.plain, "One line for each event, commands by Enter");
    options.on_off("--voice", values.voice, "Speak, whatever is configured", "Do not speak");
    options.on_off("--tones", values.tones, "Beep, whatever is configured", "Do not beep");
    options.on_off("--hands-free", values.hands_free, "Ask nothing until the session is over",
                   "Ask after each exercise, if so configured");
    options.flag("--no-figures", values.no_figures, "Draw no figures beside the digits");
    const Option resume =
        options.flag("--resume", values.resume, "Go on with an unfinished session");
    Option keep = options.flag("--keep-partial", values.keep_partial,
                               "Keep an unfinished session as it is, and start anew");
    options.flag("--discard", values.discard, "Discard an unfinished session, and start anew")
        .excludes(resume)
        .excludes(keep);
    keep.excludes(resume);
    options.add("--easier", values.easier, "EXERCISE", "One step easier today; may be repeated");
    options.add("--harder", values.harder, "EXERCISE", "One step harder today; may be repeated");
    declare_answers(options, values.answers);
    declare_before(options, values.before);
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
