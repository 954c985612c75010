// SPDX-License-Identifier: MIT
#include "commands/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalog/settings.h"
#include "commands/json_answer.h"
#include "commands/preferences.h"
#include "text/table.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

std::string quoted(const std::vector<Limit>& limits) {
    std::vector<std::string> ids;
    ids.reserve(limits.size());
    for (const auto& limit : limits) ids.push_back(fmt::format("\"{}\"", limit.id));
    return fmt::format("[{}]", fmt::join(ids, ", "));
}

/// Lists each origin once: "config.toml:3; answer of 2026-11-27".
std::string origins_of(const std::vector<Limit>& limits) {
    std::vector<std::string> origins;
    for (const auto& limit : limits) {
        std::string origin = limit.place.value_or(origin_words(limit));
        if (std::ranges::find(origins, origin) == origins.end()) {
            origins.push_back(std::move(origin));
        }
    }
    return fmt::format("{}", fmt::join(origins, "; "));
}

/// Shows restrictions and avoided exercises as they were answered, where the file does not set
/// them.
void show_answers(std::vector<SettingLine>& lines, const LeftOut& limits) {
    for (auto& line : lines) {
        if (line.key == "me.restrictions" && !limits.restrictions_place) {
            line.value = quoted(limits.restrictions);
            if (limits.restrictions.empty() && limits.restrictions_at) {
                line.origin = origin_words({"", std::nullopt, limits.restrictions_at});
            }
            if (!limits.restrictions.empty()) line.origin = origins_of(limits.restrictions);
        }
        if (line.key == "me.avoid" && !limits.avoided.empty()) {
            line.value = quoted(limits.avoided);
            line.origin = origins_of(limits.avoided);
        }
    }
}

/// Reads the answers. Returns none if the history cannot be read, since the settings can be shown
/// without it.
std::vector<Preference> answers_of(const Context& context) {
    try {
        const auto store = context.existing_store();
        return store ? store->preferences() : std::vector<Preference>{};
    } catch (const Error& error) {
        context.note(fmt::format("hipflow: {}\nThe answers that are kept there are not shown.\n",
                                 error.what()));
        return {};
    }
}

int print_config(Context& context, bool as_json) {
    auto lines = listed(context.settings());
    show_answers(lines, limits_of(context.settings(), answers_of(context)));
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
