// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "answers/library.h"
#include "coach/allowed.h"
#include "commands/all_commands.h"
#include "commands/exercise_show.h"
#include "commands/listen.h"
#include "commands/shared_options.h"
#include "report/library_text.h"
#include "today/exercise_check.h"
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
    const auto all = today::listed_exercises(
        context.library_without_figures(), today::person_of(context.desk()), values.filter, faulty);
    if (values.format == cli::Format::json) {
        context.print(answers::json_text(answers::ExerciseList{all}), cli::Format::json);
    } else if (all.empty()) {
        context.note("No exercise matches. 'hipflow exercise list' shows all.\n");
    } else {
        context.print(report::exercise_list_text(all, context.style()));
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

struct ExerciseCheckOptions {
    std::vector<std::string> names;
    bool listen = false;
    cli::Format format = cli::Format::text;
};

void declare_exercise_check(cli::Options& options, ExerciseCheckOptions& values) {
    options.add("exercises", values.names, "EXERCISE|FILE.toml", "Ids, or files")
        .takes(cli::ValueKind::exercise_or_file);
    options.flag("--listen", values.listen, "Speak each one as a session would, if it is in order");
    options.json(values.format);
}

std::vector<std::string> all_exercises(const catalog::Library& library) {
    std::vector<std::string> names;
    names.reserve(library.exercises().size());
    for (const auto& entry : library.exercises()) names.push_back(entry.id);
    return names;
}

int check_exercises(cli::Context& context, const ExerciseCheckOptions& values) {
    const catalog::Library& library = context.library();
    today::FaultyFiles faulty;
    if (values.names.empty()) faulty.add(library.unlisted_exercises());
    std::vector<today::CheckedExercise> all;
    std::string text;
    for (const auto& name : values.names.empty() ? all_exercises(library) : values.names) {
        const today::CheckedExercise& checked =
            all.emplace_back(today::check_exercise(library, context.settings(), name));
        if (checked.faults.empty()) text += report::checked_text(checked);
        for (const auto& warning : checked.warnings) {
            context.note(fmt::format("warning: {}\n", warning.text()));
        }
        faulty.add(checked.faults);
    }
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::CheckedExercises{all})
                      : text,
                  values.format);
    faulty.refuse_any();
    if (!values.listen) return cli::code(ExitCode::done);
    if (values.names.empty()) throw Error("--listen needs the name of an exercise");
    return listen_to_each(values.names,
                          [&](const auto& name) { return listen_to_exercise(context, name); });
}

constexpr std::array exercise_check_examples = {
    cli::Example{"hipflow exercise check", "everything there is"},
    cli::Example{"hipflow exercise check glute-bridge", "one of them"},
};
constexpr cli::Command exercise_check_command{
    .name = "check",
    .summary = "Check exercises and their figures; without a name, all of them",
    .examples = exercise_check_examples,
    .bind = cli::bind<&declare_exercise_check, &check_exercises>,
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
    if (allowed.exercise == nullptr) {
        context.note(
            fmt::format("{} is no longer avoided. There is no such exercise now.\n", values.id));
    } else if (allowed.objection) {
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
                                       &exercise_check_command, &exercise_avoid_command,
                                       &exercise_allow_command};

}  // namespace

constinit const cli::Command exercise_command{
    .name = "exercise",
    .summary = "List, show and check exercises; leave some out",
    .examples = exercise_examples,
    .parts = exercise_parts,
};

}  // namespace hipflow::commands
