// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <string>

#include "commands/page_file.h"
#include "commands/routine_files.h"
#include "commands/setting_warnings.h"
#include "report/sheet_page.h"
#include "today/routine_source.h"
#include "today/sheet.h"

namespace hipflow::commands {
namespace {

struct RoutineSheetOptions {
    std::string name;
    PageOptions page;
};

void declare_routine_sheet(cli::Options& options, RoutineSheetOptions& values) {
    options.add("routine", values.name, "ROUTINE|FILE.toml", "Its id, or a file")
        .takes(cli::ValueKind::routine_or_file)
        .required();
    declare_page(options, values.page,
                 "The file; - for standard output; default: hipflow-sheet-ROUTINE.html here");
}

int write_sheet(cli::Context& context, const RoutineSheetOptions& options) {
    const catalog::RoutineFile source = today::find_routine(context.library(), options.name);
    note_unknown_avoided(context);
    const today::SheetValues values = today::read_sheet(context.desk(), source);
    deliver_page(context, options.page, fmt::format("hipflow-sheet-{}.html", values.id),
                 report::sheet_page(values));
    for (const auto& reason : all_reasons(values.session)) context.note(reason + '\n');
    return cli::code(ExitCode::done);
}

constexpr std::array routine_sheet_examples = {
    cli::Example{"hipflow routine sheet desk-reset", "into a file, to print"},
    cli::Example{"hipflow routine sheet hip-rotation --out wall.html", "under another name"},
};

}  // namespace

constinit const cli::Command routine_sheet_command{
    .name = "sheet",
    .summary = "Write a page to pin on a wall, with days to tick",
    .examples = routine_sheet_examples,
    .bind = cli::bind<&declare_routine_sheet, &write_sheet>,
};

}  // namespace hipflow::commands
