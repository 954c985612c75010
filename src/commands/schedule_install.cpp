// SPDX-License-Identifier: MIT
#include "commands/schedule_install.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "answers/schedule.h"
#include "commands/agreement.h"
#include "platform/environment.h"
#include "platform/reminders.h"
#include "report/setup_text.h"
#include "today/askers.h"

namespace hipflow::commands {
namespace {

namespace fs = std::filesystem;

struct InstallOptions {
    bool cron = false;
    bool systemd = false;
    bool dry_run = false;
    bool yes = false;
};

/// Asks whether to write. Throws Error if there is nobody to ask, and no --yes.
bool agreed(const cli::Context& context, const InstallOptions& options) {
    return agrees(context, options.yes, {"Write this? y writes it", "Nothing was written."});
}

/// Shows the difference, keeps a copy, and writes. An empty `block` takes the old one away.
int change_crontab(cli::Context& context, const InstallOptions& options, const std::string& block) {
    const today::CrontabChange change = today::crontab_change(block);
    if (!change.changes()) {
        context.print(block.empty() ? "cron: nothing is installed.\n" : "cron: unchanged.\n");
        return cli::code(block.empty() ? ExitCode::nothing : ExitCode::done);
    }
    context.print("The crontab:\n" + report::change_lines(change.old_block, block));
    if (options.dry_run || !agreed(context, options)) return cli::code(ExitCode::done);
    if (const auto copy = today::keep_copy(context.desk(), change)) {
        context.note(fmt::format("The old one is kept as {}.\n", copy->string()));
    }
    today::carry_out(change);
    context.print(block.empty() ? "cron: removed.\n" : "cron: installed.\n");
    return cli::code(ExitCode::done);
}

int install_systemd(cli::Context& context, const InstallOptions& options) {
    const platform::TimerUnits units = today::wanted_timer_units(context.desk());
    const auto before = platform::read_units(context.environment());
    if (before == units) {
        context.print("systemd: unchanged.\n");
        return cli::code(ExitCode::done);
    }
    const auto show = [&](const fs::path& path, const std::string& was, const std::string& is) {
        context.print(path.string() + ":\n" + report::change_lines(was, is));
    };
    const platform::TimerUnits old = before.value_or(platform::TimerUnits{});
    show(platform::service_path(context.environment()), old.service, units.service);
    show(platform::timer_path(context.environment()), old.timer, units.timer);
    if (options.dry_run || !agreed(context, options)) return cli::code(ExitCode::done);
    platform::install_units(context.environment(), units);
    context.print("systemd: installed.\n");
    return cli::code(ExitCode::done);
}

int uninstall_systemd(cli::Context& context, const InstallOptions& options) {
    context.print(fmt::format("To be removed: {} and {}\n",
                              platform::service_path(context.environment()).string(),
                              platform::timer_path(context.environment()).string()));
    if (options.dry_run || !agreed(context, options)) return cli::code(ExitCode::done);
    platform::uninstall_units(context.environment());
    context.print("systemd: removed.\n");
    return cli::code(ExitCode::done);
}

int install_reminders(cli::Context& context, const InstallOptions& options) {
    const bool systemd = options.systemd || (!options.cron && platform::systemd_runs());
    if (systemd) return install_systemd(context, options);
    return change_crontab(context, options, today::wanted_crontab_block(context.desk()));
}

/// Takes away whatever is there, or what was named.
int uninstall_reminders(cli::Context& context, const InstallOptions& options) {
    const bool both = !options.cron && !options.systemd;
    const bool units =
        (both || options.systemd) && platform::read_units(context.environment()).has_value();
    int result = cli::code(ExitCode::nothing);
    if (units) result = uninstall_systemd(context, options);
    if (both && units) {
        const bool block = std::ranges::any_of(
            today::askers(context.desk()),
            [](const today::Asker& one) { return one.name == "cron" && one.installed; });
        if (!block) return result;
    }
    if (options.systemd) {
        if (!units) context.print("systemd: nothing is installed.\n");
        return result;
    }
    return change_crontab(context, options, "");
}

void declare_install(cli::Options& options, InstallOptions& values) {
    const cli::Option cron = options.flag("--cron", values.cron, "In the crontab");
    options.flag("--systemd", values.systemd, "As a systemd user timer").excludes(cron);
    options.flag("--dry-run", values.dry_run, "Only show what would change");
    options.flag("--yes", values.yes, "Do not ask");
}

struct AskerOptions {
    cli::Format format = cli::Format::text;
};

void declare_status(cli::Options& options, AskerOptions& values) { options.json(values.format); }

int show_askers(cli::Context& context, const AskerOptions& values) {
    const auto all = today::askers(context.desk());
    context.print(values.format == cli::Format::json ? answers::json_text(answers::Reminders{all})
                                                     : report::askers_text(all),
                  values.format);
    const bool any = std::ranges::any_of(all, &today::Asker::installed);
    return cli::code(any ? ExitCode::done : ExitCode::nothing);
}

constexpr std::array schedule_install_examples = {
    cli::Example{"hipflow schedule install --dry-run", "only show it"},
    cli::Example{"hipflow schedule install --cron --dry-run", "by cron"},
};
constexpr std::array schedule_uninstall_examples = {
    cli::Example{"hipflow schedule uninstall --dry-run", "only show it"},
};
constexpr std::array schedule_status_examples = {
    cli::Example{"hipflow schedule status", "are reminders installed?"},
};

}  // namespace

constinit const cli::Command schedule_install_command{
    .name = "install",
    .summary = "Let cron or systemd ask every 15 minutes what is due",
    .examples = schedule_install_examples,
    .bind = cli::bind<&declare_install, &install_reminders>,
};

constinit const cli::Command schedule_uninstall_command{
    .name = "uninstall",
    .summary = "Remove the reminders from cron and systemd",
    .examples = schedule_uninstall_examples,
    .bind = cli::bind<&declare_install, &uninstall_reminders>,
};

constinit const cli::Command schedule_status_command{
    .name = "status",
    .summary = "Show whether cron or systemd asks what is due",
    .examples = schedule_status_examples,
    .bind = cli::bind<&declare_status, &show_askers>,
};

}  // namespace hipflow::commands
