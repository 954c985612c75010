// SPDX-License-Identifier: MIT
#include "platform/timer_units.h"

#include <fmt/format.h>

#include "domain/error.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "platform/program.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

constexpr const char* timer_name = "hipflow-remind.timer";

fs::path unit_folder(const Environment& environment) {
    return config_folder(environment).parent_path() / "systemd" / "user";
}

void put(const fs::path& path, const std::string& text) {
    std::error_code absent;
    fs::remove(path, absent);
    write_new_file(path, text);
}

void put_back(const Environment& environment, const std::optional<TimerUnits>& before) {
    if (before) {
        put(service_path(environment), before->service);
        put(timer_path(environment), before->timer);
        return;
    }
    std::error_code absent;
    fs::remove(service_path(environment), absent);
    fs::remove(timer_path(environment), absent);
}

/// Throws Error with what systemctl says.
void control(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"systemctl", "--user"});
    const Outcome outcome = run_unseen(arguments);
    if (outcome.status == 0) return;
    const auto why = outcome.errors.substr(0, outcome.errors.find('\n'));
    throw Error(
        fmt::format("systemd refuses: {}. 'hipflow schedule install --cron' does without "
                    "it.",
                    why.empty() ? fmt::format("status {}", outcome.status) : why));
}

}  // namespace

TimerUnits timer_units(const std::string& command) {
    TimerUnits units;
    units.service = fmt::format(
        "# Made by hipflow; edit with: hipflow schedule\n"
        "[Unit]\n"
        "Description=Remind of the hipflow session that is due\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        "ExecStart={}\n"
        "SuccessExitStatus=1\n",
        command);
    units.timer =
        "# Made by hipflow; edit with: hipflow schedule\n"
        "[Unit]\n"
        "Description=Ask hipflow every 15 minutes what is due\n"
        "\n"
        "[Timer]\n"
        "OnCalendar=*:0/15\n"
        "Persistent=true\n"
        "OnClockChange=true\n"
        "OnTimezoneChange=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n";
    return units;
}

std::string unit_word(const std::string& text) {
    std::string word = "\"";
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            throw Error(fmt::format("'{}' holds a line break, which a unit cannot", text));
        }
        if (c == '"' || c == '\\') word += '\\';
        if (c == '%' || c == '$') word += c;
        word += c;
    }
    return word + '"';
}

fs::path service_path(const Environment& environment) {
    return unit_folder(environment) / "hipflow-remind.service";
}

fs::path timer_path(const Environment& environment) {
    return unit_folder(environment) / timer_name;
}

std::optional<TimerUnits> read_units(const Environment& environment) {
    auto service = file_content(service_path(environment));
    auto timer = file_content(timer_path(environment));
    if (!service || !timer) return std::nullopt;
    return TimerUnits{*std::move(service), *std::move(timer)};
}

void install_units(const Environment& environment, const TimerUnits& units) {
    const auto before = read_units(environment);
    put(service_path(environment), units.service);
    put(timer_path(environment), units.timer);
    try {
        control({"daemon-reload"});
        control({"enable", "--now", timer_name});
    } catch (const Error&) {
        put_back(environment, before);
        throw;
    }
}

void uninstall_units(const Environment& environment) {
    control({"disable", "--now", timer_name});
    put_back(environment, std::nullopt);
    control({"daemon-reload"});
}

bool systemd_runs() {
    try {
        return run_unseen({"systemctl", "--user", "show-environment"}).status == 0;
    } catch (const Error&) {
        return false;  // there is no systemctl
    }
}

}  // namespace hipflow
