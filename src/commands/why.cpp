// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "answers/today.h"
#include "commands/all_commands.h"
#include "domain/error.h"
#include "report/today_text.h"
#include "text/utf8.h"
#include "today/explained.h"

namespace hipflow::commands {
namespace {

struct WhyOptions {
    std::string what;  // an exercise, or a session; empty: today
    std::string routine;
    cli::Format format = cli::Format::text;
};

today::Explained todays(cli::Context& context, const WhyOptions& options) {
    today::Explained today = today::explain_today(context.desk(), options.routine);
    if (today.left_aside) context.note(fmt::format("hipflow: {}\n", *today.left_aside));
    return today;
}

/// Prints all of it, or what it says of one exercise.
int answer(cli::Context& context, today::Explained explained, const WhyOptions& options,
           const std::optional<std::string>& exercise) {
    if (options.format == cli::Format::json) {
        if (exercise) explained.record = today::only_of(std::move(explained.record), *exercise);
        context.print(answers::json_text(explained), cli::Format::json);
        return cli::code(ExitCode::done);
    }
    context.print(report::explained_text(explained, exercise, context.style()));
    return cli::code(ExitCode::done);
}

/// A past session. Throws Error; of a word that is near to the id of an exercise it says which, and
/// of a routine how to ask for it.
today::Explained past(cli::Context& context, const std::string& what) {
    const auto& routines = context.library_without_figures().routines();
    if (std::ranges::find(routines, what, &catalog::LibraryEntry::id) != routines.end()) {
        throw Error(fmt::format(
            "'{0}' is a routine: 'hipflow why --routine {0}' explains today's session of it",
            what));
    }
    try {
        return today::explain_named(context.desk(), what);
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        const std::string hint = today::exercise_meant(context.library_without_figures(), what);
        if (hint.empty()) throw;
        throw Error(fmt::format("there is no exercise '{}'.{}", shown(what), hint), error.code());
    }
}

int why(cli::Context& context, const WhyOptions& options) {
    today::Desk& desk = context.desk();
    const catalog::Library& library = context.library_without_figures();
    if (options.what.empty()) return answer(context, todays(context, options), options, {});
    if (today::is_exercise(library, options.what)) {
        today::Explained today = todays(context, options);
        if (today.against) return answer(context, std::move(today), options, {});
        auto [explained, exercise] = today::explain_exercise(desk, today, options.what);
        return answer(context, std::move(explained), options, exercise);
    }
    if (!options.routine.empty()) {
        throw Error("--routine is about today's session; a past one has its own routine");
    }
    return answer(context, past(context, options.what), options, {});
}

void declare_why(cli::Options& options, WhyOptions& values) {
    options
        .add("what", values.what, "EXERCISE|SESSION",
             "An exercise, or a session: last, a date, or its id; default: today's")
        .takes(cli::ValueKind::exercise_or_session);
    options
        .add("--routine", values.routine, "ROUTINE|FILE.toml",
             "Today's session of this routine; default: the one that 'start' takes")
        .takes(cli::ValueKind::routine_or_file);
    options.json(values.format);
}

constexpr std::array why_examples = {
    cli::Example{"hipflow why", "why today's session is as it is"},
    cli::Example{"hipflow why figure-4-supine", "one exercise, with its readings"},
    cli::Example{"hipflow why --routine desk-reset", "the same of another routine"},
    cli::Example{"hipflow why last", "the newest session, as it was decided"},
};

}  // namespace

constinit const cli::Command why_command{
    .name = "why",
    .summary = "Explain today's session, or a past one",
    .examples = why_examples,
    .bind = cli::bind<&declare_why, &why>,
};

}  // namespace hipflow::commands
