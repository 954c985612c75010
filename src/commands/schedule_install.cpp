// SPDX-License-Identifier: MIT
#include "commands/schedule_install.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "platform/crontab.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "platform/timer_units.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

struct InstallOptions {
    bool cron = false;
    bool systemd = false;
    bool dry_run = false;
    bool yes = false;
};

fs::path this_program() {
    std::error_code fault;
    fs::path path = fs::read_symlink("/proc/self/exe", fault);
    if (!fault) return path;
    throw Error(fmt::format("where this program lies cannot be found out: {}", fault.message()));
}

/// The program and its options, in words as they were meant. cron and systemd know nothing of the
/// variables of this shell, so that files which they name are named here.
std::vector<std::string> command_words(const Context& context) {
    std::vector<std::string> words{this_program().string()};
    const auto& environment = context.environment();
    const auto given = [&](const std::optional<std::string>& option, const char* file,
                           const char* folder) {
        return option || environment.get(file) || environment.get(folder);
    };
    if (given(context.options().db, "HIPFLOW_DB", "XDG_DATA_HOME")) {
        words.insert(words.end(), {"--db", fs::absolute(context.database().path).string()});
    }
    const fs::path config = context.config_path();
    if (given(context.options().config, "HIPFLOW_CONFIG", "XDG_CONFIG_HOME") &&
        fs::exists(config)) {
        words.insert(words.end(), {"--config", fs::absolute(config).string()});
    }
    words.insert(words.end(), {"remind", "--notify"});
    return words;
}

template <typename Quote>
std::string joined_by(const std::vector<std::string>& words, const Quote& quote) {
    std::string line;
    for (const auto& word : words) {
        if (!line.empty()) line += ' ';
        line += quote(word);
    }
    return line;
}

std::string wanted_block(const Context& context) {
    return crontab_block(joined_by(command_words(context), crontab_word));
}

TimerUnits wanted_units(const Context& context) {
    return timer_units(joined_by(command_words(context), unit_word));
}

/// Every line of `text` with a sign before it.
std::string marked(std::string_view text, char sign) {
    std::string lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines += fmt::format("{} {}\n", sign, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Whether to go on; nobody to ask, and no --yes, is an Error.
bool agreed(const Context& context, const InstallOptions& options) {
    if (options.yes) return true;
    if (!context.may_ask()) {
        throw Error("nothing was written: there is nobody to ask. '--yes' agrees beforehand.");
    }
    context.note("Write this? y writes it, Enter alone leaves it: ");
    std::array<char, 16> line{};
    const char* read = std::fgets(line.data(), static_cast<int>(line.size()), context.streams().in);
    if (read != nullptr && (line.front() == 'y' || line.front() == 'Y')) return true;
    context.print("Left as it was.\n");
    return false;
}

/// Shows the difference, keeps a copy and writes. `block` empty: takes it away.
int change_crontab(const Context& context, const InstallOptions& options,
                   const std::string& block) {
    const auto before = read_crontab();
    const std::string old_text = before.value_or("");
    const std::string old_block = block_in(old_text).value_or("");
    if (old_block == block) {
        context.print(block.empty() ? "cron: nothing is installed.\n" : "cron: unchanged.\n");
        return code(block.empty() ? ExitCode::nothing : ExitCode::done);
    }
    context.print("The crontab:\n" + marked(old_block, '-') + marked(block, '+'));
    if (options.dry_run || !agreed(context, options)) return code(ExitCode::done);
    std::string text = with_block(old_text, block);
    // What is left of a table that was only hipflow's is no table.
    if (block.empty() && text.find_first_not_of(" \t\n") == std::string::npos) text.clear();
    if (before) {
        const auto copy =
            data_folder(context.environment()) /
            fmt::format("crontab-before-{}",
                        Clock(context.environment()).wall().time_since_epoch().count());
        write_new_file(copy, old_text);
        context.note(fmt::format("The old one is kept as {}.\n", copy.string()));
    }
    replace_crontab(before, text);
    context.print(block.empty() ? "cron: taken away.\n" : "cron: installed.\n");
    return code(ExitCode::done);
}

int install_systemd(const Context& context, const InstallOptions& options) {
    const TimerUnits units = wanted_units(context);
    const auto before = read_units(context.environment());
    if (before == units) {
        context.print("systemd: unchanged.\n");
        return code(ExitCode::done);
    }
    const auto show = [&](const fs::path& path, const std::string& was, const std::string& is) {
        context.print(path.string() + ":\n" + marked(was, '-') + marked(is, '+'));
    };
    const TimerUnits old = before.value_or(TimerUnits{});
    show(service_path(context.environment()), old.service, units.service);
    show(timer_path(context.environment()), old.timer, units.timer);
    if (options.dry_run || !agreed(context, options)) return code(ExitCode::done);
    install_units(context.environment(), units);
    context.print("systemd: installed.\n");
    return code(ExitCode::done);
}

int uninstall_systemd(const Context& context, const InstallOptions& options) {
    context.print(fmt::format("To be taken away: {} and {}\n",
                              service_path(context.environment()).string(),
                              timer_path(context.environment()).string()));
    if (options.dry_run || !agreed(context, options)) return code(ExitCode::done);
    uninstall_units(context.environment());
    context.print("systemd: taken away.\n");
    return code(ExitCode::done);
}

int install(Context& context, const InstallOptions& options) {
    const bool systemd = options.systemd || (!options.cron && systemd_runs());
    if (systemd) return install_systemd(context, options);
    return change_crontab(context, options, wanted_block(context));
}

/// Whatever is there, or what was named.
int uninstall(Context& context, const InstallOptions& options) {
    const bool both = !options.cron && !options.systemd;
    const bool units = (both || options.systemd) && read_units(context.environment()).has_value();
    int result = code(ExitCode::nothing);
    if (units) result = uninstall_systemd(context, options);
    if (both && units) {
        const bool block = std::ranges::any_of(
            askers(context), [](const Asker& one) { return one.name == "cron" && one.installed; });
        if (!block) return result;
    }
    if (options.systemd) {
        if (!units) context.print("systemd: nothing is installed.\n");
        return result;
    }
    return change_crontab(context, options, "");
}

/// Nothing where there is no crontab, or this user may not have one.
std::optional<std::string> crontab_if_any() {
    try {
        return read_crontab();
    } catch (const Error&) {
        return std::nullopt;
    }
}

Asker look_at_cron(const Context& context) {
    const auto crontab = crontab_if_any();
    try {
        const auto block = block_in(crontab.value_or(""));
        if (!block) return {"cron", "not installed", false, true};
        const bool well = *block == wanted_block(context);
        return {"cron", well ? "asks every 15 minutes" : "asks another program", true, well};
    } catch (const Error& error) {
        return {"cron", error.what(), false, false};
    }
}

Asker look_at_systemd(const Context& context) {
    const auto units = read_units(context.environment());
    if (!units) return {"systemd", "not installed", false, true};
    const bool well = *units == wanted_units(context);
    return {"systemd", well ? "asks every 15 minutes" : "asks another program", true, well};
}

int status(Context& context, bool json) {
    const auto all = askers(context);
    if (json) {
        Json answer = json_answer();
        answer["reminders"] = Json::array();
        for (const auto& asker : all) {
            answer["reminders"].push_back({{"by", asker.name},
                                           {"installed", asker.installed},
                                           {"ok", asker.well},
                                           {"state", asker.state}});
        }
        print_json(context, answer);
    } else {
        for (const auto& asker : all) {
            context.print(fmt::format("{}: {}\n", asker.name, asker.state));
        }
    }
    const bool any = std::ranges::any_of(all, &Asker::installed);
    return code(any ? ExitCode::done : ExitCode::nothing);
}

void add_choices(CLI::App& app, InstallOptions& options) {
    auto* cron = app.add_flag("--cron", options.cron, "In the crontab");
    app.add_flag("--systemd", options.systemd, "As a timer of the user's own")->excludes(cron);
    app.add_flag("--dry-run", options.dry_run, "Only show what would change");
    app.add_flag("--yes", options.yes, "Do not ask");
}

template <typename Work>
void add(CLI::App& app, Action& action, Work work) {
    auto options = std::make_shared<InstallOptions>();
    add_choices(app, *options);
    app.callback([options, &action, work] {
        action = [options, work](Context& context) { return work(context, *options); };
    });
}

}  // namespace

std::vector<Asker> askers(const Context& context) {
    return {look_at_cron(context), look_at_systemd(context)};
}

void add_install(CLI::App& app, Action& action) { add(app, action, install); }

void add_uninstall(CLI::App& app, Action& action) { add(app, action, uninstall); }

void add_status(CLI::App& app, Action& action) {
    auto json = std::make_shared<bool>(false);
    app.add_flag("--json", *json, "Print JSON");
    app.callback(
        [json, &action] { action = [json](Context& context) { return status(context, *json); }; });
}

}  // namespace hipflow
