// SPDX-License-Identifier: MIT
#include "platform/environment.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <string_view>

#include "domain/error.h"

namespace hipflow::platform {

Environment Environment::of_process() {
    std::map<std::string, std::string> variables;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-bounds-pointer-arithmetic): that is how it ends
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) continue;
        variables.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return Environment(std::move(variables));
}

std::optional<std::string> Environment::get(const std::string& name) const {
    const auto found = variables_.find(name);
    if (found == variables_.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> absolute_in(const Environment& environment, const std::string& variable) {
    const auto value = environment.get(variable);
    if (!value || !fs::path(*value).is_absolute()) return std::nullopt;
    return fs::path(*value);
}

/// Returns HOME, which cron may leave out; the passwd entry is looked up only then, since that can
/// be slow.
fs::path home(const Environment& environment) {
    if (auto path = absolute_in(environment, "HOME")) return *path;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the program has one thread
    const passwd* entry = getpwuid(getuid());
    if (entry != nullptr && entry->pw_dir != nullptr && *entry->pw_dir == '/') return entry->pw_dir;
    throw Error("cannot find the home directory: set HOME, or name files with --config and --db");
}

fs::path folder(const Environment& environment, const std::string& variable, const char* fallback) {
    if (auto path = absolute_in(environment, variable)) return *path / "hipflow";
    return home(environment) / fallback / "hipflow";
}

}  // namespace

fs::path config_folder(const Environment& environment) {
    return folder(environment, "XDG_CONFIG_HOME", ".config");
}

fs::path data_folder(const Environment& environment) {
    return folder(environment, "XDG_DATA_HOME", ".local/share");
}

fs::path state_folder(const Environment& environment) {
    return folder(environment, "XDG_STATE_HOME", ".local/state");
}

fs::path cache_folder(const Environment& environment) {
    return folder(environment, "XDG_CACHE_HOME", ".cache");
}

fs::path config_file(const Environment& environment, const std::optional<std::string>& option) {
    if (option) return *option;
    if (auto variable = environment.get("HIPFLOW_CONFIG")) return *variable;
    return config_folder(environment) / "config.toml";
}

DatabasePath database_path(const Environment& environment,
                           const std::optional<std::string>& option) {
    if (option) return {*option, true};
    if (auto variable = environment.get("HIPFLOW_DB")) return {*variable, true};
    return {data_folder(environment) / "hipflow.db", false};
}

}  // namespace hipflow::platform
