// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "answers/setup.h"
#include "commands/all_commands.h"
#include "commands/setting_warnings.h"
#include "report/setup_text.h"
#include "today/preferences.h"

namespace hipflow::commands {
namespace {

struct ConfigOptions {
    cli::Format format = cli::Format::text;
};

void declare_config(cli::Options& options, ConfigOptions& values) { options.json(values.format); }

int print_config(cli::Context& context, const ConfigOptions& values) {
    const today::SettingsInForce in_force = today::settings_in_force(context.desk());
    if (in_force.unreadable) {
        context.note(fmt::format("hipflow: {}\nThe answers that are kept there are not shown.\n",
                                 *in_force.unreadable));
    }
    note_unknown_avoided(context);
    const auto& lines = in_force.lines;
    const std::string file = context.config_path();
    const std::string database = context.database().path.string();
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::Configuration{file, database, lines})
                      : report::settings_text(file, database, lines, context.style()),
                  values.format);
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
