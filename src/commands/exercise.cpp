// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "coach/allowed.h"
#include "commands/all_commands.h"
#include "commands/library_filter.h"
#include "exchange/desk_answers.h"
#include "report/library_text.h"
#include "terminal/capabilities.h"
#include "terminal/figure_show.h"
#include "text/layout.h"
#include "today/library_lists.h"
#include "today/person.h"
#include "today/preferences.h"

namespace hipflow {
namespace {

struct ExerciseListOptions {
    LibraryFilter filter;
    Format format = Format::text;
};

void declare_exercise_list(Options& options, ExerciseListOptions& values) {
    declare_filter(options, values.filter);
    options.add("--target", values.filter.target, "WORD", "Aimed at this, such as piriformis");
    options.json(values.format);
}

std::string exercises_text(const std::vector<ListedExercise>& all) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(all.size());
    for (const auto& [entry, exercise, objection, reason] : all) {
        rows.push_back({entry->id, exercise->name, level_words(exercise->level),
                        std::string(word(exercise->position)), reason ? "left out: " + *reason : "",
                        origin_words(*entry)});
    }
    return table(rows,
                 {Align::left, Align::left, Align::left, Align::left, Align::left, Align::left});
}

int list_exercises(Context& context, const ExerciseListOptions& values) {
    FaultyFiles faulty;
    const auto all =
        listed_exercises(context.library(), person_of(context.desk()), values.filter, faulty);
    if (values.format == Format::json) {
        context.print(json_text(members([&](auto& visit) { visit("exercises", all); })));
    } else if (all.empty()) {
        context.note("No exercise is like that. 'hipflow exercise list' shows all.\n");
    } else {
        context.print(exercises_text(all));
    }
    faulty.refuse_any();
    return code(all.empty() ? ExitCode::nothing : ExitCode::done);
}

constexpr std::array exercise_list_examples = {
    Example{"hipflow exercise list", "with level and position"},
    Example{"hipflow exercise list --position chair --target piriformis", "some"},
};
constexpr Command exercise_list_command{
    .name = "list",
    .summary = "List exercises, all of them or some",
    .examples = exercise_list_examples,
    .bind = bind<&declare_exercise_list, &list_exercises>,
};

constexpr int widest_still = 72;

int without_figure(Context& context, const Exercise& exercise) {
    context.note(fmt::format("{} has no figure.\n", exercise.name));
    return code(ExitCode::nothing);
}

std::string still_text(const Exercise& exercise, const Figure& figure, const Style& style) {
    const int columns = std::min(style.columns, widest_still);
    const Frame frame = still_figure(figure, columns, style.unicode ? Blocks::half : Blocks::ascii);
    std::string text = exercise.name + '\n';
    for (const auto& row : frame.rows()) text += row + '\n';
    return text + paragraph(figure_words(exercise), style.columns);
}

/// Plays the figure on a terminal; elsewhere prints a still picture and its words.
int show_figure(Context& context, const Exercise& exercise) {
    if (!exercise.figure) return without_figure(context, exercise);
    const Style style = context.style();
    const auto blocks = blocks_for(context.environment(), style, context.options().charset);
    if (!why_plain(context.streams(), context.environment())) {
        SignalWatch signals;
        if (auto tty = TtyDevice::open()) {
            const Pen pen = pen_for(context.environment(), style);
            const auto signal =
                play_figure(*std::move(tty), signals, context.clock(),
                            {exercise, *exercise.figure, figure_words(exercise)}, pen, blocks);
            if (signal) return 128 + *signal;
        }
    }
    context.print(still_text(exercise, *exercise.figure, style));
    return code(ExitCode::done);
}

int print_frames(Context& context, const Exercise& exercise, Format format) {
    if (!exercise.figure) return without_figure(context, exercise);
    if (format == Format::json) {
        context.print(json_text(members([&](auto& visit) {
            visit("exercise", exercise.id);
            visit("figure", *exercise.figure);
        })));
    } else {
        context.print(figure_frames_text(*exercise.figure, context.style()));
    }
    return code(ExitCode::done);
}

struct ExerciseShowOptions {
    std::string id;
    Format format = Format::text;
    bool figure = false;
    bool frames = false;
};

void declare_exercise_show(Options& options, ExerciseShowOptions& values) {
    options.add("exercise", values.id, "EXERCISE", "Its id").required();
    const Option json = options.json(values.format);
    Option figure = options.flag("--figure", values.figure,
                                 "Play its figure: a few reps, or until a key is pressed");
    options.flag("--frames", values.frames, "Print the poses of its figure").excludes(figure);
    figure.excludes(json);
}

int show_exercise(Context& context, const ExerciseShowOptions& values) {
    const Library& library = context.library();
    const Exercise& exercise = library.exercise(values.id);
    if (values.frames) return print_frames(context, exercise, values.format);
    if (values.figure) return show_figure(context, exercise);
    const auto ladder = ladder_of(library, exercise);
    const auto words = objection(exercise, person_of(context.desk()));
    if (values.format == Format::json) {
        context.print(json_text(members([&](auto& visit) {
            visit("exercise", exercise);
            visit("figure", exercise.figure);
            visit("ladder", std::views::transform(ladder, &Exercise::id));
            visit("left_out", words);
        })));
    } else {
        context.print(exercise_text(exercise, ladder, words, context.style()));
    }
    FaultyFiles faulty;
    faulty.add(library.check(library.exercise_source(values.id)));
    faulty.refuse_any();
    return code(ExitCode::done);
}

constexpr std::array exercise_show_examples = {
    Example{"hipflow exercise show figure-4-supine", "how it is done"},
    Example{"hipflow exercise show glute-bridge --figure", "see it move"},
};
constexpr Command exercise_show_command{
    .name = "show",
    .summary = "Show all about an exercise",
    .examples = exercise_show_examples,
    .bind = bind<&declare_exercise_show, &show_exercise>,
};

struct ExerciseOptions {
    std::string id;
};

void declare_exercise(Options& options, ExerciseOptions& values) {
    options.add("exercise", values.id, "EXERCISE", "Its id").required();
}

int avoid_exercise(Context& context, const ExerciseOptions& values) {
    const Exercise& exercise =
        context.library().exercise(values.id);  // throws for one that there is not
    journal_preferences(context.desk(), PreferenceSubject::exercise,
                        {{values.id, PreferenceRule::avoid}});
    context.note(
        fmt::format("{} is left out of your sessions from now on. 'hipflow exercise allow {}' "
                    "takes it back.\n",
                    exercise.name, values.id));
    return code(ExitCode::done);
}

int allow_exercise(Context& context, const ExerciseOptions& values) {
    const Exercise& exercise = context.library().exercise(values.id);
    const Settings& settings = context.settings();
    const auto& avoid = settings.avoid;
    if (std::find(avoid.begin(), avoid.end(), values.id) != avoid.end()) {
        throw Error(
            fmt::format("{}: 'avoid' names '{}', and the file comes first. Take it out "
                        "there.",
                        settings.origin.at("me.avoid"), values.id));
    }
    journal_preferences(context.desk(), PreferenceSubject::exercise,
                        {{values.id, PreferenceRule::allow}});
    if (const auto words = objection(exercise, person_of(context.desk()))) {
        context.note(fmt::format("{} is no longer avoided, but still left out: {}.\n",
                                 exercise.name, *words));
    } else {
        context.note(fmt::format("{} is back in your sessions.\n", exercise.name));
    }
    return code(ExitCode::done);
}

constexpr std::array exercise_avoid_examples = {
    Example{"hipflow exercise avoid clamshell", "it does not suit me"},
};
constexpr Command exercise_avoid_command{
    .name = "avoid",
    .summary = "Leave an exercise out of every session",
    .examples = exercise_avoid_examples,
    .bind = bind<&declare_exercise, &avoid_exercise>,
};

constexpr std::array exercise_allow_examples = {
    Example{"hipflow exercise allow clamshell", "it suits me again"},
};
constexpr Command exercise_allow_command{
    .name = "allow",
    .summary = "Take an exercise back that is avoided",
    .examples = exercise_allow_examples,
    .bind = bind<&declare_exercise, &allow_exercise>,
};

constexpr std::array exercise_examples = {
    Example{"hipflow exercise list", "what there is"},
    Example{"hipflow exercise show figure-4-supine", "how it is done"},
};
constexpr std::array exercise_parts = {&exercise_list_command, &exercise_show_command,
                                       &exercise_avoid_command, &exercise_allow_command};

}  // namespace

constinit const Command exercise_command{
    .name = "exercise",
    .summary = "List and show exercises; leave some out",
    .examples = exercise_examples,
    .parts = exercise_parts,
};

}  // namespace hipflow
