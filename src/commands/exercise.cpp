// SPDX-License-Identifier: MIT
#include "commands/exercise.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "report/library_text.h"
#include "text/table.h"

namespace hipflow {
namespace {

int list_exercises(Context& context, bool as_json) {
    const Library& library = context.library();
    Json answer = json_answer();
    answer["exercises"] = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& entry : library.exercises()) {
        const Exercise& exercise = library.exercise(entry.id);
        const bool own = entry.origin == Origin::user;
        if (as_json) {
            answer["exercises"].push_back({{"id", entry.id},
                                           {"name", exercise.name},
                                           {"level", exercise.level},
                                           {"position", word(exercise.position)},
                                           {"origin", own ? "user" : "bundled"},
                                           {"overrides_bundled", entry.overrides_bundled},
                                           {"file", entry.file}});
        } else {
            rows.push_back({entry.id, exercise.name, std::to_string(exercise.level),
                            std::string(word(exercise.position)), own ? "yours" : ""});
        }
    }
    if (as_json) {
        print_json(context, answer);
    } else {
        context.print(
            table(rows, {Align::left, Align::left, Align::left, Align::left, Align::left}));
    }
    return code(ExitCode::done);
}

int show_exercise(Context& context, const std::string& id, bool as_json) {
    const Exercise& exercise = context.library().exercise(id);
    if (as_json) {
        Json answer = json_answer();
        answer["exercise"] = to_json(exercise);
        print_json(context, answer);
    } else {
        context.print(exercise_text(exercise, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_exercise(CLI::App& app, Action& action) {
    struct Options {
        std::string id;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    app.require_subcommand(1);
    CLI::App* list = app.add_subcommand("list", "List all exercises");
    list->add_flag("--json", options->json, "Print JSON");
    list->callback([options, &action] {
        action = [options](Context& context) { return list_exercises(context, options->json); };
    });
    CLI::App* show = app.add_subcommand("show", "Show all about an exercise");
    show->add_option("exercise", options->id, "Its id")->required()->type_name("ID");
    show->add_flag("--json", options->json, "Print JSON");
    show->callback([options, &action] {
        action = [options](Context& context) {
            return show_exercise(context, options->id, options->json);
        };
    });
}

}  // namespace hipflow
