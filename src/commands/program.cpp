// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "commands/all_commands.h"
#include "commands/library_filter.h"
#include "domain/names.h"
#include "exchange/today_answers.h"
#include "report/program_text.h"
#include "text/layout.h"
#include "today/enrolment.h"
#include "today/library_lists.h"

namespace hipflow {
namespace {

struct ProgramListOptions {
    Format format = Format::text;
};

void declare_program_list(Options& options, ProgramListOptions& values) {
    options.json(values.format);
}

std::string program_table(const std::vector<ListedProgram>& programs) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(programs.size());
    for (const auto& [entry, program] : programs) {
        const auto weeks = program.weeks.size();
        rows.push_back({entry.id, plural(weeks, "week"), fmt::format("{} a week", program.per_week),
                        program.name, origin_words(entry)});
    }
    return table(rows, {Align::left, Align::right, Align::left, Align::left, Align::left});
}

int list_programs(Context& context, const ProgramListOptions& values) {
    const Library& library = context.library();
    std::vector<ListedProgram> programs;
    FaultyFiles faulty;
    for (const auto& entry : library.programs()) {
        faulty.in([&] { programs.push_back({entry, library.program_source(entry.id).program}); });
    }
    faulty.add(library.unlisted_programs());
    context.print(values.format == Format::json
                      ? json_text(members([&](auto& visit) { visit("programs", programs); }))
                      : program_table(programs));
    faulty.refuse_any();
    return code(ExitCode::done);
}

constexpr std::array program_list_examples = {
    Example{"hipflow program list", "what there is"},
};
constexpr Command program_list_command{
    .name = "list",
    .summary = "List all programs",
    .examples = program_list_examples,
    .bind = bind<&declare_program_list, &list_programs>,
};

struct ProgramShowOptions {
    std::string id;
    Format format = Format::text;
};

void declare_program_show(Options& options, ProgramShowOptions& values) {
    options.add("program", values.id, "PROGRAM", "Its id").required();
    options.json(values.format);
}

int show_program(Context& context, const ProgramShowOptions& values) {
    const Program& program = context.library().program_source(values.id).program;
    context.print(values.format == Format::json
                      ? json_text(members([&](auto& visit) { visit("program", program); }))
                      : program_text(program, context.style()));
    return code(ExitCode::done);
}

constexpr std::array program_show_examples = {
    Example{"hipflow program show steady-six", "week by week"},
};
constexpr Command program_show_command{
    .name = "show",
    .summary = "Show a program week by week",
    .examples = program_show_examples,
    .bind = bind<&declare_program_show, &show_program>,
};

struct ProgramJoinOptions {
    std::string id;
};

void declare_program_join(Options& options, ProgramJoinOptions& values) {
    options.add("program", values.id, "PROGRAM", "Its id").required();
}

int run_program_join(Context& context, const ProgramJoinOptions& values) {
    const Joined joined = join_program(context.desk(), values.id);
    const Program& program = joined.program;
    std::string text =
        fmt::format("{} begins today, with {} sessions a week.", program.name, program.per_week);
    if (!joined.waiting_rule.empty()) {
        text += fmt::format(" Your own schedule ({}) waits until you leave.", joined.waiting_rule);
    }
    if (joined.enrolled) {
        for (const auto& news : program_news(program, joined.enrolled->today)) text += ' ' + news;
    }
    text += " 'hipflow start' takes its sessions from now on.";
    context.print(paragraph(text, context.style().columns));
    return code(ExitCode::done);
}

constexpr std::array program_join_examples = {
    Example{"hipflow program join steady-six", "six weeks from today"},
};
constexpr Command program_join_command{
    .name = "join",
    .summary = "Begin a program today",
    .examples = program_join_examples,
    .bind = bind<&declare_program_join, &run_program_join>,
};

int run_program_leave(Context& context) {
    const Left left = leave_program(context.desk());
    std::string text =
        fmt::format("You have left the program '{}'. What was done is kept.", left.program);
    if (left.changes_schedule) {
        text += left.rule == program_rule(0)
                    ? " Nothing is scheduled now."
                    : fmt::format(" Your own schedule holds again: {}.", left.rule);
    }
    context.print(paragraph(text, context.style().columns));
    return code(ExitCode::done);
}

constexpr std::array program_leave_examples = {
    Example{"hipflow program leave", "what was done is kept"},
};
constexpr Command program_leave_command{
    .name = "leave",
    .summary = "End the program that you are in",
    .examples = program_leave_examples,
    .bind = bind<&run_program_leave>,
};

struct ProgramStatusOptions {
    Format format = Format::text;
};

void declare_program_status(Options& options, ProgramStatusOptions& values) {
    options.json(values.format);
}

std::string status_json(const std::optional<Enrolled>& status) {
    if (status) return json_text(*status);
    return json_text(members([](auto& visit) { visit("program", std::optional<std::string>()); }));
}

std::string status_text(const std::optional<Enrolled>& status, const Style& style) {
    if (!status) {
        return "You are in no program. 'hipflow program list' shows what there is, and\n"
               "'hipflow program join' begins one.\n";
    }
    return program_status_text(
        {status->program, status->enrolment.from_day, status->today, status->routine}, style);
}

int show_program_status(Context& context, const ProgramStatusOptions& values) {
    const Store* history = context.desk().history();
    std::optional<Enrolled> status;
    if (history != nullptr) status = enrolled(context.library(), *history, context.now().local_day);
    context.print(values.format == Format::json ? status_json(status)
                                                : status_text(status, context.style()));
    return code(status ? ExitCode::done : ExitCode::nothing);
}

constexpr std::array program_status_examples = {
    Example{"hipflow program status", "this week's level, and what is next"},
};
constexpr Command program_status_command{
    .name = "status",
    .summary = "Show where you stand in your program",
    .examples = program_status_examples,
    .bind = bind<&declare_program_status, &show_program_status>,
};

constexpr std::array program_examples = {
    Example{"hipflow program list", "what there is"},
    Example{"hipflow program show steady-six", "week by week"},
    Example{"hipflow program join steady-six", "begin it today"},
};
constexpr std::array program_parts = {&program_list_command, &program_show_command,
                                      &program_join_command, &program_leave_command,
                                      &program_status_command};

}  // namespace

constinit const Command program_command{
    .name = "program",
    .summary = "Follow a program of several weeks",
    .examples = program_examples,
    .parts = program_parts,
};

}  // namespace hipflow
