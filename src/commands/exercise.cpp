// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "answers/library.h"
#include "coach/allowed.h"
#include "commands/all_commands.h"
#include "commands/shared_options.h"
#include "report/library_text.h"
#include "terminal/capabilities.h"
#include "terminal/figure_show.h"
#include "text/layout.h"
#include "today/library_lists.h"
#include "today/person.h"
#include "today/preferences.h"

namespace hipflow::commands {
namespace {

struct ExerciseListOptions {
    today::LibraryFilter filter;
    cli::Format format = cli::Format::text;
};

void declare_exercise_list(cli::Options& options, ExerciseListOptions& values) {
    declare_filter(options, values.filter);
    options.add("--target", values.filter.target, "WORD", "Aimed at this, such as piriformis");
    options.json(values.format);
}

int list_exercises(cli::Context& context, const ExerciseListOptions& values) {
    today::FaultyFiles faulty;
    const auto all = today::listed_exercises(context.library(), today::person_of(context.desk()),
                                             values.filter, faulty);
    if (values.format == cli::Format::json) {
        context.print(answers::json_text(answers::ExerciseList{all}));
    } else if (all.empty()) {
        context.note("No exercise matches. 'hipflow exercise list' shows all.\n");
    } else {
        context.print(report::exercise_list_text(all));
    }
    faulty.refuse_any();
    return cli::code(all.empty() ? ExitCode::nothing : ExitCode::done);
}

constexpr std::array exercise_list_examples = {
    cli::Example{"hipflow exercise list", "with level and position"},
    cli::Example{"hipflow exercise list --position chair --target piriformis", "some"},
};
constexpr cli::Command exercise_list_command{
    .name = "list",
    .summary = "List exercises, all of them or some",
    .examples = exercise_list_examples,
    .bind = cli::bind<&declare_exercise_list, &list_exercises>,
};

constexpr int widest_still = 72;

int without_figure(cli::Context& context, const Exercise& exercise) {
    context.note(fmt::format("{} has no figure.\n", exercise.name));
    return cli::code(ExitCode::nothing);
}

std::string still_text(const Exercise& exercise, const Figure& figure, const Style& style) {
    const int columns = std::min(style.columns, widest_still);
    const terminal::Frame frame = terminal::still_figure(
        figure, columns, style.unicode ? terminal::Blocks::half : terminal::Blocks::ascii);
    std::string text = exercise.name + '\n';
    for (const auto& row : frame.rows()) text += row + '\n';
    return text + paragraph(report::figure_words(exercise), style.columns);
}

/// Plays the figure on a terminal; elsewhere prints a still picture and its words.
int show_figure(cli::Context& context, const Exercise& exercise) {
    if (!exercise.figure) return without_figure(context, exercise);
    const Style style = context.style();
    const auto blocks =
        terminal::blocks_for(context.environment(), style, context.options().charset);
    if (!terminal::why_plain(context.streams(), context.environment())) {
        platform::SignalWatch signals;
        if (auto tty = terminal::TtyDevice::open()) {
            const terminal::Pen pen = terminal::pen_for(context.environment(), style);
            const auto signal = terminal::play_figure(
                *std::move(tty), signals, context.clock(),
                {exercise, *exercise.figure, report::figure_words(exercise)}, pen, blocks);
            if (signal) return 128 + *signal;
        }
    }
    context.print(still_text(exercise, *exercise.figure, style));
    return cli::code(ExitCode::done);
}

int print_frames(cli::Context& context, const Exercise& exercise, cli::Format format) {
    if (!exercise.figure) return without_figure(context, exercise);
    context.print(format == cli::Format::json
                      ? answers::json_text(answers::ExerciseFigure{exercise})
                      : report::figure_frames_text(*exercise.figure, context.style()));
    return cli::code(ExitCode::done);
}

struct ExerciseShowOptions {
    std::string id;
    cli::Format format = cli::Format::text;
    bool figure = false;
    bool frames = false;
};

void declare_exercise_show(cli::Options& options, ExerciseShowOptions& values) {
    options.add("exercise", values.id, "EXERCISE", "The id of an exercise")
        .takes(cli::ValueKind::exercise)
        .required();
    const cli::Option json = options.json(values.format);
    cli::Option figure = options.flag("--figure", values.figure,
                                      "Play its figure: a few reps, or until a key is pressed");
    options.flag("--frames", values.frames, "Print the poses of its figure").excludes(figure);
    figure.excludes(json);
}

int show_exercise(cli::Context& context, const ExerciseShowOptions& values) {
    const catalog::Library& library = context.library();
    const Exercise& exercise = library.exercise(values.id);
    if (values.frames) return print_frames(context, exercise, values.format);
    if (values.figure) return show_figure(context, exercise);
    const auto ladder = today::ladder_of(library, exercise);
    const auto words = coach::objection(exercise, today::person_of(context.desk()));
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::ExerciseDetails{exercise, ladder, words})
                      : report::exercise_text(exercise, ladder, words, context.style()));
    today::FaultyFiles faulty;
    faulty.add(library.check(library.exercise_source(values.id)));
    faulty.refuse_any();
    return cli::code(ExitCode::done);
}

constexpr std::array exercise_show_examples = {
    cli::Example{"hipflow exercise show figure-4-supine", "how it is done"},
    cli::Example{"hipflow exercise show glute-bridge --figure", "see it move"},
};
constexpr cli::Command exercise_show_command{
    .name = "show",
    .summary = "Show everything about an exercise",
    .examples = exercise_show_examples,
    .bind = cli::bind<&declare_exercise_show, &show_exercise>,
};

struct ExerciseOptions {
    std::string id;
};

void declare_exercise(cli::Options& options, ExerciseOptions& values) {
    options.add("exercise", values.id, "EXERCISE", "The id of an exercise")
        .takes(cli::ValueKind::exercise)
        .required();
}

int avoid_exercise(cli::Context& context, const ExerciseOptions& values) {
    const Exercise& exercise = today::avoid_exercise(context.desk(), values.id);
    context.note(
        fmt::format("{} is left out of your sessions from now on. 'hipflow exercise allow {}' "
                    "takes it back.\n",
                    exercise.name, values.id));
    return cli::code(ExitCode::done);
}

int allow_exercise(cli::Context& context, const ExerciseOptions& values) {
    const today::AllowedExercise allowed = today::allow_exercise(context.desk(), values.id);
    if (allowed.objection) {
        context.note(fmt::format("{} is no longer avoided, but still left out: {}.\n",
                                 allowed.exercise->name, *allowed.objection));
    } else {
        context.note(fmt::format("{} is back in your sessions.\n", allowed.exercise->name));
    }
    return cli::code(ExitCode::done);
}

constexpr std::array exercise_avoid_examples = {
    cli::Example{"hipflow exercise avoid clamshell", "it does not suit me"},
};
constexpr cli::Command exercise_avoid_command{
    .name = "avoid",
    .summary = "Leave an exercise out of every session",
    .examples = exercise_avoid_examples,
    .bind = cli::bind<&declare_exercise, &avoid_exercise>,
};

constexpr std::array exercise_allow_examples = {
    cli::Example{"hipflow exercise allow clamshell", "it suits me again"},
};
constexpr cli::Command exercise_allow_command{
    .name = "allow",
    .summary = "Bring an avoided exercise back",
    .examples = exercise_allow_examples,
    .bind = cli::bind<&declare_exercise, &allow_exercise>,
};

constexpr std::array exercise_examples = {
    cli::Example{"hipflow exercise list", "what there is"},
    cli::Example{"hipflow exercise show figure-4-supine", "how it is done"},
};
constexpr std::array exercise_parts = {&exercise_list_command, &exercise_show_command,
                                       &exercise_avoid_command, &exercise_allow_command};

}  // namespace

constinit const cli::Command exercise_command{
    .name = "exercise",
    .summary = "List and show exercises; leave some out",
    .examples = exercise_examples,
    .parts = exercise_parts,
};

}  // namespace hipflow::commands
