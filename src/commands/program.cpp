// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "answers/library.h"
#include "answers/program_status.h"
#include "commands/all_commands.h"
#include "commands/shared_options.h"
#include "domain/names.h"
#include "report/program_text.h"
#include "text/layout.h"
#include "today/enrolment.h"
#include "today/library_lists.h"
#include "today/signs.h"

namespace hipflow::commands {
namespace {

struct ProgramListOptions {
    cli::Format format = cli::Format::text;
};

void declare_program_list(cli::Options& options, ProgramListOptions& values) {
    options.json(values.format);
}

std::string program_table(const std::vector<today::ListedProgram>& programs) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(programs.size());
    for (const auto& [entry, program] : programs) {
        const auto weeks = program.weeks.size();
        rows.push_back({entry.id, plural(weeks, "week"), fmt::format("{} a week", program.per_week),
                        program.name, today::origin_words(entry)});
    }
    return table(rows, {Align::left, Align::right, Align::left, Align::left, Align::left});
}

int list_programs(cli::Context& context, const ProgramListOptions& values) {
    today::FaultyFiles faulty;
    const auto programs = today::listed_programs(context.library(), faulty);
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::ProgramList{programs})
                      : program_table(programs));
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
    options.add("program", values.id, "PROGRAM", "Its id").required();
    options.json(values.format);
}

int show_program(cli::Context& context, const ProgramShowOptions& values) {
    const Program& program = context.library().program_source(values.id).program;
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::ProgramDetails{program})
                      : report::program_text(program, context.style()));
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
    options.add("program", values.id, "PROGRAM", "Its id").required();
}

std::string joined_text(const today::Joined& joined) {
    const Program& program = joined.program;
    std::string text = joined.no_session
                           ? fmt::format("You are in {} from today on, with {} sessions a week.",
                                         program.name, program.per_week)
                           : fmt::format("{} begins today, with {} sessions a week.", program.name,
                                         program.per_week);
    if (!joined.waiting_rule.empty()) {
        text += fmt::format(" Your own schedule ({}) waits until you leave.", joined.waiting_rule);
    }
    if (joined.no_session) return text + ' ' + *joined.no_session;
    if (joined.enrolled) {
        for (const auto& news : report::program_news(program, joined.enrolled->today))
            text += ' ' + news;
    }
    return text + " 'hipflow start' takes its sessions from now on.";
}

int run_program_join(cli::Context& context, const ProgramJoinOptions& values) {
    const today::Joined joined = today::join_program(context.desk(), values.id);
    context.print(paragraph(joined_text(joined), context.style().columns));
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
    std::string text =
        fmt::format("You have left the program '{}'. What was done is kept.", left.program);
    if (left.changes_schedule) {
        text += left.own_rule ? fmt::format(" Your own schedule applies again: {}.", *left.own_rule)
                              : " Nothing is scheduled now.";
    }
    context.print(paragraph(text, context.style().columns));
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

std::string status_text(const std::optional<today::Enrolled>& status,
                        const std::optional<std::string>& no_session, const Style& style) {
    if (!status) {
        return "You are not in a program. 'hipflow program list' shows what there is, "
               "and\n'hipflow program join' begins one.\n";
    }
    return report::program_status_text(
        {status->program, status->enrolment.from_day, status->today, status->routine, no_session},
        style);
}

int show_program_status(cli::Context& context, const ProgramStatusOptions& values) {
    auto status = today::enrolled(context.desk());
    const auto no_session = today::against_today(context.desk());
    if (status && no_session) status->today.measure.clear();
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::ProgramStatus{status})
                      : status_text(status, no_session, context.style()));
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
