// SPDX-License-Identifier: MIT
#include "platform/reminders.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "domain/error.h"
#include "platform/environment.h"
#include "platform/files.h"
#include "platform/program.h"

namespace hipflow::platform {
namespace {

constexpr std::string_view opening = "# >>> hipflow reminders >>>";
constexpr std::string_view closing = "# <<< hipflow reminders <<<";

struct Mark {
    std::size_t begin = 0;  // of its line
    std::size_t end = 0;    // behind its line break
    bool opens = false;
    int line = 0;
};

std::vector<Mark> marks_in(std::string_view crontab) {
    std::vector<Mark> marks;
    int number = 0;
    for (std::size_t begin = 0; begin < crontab.size();) {
        const auto newline = crontab.find('\n', begin);
        const auto end = newline == std::string_view::npos ? crontab.size() : newline + 1;
        const auto line = crontab.substr(begin, end - begin);
        ++number;
        if (line.starts_with(opening)) marks.push_back({begin, end, true, number});
        if (line.starts_with(closing)) marks.push_back({begin, end, false, number});
        begin = end;
    }
    return marks;
}

/// Returns where the block begins and ends.
std::optional<std::pair<std::size_t, std::size_t>> place_of_block(std::string_view crontab) {
    const auto marks = marks_in(crontab);
    if (marks.empty()) return std::nullopt;
    if (marks.size() == 2 && marks[0].opens && !marks[1].opens) {
        return std::pair(marks[0].begin, marks[1].end);
    }
    std::string lines;
    for (const auto& mark : marks) {
        auto line = crontab.substr(mark.begin, mark.end - mark.begin);
        if (line.ends_with('\n')) line.remove_suffix(1);
        lines += fmt::format("\n  line {}: {}", mark.line, line);
    }
    throw Error(
        fmt::format("the crontab holds hipflow's block in part, or more than once; nothing was "
                    "written. Correct it with 'crontab -e':{}",
                    lines));
}

std::string first_line(const Outcome& outcome) {
    const auto line = outcome.errors.substr(0, outcome.errors.find('\n'));
    return line.empty() ? fmt::format("status {}", outcome.status) : line;
}

Outcome write_crontab(const std::string& text) {
    if (text.empty()) return run_unseen({"crontab", "-r"});
    return run_unseen({"crontab", "-"}, text);
}

}  // namespace

std::string crontab_block(std::string_view command) {
    return fmt::format("{} managed block, edit with: hipflow schedule\n*/15 * * * * {}\n{}\n",
                       opening, command, closing);
}

std::optional<std::string> block_in(std::string_view crontab) {
    const auto place = place_of_block(crontab);
    if (!place) return std::nullopt;
    return std::string(crontab.substr(place->first, place->second - place->first));
}

std::string with_block(std::string_view crontab, std::string_view block) {
    std::string text(crontab);
    if (const auto place = place_of_block(crontab)) {
        text.replace(place->first, place->second - place->first, block);
        return text;
    }
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    return text + std::string(block);
}

std::string crontab_after(std::string_view crontab, std::string_view block) {
    std::string text = with_block(crontab, block);
    if (block.empty() && text.find_first_not_of(" \t\n") == std::string::npos) text.clear();
    return text;
}

std::string crontab_word(const std::string& text) {
    std::string word = "'";
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            throw Error(fmt::format("'{}' contains a line break, which a crontab cannot", text));
        }
        if (c == '\'') {
            word += "'\\''";
        } else if (c == '%') {
            word += "\\%";  // cron takes the backslash away, and knows no quotes
        } else {
            word += c;
        }
    }
    word += '\'';
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+";
    const bool needs_quotes = text.empty() || text.find_first_not_of(plain) != std::string::npos;
    return needs_quotes ? word : text;
}

std::optional<std::string> read_crontab() {
    const Outcome outcome = run_unseen({"crontab", "-l"}, {}, {{"LC_ALL", "C"}});
    if (outcome.status == 0) return outcome.output;
    if (outcome.errors.find("no crontab for") != std::string::npos) return std::nullopt;
    throw Error(fmt::format("the crontab cannot be read: {}", first_line(outcome)));
}

void replace_crontab(const std::optional<std::string>& before, const std::string& text) {
    if (read_crontab() != before) {
        throw Error("the crontab was changed meanwhile; nothing was written. Try again.");
    }
    const Outcome written = write_crontab(text);
    if (written.status == 0 && read_crontab().value_or("") == text) return;
    const std::string why =
        written.status == 0 ? "it was not written in full" : first_line(written);
    const auto now = read_crontab();
    if (now != before) write_crontab(before.value_or(""));
    const bool restored = read_crontab() == before;
    throw Error(fmt::format(
        "the crontab cannot be written: {}. {}", why,
        restored ? "It is unchanged." : "A copy of the old one is kept beside the history."));
}

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

/// Runs systemctl. Throws Error with what it says.
void control(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"systemctl", "--user"});
    const Outcome outcome = run_unseen(arguments);
    if (outcome.status == 0) return;
    throw Error(
        fmt::format("systemd refuses: {}. 'hipflow schedule install --cron' works without it.",
                    first_line(outcome)));
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
            throw Error(fmt::format("'{}' contains a line break, which a unit cannot", text));
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

namespace {

bool is_own_socket(const std::string& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0 && S_ISSOCK(info.st_mode) && info.st_uid == getuid();
}

}  // namespace

std::optional<std::string> session_bus(const Environment& environment) {
    if (auto address = environment.get("DBUS_SESSION_BUS_ADDRESS")) return address;
    const std::string run =
        environment.get("XDG_RUNTIME_DIR").value_or(fmt::format("/run/user/{}", getuid()));
    const std::string socket = run + "/bus";
    if (!is_own_socket(socket)) return std::nullopt;
    return "unix:path=" + socket;
}

bool notify_desktop(const Environment& environment, const std::string& title,
                    const std::string& text) {
    const auto bus = session_bus(environment);
    if (!bus) return false;
    try {
        const Outcome outcome =
            run_unseen({"notify-send", "-a", "hipflow", "-u", "normal", "--", title, text}, {},
                       {{"DBUS_SESSION_BUS_ADDRESS", *bus}});
        return outcome.status == 0;
    } catch (const Error&) {
        return false;  // there is no notify-send
    }
}

}  // namespace hipflow::platform
