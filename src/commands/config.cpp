// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "answers/setup.h"
#include "catalog/settings.h"
#include "commands/all_commands.h"
#include "text/layout.h"
#include "text/utf8.h"
#include "today/preferences.h"

namespace hipflow::commands {
namespace {

std::string quoted_ids(const std::vector<today::Limit>& limits) {
    std::vector<std::string> ids;
    ids.reserve(limits.size());
    for (const auto& limit : limits) ids.push_back(fmt::format("\"{}\"", limit.id));
    return fmt::format("[{}]", fmt::join(ids, ", "));
}

/// Names each origin once: "config.toml:3; answer of 2026-11-27".
std::string origins_of(const std::vector<today::Limit>& limits) {
    std::vector<std::string> origins;
    for (const auto& limit : limits) {
        std::string origin = limit.place.value_or(today::origin_words(limit));
        if (std::ranges::find(origins, origin) == origins.end()) {
            origins.push_back(std::move(origin));
        }
    }
    return fmt::format("{}", fmt::join(origins, "; "));
}

/// Shows restrictions and avoided exercises as they were answered, where the file is silent.
void show_answers(std::vector<catalog::SettingLine>& lines, const today::LeftOut& limits) {
    for (auto& line : lines) {
        if (line.key == "me.restrictions" && !limits.restrictions_place) {
            line.value = quoted_ids(limits.restrictions);
            if (limits.restrictions.empty() && limits.restrictions_at) {
                line.origin = today::origin_words({"", std::nullopt, limits.restrictions_at});
            }
            if (!limits.restrictions.empty()) line.origin = origins_of(limits.restrictions);
        }
        if (line.key == "me.avoid" && !limits.avoided.empty()) {
            line.value = quoted_ids(limits.avoided);
            line.origin = origins_of(limits.avoided);
        }
    }
}

/// Returns no answers where the history cannot be read, which is no reason to hide the settings.
std::vector<Preference> readable_answers(cli::Context& context) {
    try {
        return today::answers_of(context.desk());
    } catch (const Error& error) {
        context.note(fmt::format("hipflow: {}\nThe answers that are kept there are not shown.\n",
                                 error.what()));
        return {};
    }
}

struct ConfigOptions {
    cli::Format format = cli::Format::text;
};

void declare_config(cli::Options& options, ConfigOptions& values) { options.json(values.format); }

int print_config(cli::Context& context, const ConfigOptions& values) {
    auto lines = catalog::listed(context.settings());
    show_answers(lines, today::limits_of(context.settings(), readable_answers(context)));
    const std::string file = context.config_path();
    const std::string database = context.database().path.string();
    if (values.format == cli::Format::json) {
        context.print(answers::json_text(answers::Configuration{file, database, lines}));
        return cli::code(ExitCode::done);
    }
    std::vector<std::vector<std::string>> rows;
    rows.reserve(lines.size());
    for (const auto& line : lines) {
        rows.push_back({line.key, "= " + line.value, "# " + line.origin});
    }
    context.print(fmt::format("# file: {}\n# database: {}\n", shown(file, file.size()),
                              shown(database, database.size())));
    context.print(table(rows, {Align::left, Align::left, Align::left}));
    return cli::code(ExitCode::done);
}

constexpr std::array config_examples = {
    cli::Example{"hipflow config", "also names the files"},
};

}  // namespace

constinit const cli::Command config_command{
    .name = "config",
    .summary = "Show every setting and where it comes from",
    .examples = config_examples,
    .bind = cli::bind<&declare_config, &print_config>,
};

}  // namespace hipflow::commands
