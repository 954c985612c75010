// SPDX-License-Identifier: MIT
#include "commands/config.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalog/settings.h"
#include "commands/json_answer.h"
#include "text/table.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

int print_config(Context& context, bool as_json) {
    const auto lines = listed(context.settings());
    const std::string file = context.config_path();
    const std::string database = context.database().path.string();
    if (as_json) {
        Json answer = json_answer();
        answer["file"] = file;
        answer["database"] = database;
        answer["settings"] = Json::array();
        for (const auto& line : lines) {
            answer["settings"].push_back(
                {{"key", line.key}, {"value", line.value}, {"origin", line.origin}});
        }
        print_json(context, answer);
        return code(ExitCode::done);
    }
    std::vector<std::vector<std::string>> rows;
    rows.reserve(lines.size());
    for (const auto& line : lines)
        rows.push_back({line.key, "= " + line.value, "# " + line.origin});
    context.print(fmt::format("# file: {}\n# database: {}\n", shown(file, file.size()),
                              shown(database, database.size())));
    context.print(table(rows, {Align::left, Align::left, Align::left}));
    return code(ExitCode::done);
}

}  // namespace

void add_config(CLI::App& app, Action& action) {
    auto json = std::make_shared<bool>(false);
    app.add_flag("--json", *json, "Print JSON");
    app.callback([json, &action] {
        action = [json](Context& context) { return print_config(context, *json); };
    });
}

}  // namespace hipflow
