// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "answers/library.h"
#include "commands/all_commands.h"
#include "commands/listen.h"
#include "commands/routine_files.h"
#include "commands/setting_warnings.h"
#include "commands/shared_options.h"
#include "report/library_text.h"
#include "today/library_lists.h"
#include "today/own_routines.h"
#include "today/person.h"
#include "today/routine_source.h"

namespace hipflow::commands {
namespace {

struct RoutineOptions {
    std::string name;
    bool verbose = false;
    bool toml = false;
    cli::Format format = cli::Format::text;
};

void declare_routine_show(cli::Options& options, RoutineOptions& values) {
    options.add("routine", values.name, "ROUTINE|FILE.toml", "Its id, or a file")
        .takes(cli::ValueKind::routine_or_file)
        .required();
    options.flag("--verbose", values.verbose, "Also say how much its words lengthen the gaps");
    const cli::Option json = options.json(values.format);
    options
        .flag("--toml", values.toml,
              "Print its file, with the exercises of yours that it needs, to hand on")
        .excludes(json);
}

/// Prints a routine as one file.
int print_as_file(cli::Context& context, const catalog::RoutineFile& source) {
    const today::RoutineAsFile made = today::as_one_file(context.library(), source);
    context.write(made.text);
    for (const auto& link : made.cut) {
        context.note(fmt::format("Left out: {}, which only you have.\n", link));
    }
    return cli::code(ExitCode::done);
}

int show_routine(cli::Context& context, const RoutineOptions& values) {
    const catalog::Library& library = context.library();
    const catalog::RoutineFile source = today::find_routine(library, values.name);
    if (values.toml) return print_as_file(context, source);
    note_unknown_avoided(context);
    const today::RoutineToday shown = today::routine_today(context.desk(), source);
    context.print(
        values.format == cli::Format::json
            ? answers::json_text(answers::RoutineShown{source.routine, shown})
            : report::routine_text(source.routine, shown, context.style(), values.verbose),
        values.format);
    return cli::code(ExitCode::done);
}

constexpr std::array routine_show_examples = {
    cli::Example{"hipflow routine show hip-rotation", "its steps"},
    cli::Example{"hipflow routine show hip-rotation --toml", "its file"},
};
constexpr cli::Command routine_show_command{
    .name = "show",
    .summary = "Show the steps of a routine, and how long they take",
    .examples = routine_show_examples,
    .bind = cli::bind<&declare_routine_show, &show_routine>,
};

struct RoutineCheckOptions {
    std::vector<std::string> names;
    bool listen = false;
    cli::Format format = cli::Format::text;
};

void declare_routine_check(cli::Options& options, RoutineCheckOptions& values) {
    options.add("routines", values.names, "ROUTINE|FILE.toml", "Ids, or files")
        .takes(cli::ValueKind::routine_or_file);
    options.flag("--listen", values.listen,
                 "Speak what each one says before its sets, in full, if it is in order");
    options.json(values.format);
}

int check_routines(cli::Context& context, const RoutineCheckOptions& values) {
    const catalog::Library& library = context.library();
    std::vector<Diagnostic> library_faults;
    const auto names =
        values.names.empty() ? today::all_routines(library, library_faults) : values.names;
    today::FaultyFiles faulty;
    faulty.add(library_faults);
    std::vector<today::CheckedRoutine> all;
    std::string text;
    for (const auto& name : names) {
        const today::CheckedRoutine& checked = all.emplace_back(today::check_routine(
            library, context.settings(), name, [&] { return today::person_of(context.desk()); }));
        if (checked.faults.empty()) text += report::checked_text(checked);
        for (const auto& warning : checked.warnings) {
            context.note(fmt::format("{}: warning: {}\n", checked.name, warning));
        }
        faulty.add(checked.faults);  // two routines may name the same broken exercise
    }
    note_unknown_avoided(context);
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::CheckedRoutines{all})
                      : text,
                  values.format);
    faulty.refuse_any();
    if (!values.listen) return cli::code(ExitCode::done);
    if (values.names.empty()) throw Error("--listen needs the name of a routine");
    return listen_to_each(values.names, [&](const auto& name) {
        return listen_to_routine(context, today::find_routine(library, name));
    });
}

constexpr std::array routine_check_examples = {
    cli::Example{"hipflow routine check", "everything there is"},
    cli::Example{"hipflow routine check desk-reset", "one of them"},
};
constexpr cli::Command routine_check_command{
    .name = "check",
    .summary = "Check routines for faults; without a name, all of them",
    .examples = routine_check_examples,
    .bind = cli::bind<&declare_routine_check, &check_routines>,
};

struct RoutineListOptions {
    today::LibraryFilter filter;
    cli::Format format = cli::Format::text;
};

void declare_routine_list(cli::Options& options, RoutineListOptions& values) {
    declare_filter(options, values.filter);
    options
        .add("--max-minutes", values.filter.max_minutes, "N",
             "Only those that take no longer than this")
        .range(1, 180);
    options.json(values.format);
}

int list_routines(cli::Context& context, const RoutineListOptions& values) {
    today::FaultyFiles faulty;
    const auto all =
        today::listed_routines(context.library_without_figures(), context.settings(),
                               today::person_of(context.desk()), values.filter, faulty);
    if (values.format == cli::Format::json) {
        context.print(answers::json_text(answers::RoutineList{all}), cli::Format::json);
    } else if (all.empty()) {
        context.note("No routine matches. 'hipflow routine list' shows all.\n");
    } else {
        context.print(report::routine_list_text(all, context.style()));
    }
    faulty.refuse_any();
    return cli::code(all.empty() ? ExitCode::nothing : ExitCode::done);
}

constexpr std::array routine_list_examples = {
    cli::Example{"hipflow routine list", "with how long each takes"},
    cli::Example{"hipflow routine list --max-minutes 5", "short ones"},
};
constexpr cli::Command routine_list_command{
    .name = "list",
    .summary = "List all routines, with how long they take",
    .examples = routine_list_examples,
    .bind = cli::bind<&declare_routine_list, &list_routines>,
};

constexpr std::array routine_examples = {
    cli::Example{"hipflow routine list", "what there is"},
    cli::Example{"hipflow routine new mine --from hip-rotation", "copy one, to change it"},
};
constexpr std::array routine_parts = {
    &routine_list_command,  &routine_show_command,   &routine_sheet_command,
    &routine_check_command, &routine_new_command,    &routine_edit_command,
    &routine_add_command,   &routine_rename_command, &routine_remove_command};

}  // namespace

constinit const cli::Command routine_command{
    .name = "routine",
    .summary = "List, show and check routines; write, add, rename and remove your own",
    .examples = routine_examples,
    .parts = routine_parts,
};

}  // namespace hipflow::commands
