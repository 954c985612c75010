// SPDX-License-Identifier: MIT
#include "commands/program_join.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "exchange/program_json.h"
#include "platform/random.h"
#include "report/program_status_text.h"
#include "text/wrap.h"
#include "today/enrolment.h"

namespace hipflow {
namespace {

constexpr const char* in_no_program = "you are in no program.";

/// The schedule of the person's own that a program took the place of; null if there never was one.
const ScheduleVersion* own_schedule(const std::vector<ScheduleVersion>& schedules, Day day) {
    const ScheduleVersion* own = nullptr;
    for (const auto& version : schedules) {
        const bool is_own = version.source == ScheduleSource::own && version.valid_from <= day;
        if (is_own) own = &version;
    }
    return own;
}

bool is_program(const ScheduleVersion* version) {
    return version != nullptr && version->source == ScheduleSource::program;
}

int join_program(Context& context, const std::string& id) {
    const Library& library = context.library();
    const Program& program = library.program_source(id).program;
    const Day today = context.now().local_day;
    Store store = context.store();
    if (const auto current = current_enrolment(store, today)) {
        throw Error(
            fmt::format("you are in the program '{}' since {}. 'hipflow program leave' "
                        "ends that first.",
                        current->program, format_day(current->from_day)));
    }
    const auto schedules = store.schedules();
    Change change;
    change.now = context.clock().wall();
    change.put.emplace_back(Enrolment{new_id(change.now), program.id, today, std::nullopt});
    change.put.emplace_back(ScheduleVersion{
        new_id(change.now), today, program_rule(program.per_week), ScheduleSource::program});
    store.commit(change);

    std::string text =
        fmt::format("{} begins today, with {} sessions a week.", program.name, program.per_week);
    const ScheduleVersion* own = own_schedule(schedules, today);
    if (own != nullptr && own->rule != program_rule(0)) {
        text += fmt::format(" Your own schedule ({}) waits until you leave.", own->rule);
    }
    if (const auto joined = enrolled(library, store, today)) {
        for (const auto& news : program_news(program, joined->today)) text += ' ' + news;
    }
    text += " 'hipflow start' takes its sessions from now on.";
    context.print(paragraph(text, context.style().columns));
    return code(ExitCode::done);
}

int leave_program(Context& context) {
    const Day today = context.now().local_day;
    if (!context.existing_store()) throw Error(in_no_program, ExitCode::nothing);
    Store store = context.store();
    auto current = current_enrolment(store, today);
    if (!current) throw Error(in_no_program, ExitCode::nothing);
    current->to_day = today;
    Change change;
    change.now = context.clock().wall();
    const auto schedules = store.schedules();
    std::string text =
        fmt::format("You have left the program '{}'. What was done is kept.", current->program);
    if (is_program(schedule_on(schedules, today))) {
        const ScheduleVersion* own = own_schedule(schedules, today);
        const std::string rule = own != nullptr ? own->rule : program_rule(0);
        change.put.emplace_back(
            ScheduleVersion{new_id(change.now), today, rule, ScheduleSource::own});
        text += rule == program_rule(0) ? " Nothing is scheduled now."
                                        : fmt::format(" Your own schedule holds again: {}.", rule);
    }
    change.put.emplace_back(*std::move(current));
    store.commit(change);
    context.print(paragraph(text, context.style().columns));
    return code(ExitCode::done);
}

Json status_json(const Enrolled& status) {
    Json answer = json_answer();
    answer["program"] = status.program.id;
    answer["name"] = status.program.name;
    answer["from_day"] = format_day(status.enrolment.from_day);
    answer["weeks"] = status.program.weeks.size();
    answer["routine"] = status.routine ? Json(*status.routine) : Json(nullptr);
    answer.update(to_json(status.today));
    return answer;
}

int show_status(Context& context, bool as_json) {
    const Day today = context.now().local_day;
    const auto store = context.existing_store();
    const auto status = store ? enrolled(context.library(), *store, today) : std::nullopt;
    if (as_json) {
        Json answer = json_answer();
        answer["program"] = nullptr;
        print_json(context, status ? status_json(*status) : answer);
    } else if (status) {
        context.print(program_status_text(
            {status->program, status->enrolment.from_day, status->today, status->routine},
            context.style()));
    } else {
        context.print(
            "You are in no program. 'hipflow program list' shows what there is, and\n"
            "'hipflow program join' begins one.\n");
    }
    return code(status ? ExitCode::done : ExitCode::nothing);
}

}  // namespace

void add_program_join(CLI::App& app, Action& action) {
    struct Options {
        std::string id;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* join = app.add_subcommand("join", "Begin a program today");
    join->add_option("program", options->id, "Its id")->required()->type_name("PROGRAM");
    join->callback([options, &action] {
        action = [options](Context& context) { return join_program(context, options->id); };
    });
    CLI::App* leave = app.add_subcommand("leave", "End the program that you are in");
    leave->callback([&action] { action = leave_program; });
    CLI::App* status = app.add_subcommand("status", "Show where you stand in your program");
    status->add_flag("--json", options->json, "Print JSON");
    status->callback([options, &action] {
        action = [options](Context& context) { return show_status(context, options->json); };
    });
}

}  // namespace hipflow
