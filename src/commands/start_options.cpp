// SPDX-License-Identifier: MIT
#include "commands/start_options.h"

#include <fmt/format.h>

#include <utility>

#include "commands/setting_warnings.h"
#include "today/routine_source.h"

namespace hipflow::commands {
namespace {

/// Returns whether the command line asks for what only the planned session can refuse.
bool depends_on_session(const StartOptions& options) {
    return options.minutes || !options.easier.empty() || !options.harder.empty() ||
           !options.answers.hurt.empty();
}

std::optional<guide::Recovery> given_recovery(const StartOptions& options) {
    if (options.resume) return guide::Recovery::resume;
    if (options.keep_partial) return guide::Recovery::keep_partial;
    if (options.discard) return guide::Recovery::discard;
    return std::nullopt;
}

/// Returns the answers given on the command line. Throws Error for whatever the session cannot
/// grant, so that it is said before any question.
session::GivenAnswers answers_for(cli::Context& context, const StartOptions& options,
                                  const catalog::RoutineFile& source, std::optional<int> cap) {
    std::vector<std::string> ids;
    if (depends_on_session(options)) {
        ids = today::exercises_to_name(context.desk(), source, cap, wishes_of(options));
    } else {
        today::require_whole(context.library(), source);
    }
    return given_answers(options.answers, context.may_ask(), ids);
}

}  // namespace

std::optional<ReadyTime> ReadyTime::from_text(std::string_view text) {
    constexpr std::chrono::minutes longest{10};
    const auto time = parse_duration(text);
    return time && *time <= longest ? std::optional(ReadyTime{*time}) : std::nullopt;
}

void declare_start(cli::Options& options, StartOptions& values) {
    const cli::Option routine =
        options
            .add("routine", values.routine, "ROUTINE|FILE.toml",
                 "A routine or a file; default: the program's, or the configured one")
            .takes(cli::ValueKind::routine_or_file);
    const cli::Option shortest =
        options.flag("--short", values.shortest, "The five-minute minimum instead")
            .excludes(routine);
    options
        .add("--minutes", values.minutes, "N",
             "Take no longer than this: leave out what is optional, then sets")
        .range(1, 180)
        .excludes(shortest);
    options.add("--ready", values.ready, "TIME",
                "The time to get ready before each exercise, such as 20s");
    const cli::Option rehearse = options.flag(
        "--rehearse", values.rehearse, "Print the whole session at once; nothing is recorded");
    const cli::Option speed =
        options.add("--speed", values.speed, "N", "Play the rehearsal this many times as fast")
            .range(1.0, 1000.0)
            .needs(rehearse);
    const cli::Option json =
        options.json(values.format, "Print the rehearsal as JSON").needs(rehearse);
    options.flag("--check", values.check, "Print only what would be wrong with its words")
        .needs(rehearse)
        .excludes({speed, json});
    options.flag("--plain", values.plain, "One line for each event, commands by Enter");
    options.flag("--verbose", values.verbose, "Also say how much the words lengthen the gaps");
    options.on_off("--voice", values.voice, "Speak, whatever the configuration says",
                   "Do not speak");
    options.on_off("--tones", values.tones, "Beep, whatever the configuration says", "Do not beep");
    options.add("--guidance", values.guidance, "LEVEL",
                "How much is said, whatever the configuration says");
    options.on_off("--hands-free", values.hands_free, "Ask nothing until the session is over",
                   "Ask after each exercise, if so configured");
    const cli::Option graphics = declare_display(options, values.display);
    options.flag("--no-figures", values.no_figures, "Draw no figures beside the digits")
        .excludes(graphics);
    const cli::Option resume =
        options.flag("--resume", values.resume, "Go on with an unfinished session");
    cli::Option keep = options.flag("--keep-partial", values.keep_partial,
                                    "Keep an unfinished session as it is, and start a new one");
    options.flag("--discard", values.discard, "Discard an unfinished session, and start a new one")
        .excludes(resume)
        .excludes(keep);
    keep.excludes(resume);
    options.add("--easier", values.easier, "EXERCISE", "One step easier today; may be repeated")
        .takes(cli::ValueKind::exercise);
    options.add("--harder", values.harder, "EXERCISE", "One step harder today; may be repeated")
        .takes(cli::ValueKind::exercise);
    // Enter alone answers the question for a note: so does an empty one.
    declare_answers(options, values.answers).may_be_empty();
    declare_before(options, values.answers.given);
}

today::SessionWishes wishes_of(const StartOptions& options) {
    today::SessionWishes wishes;
    wishes.steps = {options.easier, options.harder};
    wishes.guidance = options.guidance;
    wishes.sound = {options.voice, options.tones};
    if (options.ready) wishes.ready = options.ready->time;
    wishes.alternatives = true;
    if (options.minutes) wishes.no_longer = std::chrono::minutes(*options.minutes);
    return wishes;
}

today::ChosenRoutine routine_for(cli::Context& context, const StartOptions& options) {
    today::ChosenRoutine chosen = today::choose_routine(
        context.desk(), options.shortest ? std::string(today::shortest_routine) : options.routine,
        context.now().local_day, options.answers.given.experience);
    if (chosen.left_aside) context.note(fmt::format("hipflow: {}\n", *chosen.left_aside));
    note_unknown_avoided(context);
    return chosen;
}

AskPeak peaks_asked(const Settings& settings, const StartOptions& options, bool ask) {
    return guide::when_to_ask_peak(settings, options.hands_free.value_or(settings.hands_free), ask);
}

guide::Request request_of(cli::Context& context, const StartOptions& options) {
    today::ChosenRoutine chosen = routine_for(context, options);
    catalog::RoutineFile source = today::find_routine(context.library(), chosen.name);
    session::GivenAnswers given = answers_for(context, options, source, chosen.cap());
    const Settings& settings = context.settings();
    const AskPeak when = peaks_asked(settings, options, given.ask);
    return {.chosen = std::move(chosen),
            .source = std::move(source),
            .given = std::move(given),
            .wishes = wishes_of(options),
            .recovery = given_recovery(options),
            .ask_peak = when,
            .verbose = options.verbose,
            .figures = settings.figures && !options.no_figures &&
                       display_for(settings.display, options.display).graphics != Graphics::off};
}

}  // namespace hipflow::commands
