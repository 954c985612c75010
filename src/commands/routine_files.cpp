// SPDX-License-Identifier: MIT
#include "commands/routine_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "commands/agreement.h"
#include "report/library_text.h"
#include "text/layout.h"
#include "today/own_routines.h"
#include "today/routine_removal.h"

namespace hipflow::commands {
namespace {

/// Tells what there is to know of a file that was written.
void tell_made(cli::Context& context, const today::MadeRoutine& made) {
    if (made.without_schema) {
        context.note(fmt::format("{}\nWithout its schema an editor cannot help with the file.\n",
                                 *made.without_schema));
    }
    context.write(made.path + '\n');
}

void declare_routine_new(cli::Options& options, today::NewRoutine& values) {
    options.add("routine", values.id, "ID", "The id of the new routine").required();
    options
        .add("--from", values.from, "ROUTINE|FILE.toml",
             "Copy this one, by id or file, to begin with")
        .takes(cli::ValueKind::routine_or_file);
    options.flag("--force", values.force, "Take the place of the bundled routine with this id");
}

int new_routine(cli::Context& context, const today::NewRoutine& wanted) {
    const today::MadeRoutine made = today::make_routine(context.desk(), wanted);
    tell_made(context, made);
    context.note(
        fmt::format("Written. 'hipflow routine edit {}' opens and checks it.\n", wanted.id));
    if (made.overrides_bundled) {
        context.note(
            fmt::format("It takes the place of the bundled '{}' from now on. Delete the "
                        "file to have that one back.\n",
                        wanted.id));
    }
    return cli::code(ExitCode::done);
}

constexpr std::array routine_new_examples = {
    cli::Example{"hipflow routine new mine", "a short example"},
    cli::Example{"hipflow routine new mine --from hip-rotation", "a copy"},
};
struct RoutineEditOptions {
    std::string name;
};

void declare_routine_edit(cli::Options& options, RoutineEditOptions& values) {
    options.add("routine", values.name, "ROUTINE", "The id of a routine")
        .takes(cli::ValueKind::routine)
        .required();
}

int edit_routine(cli::Context& context, const RoutineEditOptions& values) {
    context.print(report::checked_text(today::edit_routine(context.desk(), values.name)));
    return cli::code(ExitCode::done);
}

constexpr std::array routine_edit_examples = {
    cli::Example{"hipflow routine edit mine", "in $VISUAL or $EDITOR"},
};

struct RoutineAddOptions {
    std::string file;
    std::optional<std::string> id;
    bool yes = false;
};

void declare_routine_add(cli::Options& options, RoutineAddOptions& values) {
    options.add("file", values.file, "FILE", "A file of a routine, such as one that you were sent")
        .takes(cli::ValueKind::file)
        .required();
    options.add("--as", values.id, "ID", "The id that it gets; default: from the name of the file");
    options.flag("--yes", values.yes, "Do not ask");
}

int add_routine(cli::Context& context, const RoutineAddOptions& values) {
    const auto wanted = today::routine_to_add(context.desk(), values.file, values.id);
    for (const auto& warning : wanted.checked.warnings) {
        context.note(fmt::format("{}: warning: {}\n", values.file, warning));
    }
    context.print(
        report::routine_text(wanted.source.routine, wanted.today, context.style(), false));
    for (const auto& words : wanted.untested) context.print(words + '\n');
    if (!wanted.nothing_left.empty()) {
        context.print(
            paragraph("That is the file as it is written. For you, " + wanted.nothing_left,
                      context.style().columns));
    }
    if (!wanted.dropped.empty()) {
        context.note(
            fmt::format("Left out: formerly = [\"{}\"], which stands for something else here.\n",
                        fmt::join(wanted.dropped, "\", \"")));
    }
    if (wanted.taken) {
        context.note(fmt::format("There is a routine '{}' already, so this one becomes '{}'.\n",
                                 *wanted.taken, wanted.id));
    }
    const bool agreed =
        agrees(context, values.yes,
               {fmt::format("Add it as '{}'? y adds it", wanted.id), "Nothing was added."});
    if (!agreed) return cli::code(ExitCode::done);
    tell_made(context, today::add_routine(context.desk(), wanted));
    const std::string_view what =
        wanted.today.begins ? "begins it" : "says why it cannot begin yet";
    context.note(fmt::format("Added. 'hipflow start {}' {}.\n", wanted.id, what));
    return cli::code(ExitCode::done);
}

constexpr std::array routine_add_examples = {
    cli::Example{"hipflow routine add sheet.toml --yes", "without being asked"},
    cli::Example{"hipflow routine add sheet.toml --as knee --yes", "under another name"},
};

struct RoutineRenameOptions {
    std::string name;
    std::string id;
};

void declare_routine_rename(cli::Options& options, RoutineRenameOptions& values) {
    options.add("routine", values.name, "ROUTINE", "The id of a routine of yours")
        .takes(cli::ValueKind::routine)
        .required();
    options.add("id", values.id, "ID", "Its new id").required();
}

int rename_routine(cli::Context& context, const RoutineRenameOptions& values) {
    const auto renamed = today::rename_routine(context.desk(), values.name, values.id);
    context.write(renamed.path + '\n');
    if (renamed.uncovers_bundled) {
        context.note(
            fmt::format("Renamed. The bundled '{}' is back, and has the history under that "
                        "name.\n",
                        values.name));
    } else {
        context.note(fmt::format("Renamed. It is still found as '{}', and keeps its history.\n",
                                 values.name));
    }
    return cli::code(ExitCode::done);
}

constexpr std::array routine_rename_examples = {
    cli::Example{"hipflow routine rename mine mornings", "its history stays with it"},
};

struct RoutineRemoveOptions {
    std::string name;
    bool yes = false;
};

void declare_routine_remove(cli::Options& options, RoutineRemoveOptions& values) {
    options.add("routine", values.name, "ROUTINE", "The id of a routine of yours")
        .takes(cli::ValueKind::routine)
        .required();
    options.flag("--yes", values.yes, "Do not ask");
}

int remove_routine(cli::Context& context, const RoutineRemoveOptions& values) {
    const auto [id, avoided] = today::require_removable(context.desk(), values.name);
    for (const auto& words : avoided) context.note(words + '\n');
    const bool agreed =
        agrees(context, values.yes,
               {fmt::format("Remove '{}'? What you did stays in the history. y removes it", id),
                "Nothing was removed."});
    if (!agreed) return cli::code(ExitCode::done);
    const auto removed = today::remove_routine(context.desk(), values.name);
    context.write(removed.copy + '\n');
    const std::string back =
        removed.by_add
            ? fmt::format("'hipflow routine add FILE --as {}' brings it back", removed.id)
            : fmt::format("moved back to {}, it is as it was", removed.file);
    context.note(fmt::format("Removed '{}'. Its file is kept there: {}.\n", removed.id, back));
    if (removed.uncovers_bundled) {
        context.note(fmt::format("The bundled '{}' is back.\n", removed.id));
    }
    return cli::code(ExitCode::done);
}

constexpr std::array routine_remove_examples = {
    cli::Example{"hipflow routine remove mine --yes", "keeps a copy, and the history"},
};

}  // namespace

constinit const cli::Command routine_new_command{
    .name = "new",
    .summary = "Begin a routine of your own",
    .examples = routine_new_examples,
    .bind = cli::bind<&declare_routine_new, &new_routine>,
};

constinit const cli::Command routine_edit_command{
    .name = "edit",
    .summary = "Edit a routine of your own, and check it",
    .examples = routine_edit_examples,
    .bind = cli::bind<&declare_routine_edit, &edit_routine>,
};

constinit const cli::Command routine_add_command{
    .name = "add",
    .summary = "Add a file to your routines, after a look at it",
    .examples = routine_add_examples,
    .bind = cli::bind<&declare_routine_add, &add_routine>,
};

constinit const cli::Command routine_rename_command{
    .name = "rename",
    .summary = "Give a routine of yours another id",
    .examples = routine_rename_examples,
    .bind = cli::bind<&declare_routine_rename, &rename_routine>,
};

constinit const cli::Command routine_remove_command{
    .name = "remove",
    .summary = "Remove a routine of yours; its history stays",
    .examples = routine_remove_examples,
    .bind = cli::bind<&declare_routine_remove, &remove_routine>,
};

}  // namespace hipflow::commands
