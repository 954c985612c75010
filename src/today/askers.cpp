// SPDX-License-Identifier: MIT
#include "today/askers.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "domain/error.h"
#include "platform/clock.h"
#include "platform/files.h"
#include "platform/reminders.h"

namespace hipflow::today {
namespace {

namespace fs = std::filesystem;

fs::path this_program() {
    std::error_code fault;
    fs::path path = fs::read_symlink("/proc/self/exe", fault);
    if (!fault) return path;
    throw Error(fmt::format("cannot find this program's own path: {}", fault.message()));
}

/// The program and its options, not quoted yet. cron and systemd do not see the variables of this
/// shell, so the files that these name are passed as options, and a time zone by env.
std::vector<std::string> command_words(Desk& desk) {
    const auto& environment = desk.environment();
    std::vector<std::string> words;
    const auto zone = environment.get("TZ");
    if (zone && !platform::is_zone_of_machine(*zone)) words = {"/usr/bin/env", "TZ=" + *zone};
    words.push_back(this_program().string());
    const auto given = [&](const std::optional<std::string>& option, const char* file,
                           const char* folder) {
        return option || environment.get(file) || environment.get(folder);
    };
    if (given(desk.named_files().db, "HIPFLOW_DB", "XDG_DATA_HOME")) {
        words.insert(words.end(), {"--db", fs::absolute(desk.database().path).string()});
    }
    const fs::path config = desk.config_path();
    if (given(desk.named_files().config, "HIPFLOW_CONFIG", "XDG_CONFIG_HOME") &&
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

}  // namespace

std::string wanted_crontab_block(Desk& desk) {
    return platform::crontab_block(joined_by(command_words(desk), platform::crontab_word));
}

platform::TimerUnits wanted_timer_units(Desk& desk) {
    return platform::timer_units(joined_by(command_words(desk), platform::unit_word));
}

CrontabChange crontab_change(std::string block) {
    CrontabChange change{platform::read_crontab(), "", std::move(block)};
    change.old_block = platform::block_in(change.before.value_or("")).value_or("");
    return change;
}

std::optional<fs::path> keep_copy(Desk& desk, const CrontabChange& change) {
    if (!change.before) return std::nullopt;
    fs::path copy =
        platform::data_folder(desk.environment()) /
        fmt::format("crontab-before-{}", desk.clock().wall().time_since_epoch().count());
    platform::write_new_file(copy, *change.before);
    return copy;
}

void carry_out(const CrontabChange& change) {
    platform::replace_crontab(change.before,
                              platform::crontab_after(change.before.value_or(""), change.block));
}

namespace {

/// Returns nullopt where there is no crontab, or this user may not have one.
std::optional<std::string> crontab_if_any() {
    try {
        return platform::read_crontab();
    } catch (const Error&) {
        return std::nullopt;
    }
}

Asker look_at_cron(Desk& desk) {
    const auto crontab = crontab_if_any();
    try {
        const auto block = platform::block_in(crontab.value_or(""));
        if (!block) return {"cron", "not installed", false, true};
        const bool well = *block == wanted_crontab_block(desk);
        return {"cron", well ? "asks every 15 minutes" : "asks another program", true, well};
    } catch (const Error& error) {
        return {"cron", error.what(), false, false};
    }
}

Asker look_at_systemd(Desk& desk) {
    const auto units = platform::read_units(desk.environment());
    if (!units) return {"systemd", "not installed", false, true};
    const bool well = *units == wanted_timer_units(desk);
    return {"systemd", well ? "asks every 15 minutes" : "asks another program", true, well};
}

}  // namespace

std::vector<Asker> askers(Desk& desk) { return {look_at_cron(desk), look_at_systemd(desk)}; }

}  // namespace hipflow::today
