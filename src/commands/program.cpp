// SPDX-License-Identifier: MIT
#include "commands/program.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/faulty_files.h"
#include "commands/json_answer.h"
#include "commands/library_filter.h"
#include "commands/program_join.h"
#include "domain/names.h"
#include "report/program_text.h"
#include "text/table.h"

namespace hipflow {
namespace {

Json json_of(const LibraryEntry& entry, const Program& program) {
    return {{"id", entry.id},
            {"name", program.name},
            {"summary", program.summary},
            {"weeks", program.weeks.size()},
            {"per_week", program.per_week},
            {"origin", entry.origin == Origin::user ? "user" : "bundled"},
            {"overrides_bundled", entry.overrides_bundled},
            {"file", entry.file}};
}

int list_programs(Context& context, bool as_json) {
    const Library& library = context.library();
    Json answer = json_answer();
    answer["programs"] = Json::array();
    std::vector<std::vector<std::string>> rows;
    FaultyFiles faulty;
    for (const auto& entry : library.programs()) {
        faulty.in([&] {
            const Program& program = library.program_source(entry.id).program;
            answer["programs"].push_back(json_of(entry, program));
            rows.push_back({entry.id, plural(program.weeks.size(), "week"),
                            fmt::format("{} a week", program.per_week), program.name,
                            origin_words(entry)});
        });
    }
    faulty.add(library.unlisted_programs());
    if (as_json) {
        print_json(context, answer);
    } else {
        context.print(
            table(rows, {Align::left, Align::right, Align::left, Align::left, Align::left}));
    }
    faulty.refuse_any();
    return code(ExitCode::done);
}

int show_program(Context& context, const std::string& id, bool as_json) {
    const Program& program = context.library().program_source(id).program;
    if (as_json) {
        Json answer = json_answer();
        answer["program"] = to_json(program);
        print_json(context, answer);
    } else {
        context.print(program_text(program, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_program(CLI::App& app, Action& action) {
    struct Options {
        std::string id;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    app.require_subcommand(1);
    CLI::App* list = app.add_subcommand("list", "List all programs");
    list->add_flag("--json", options->json, "Print JSON");
    list->callback([options, &action] {
        action = [options](Context& context) { return list_programs(context, options->json); };
    });
    CLI::App* show = app.add_subcommand("show", "Show a program week by week");
    show->add_option("program", options->id, "Its id")->required()->type_name("PROGRAM");
    show->add_flag("--json", options->json, "Print JSON");
    show->callback([options, &action] {
        action = [options](Context& context) {
            return show_program(context, options->id, options->json);
        };
    });
    add_program_join(app, action);
}

}  // namespace hipflow
