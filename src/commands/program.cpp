// SPDX-License-Identifier: MIT
#include <array>

#include "answers/library.h"
#include "answers/program_status.h"
#include "commands/all_commands.h"
#include "commands/shared_options.h"
#include "report/program_text.h"
#include "today/enrolment.h"
#include "today/library_lists.h"

namespace hipflow::commands {
namespace {

struct ProgramListOptions {
    cli::Format format = cli::Format::text;
};

void declare_program_list(cli::Options& options, ProgramListOptions& values) {
    options.json(values.format);
}

int list_programs(cli::Context& context, const ProgramListOptions& values) {
    today::FaultyFiles faulty;
    const auto programs = today::listed_programs(context.library(), faulty);
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::ProgramList{programs})
                      : report::program_list_text(programs, context.style()),
                  values.format);
    faulty.refuse_any();
    return cli::code(ExitCode::done);
}

constexpr std::array program_list_examples = {
    cli::Example{"hipflow program list", "what there is"},
};
constexpr cli::Command program_list_command{
    .name = "list",
    .summary = "List all programs",
    .examples = program_list_examples,
    .bind = cli::bind<&declare_program_list, &list_programs>,
};

struct ProgramShowOptions {
    std::string id;
    cli::Format format = cli::Format::text;
};

void declare_program_show(cli::Options& options, ProgramShowOptions& values) {
    options.add("program", values.id, "PROGRAM", "The id of a program")
        .takes(cli::ValueKind::program)
        .required();
    options.json(values.format);
}

int show_program(cli::Context& context, const ProgramShowOptions& values) {
    const Program& program = context.library().program_source(values.id).program;
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::ProgramDetails{program})
                      : report::program_text(program, context.style()),
                  values.format);
    return cli::code(ExitCode::done);
}

constexpr std::array program_show_examples = {
    cli::Example{"hipflow program show steady-six", "week by week"},
};
constexpr cli::Command program_show_command{
    .name = "show",
    .summary = "Show a program week by week",
    .examples = program_show_examples,
    .bind = cli::bind<&declare_program_show, &show_program>,
};

struct ProgramJoinOptions {
    std::string id;
};

void declare_program_join(cli::Options& options, ProgramJoinOptions& values) {
    options.add("program", values.id, "PROGRAM", "The id of a program")
        .takes(cli::ValueKind::program)
        .required();
}

int run_program_join(cli::Context& context, const ProgramJoinOptions& values) {
    const today::Joined joined = today::join_program(context.desk(), values.id);
    context.print(report::joined_text(joined, context.style()));
    return cli::code(ExitCode::done);
}

constexpr std::array program_join_examples = {
    cli::Example{"hipflow program join steady-six", "six weeks from today"},
};
constexpr cli::Command program_join_command{
    .name = "join",
    .summary = "Begin a program today",
    .examples = program_join_examples,
    .bind = cli::bind<&declare_program_join, &run_program_join>,
};

int run_program_leave(cli::Context& context) {
    const today::Left left = today::leave_program(context.desk());
    context.print(report::left_program_text(left, context.style()));
    return cli::code(ExitCode::done);
}

constexpr std::array program_leave_examples = {
    cli::Example{"hipflow program leave", "what was done is kept"},
};
constexpr cli::Command program_leave_command{
    .name = "leave",
    .summary = "End the program that you are in",
    .examples = program_leave_examples,
    .bind = cli::bind<&run_program_leave>,
};

struct ProgramStatusOptions {
    cli::Format format = cli::Format::text;
};

void declare_program_status(cli::Options& options, ProgramStatusOptions& values) {
    options.json(values.format);
}

int show_program_status(cli::Context& context, const ProgramStatusOptions& values) {
    const auto status = today::enrolled(context.desk());
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::ProgramStatus{status})
                      : report::program_status_text(status, context.style()),
                  values.format);
    return cli::code(status ? ExitCode::done : ExitCode::nothing);
}

constexpr std::array program_status_examples = {
    cli::Example{"hipflow program status", "this week's level, and what is next"},
};
constexpr cli::Command program_status_command{
    .name = "status",
    .summary = "Show where you stand in your program",
    .examples = program_status_examples,
    .bind = cli::bind<&declare_program_status, &show_program_status>,
};

constexpr std::array program_examples = {
    cli::Example{"hipflow program list", "what there is"},
    cli::Example{"hipflow program show steady-six", "week by week"},
    cli::Example{"hipflow program join steady-six", "begin it today"},
};
constexpr std::array program_parts = {&program_list_command, &program_show_command,
                                      &program_join_command, &program_leave_command,
                                      &program_status_command};

}  // namespace

constinit const cli::Command program_command{
    .name = "program",
    .summary = "Follow a program of several weeks",
    .examples = program_examples,
    .parts = program_parts,
};

}  // namespace hipflow::commands
