// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace hipflow::platform {

/// The environment variables as they were when the program started. Tests bring their own.
class Environment {
   public:
    static Environment of_process();
    explicit Environment(std::map<std::string, std::string> variables)
        : variables_(std::move(variables)) {}

    /// Returns the value, or nullopt for a variable that is unset or empty.
    std::optional<std::string> get(const std::string& name) const;

   private:
    std::map<std::string, std::string> variables_;
};

/// The three standard streams, so that a test can call the whole program.
struct Streams {
    std::FILE* in = stdin;
    std::FILE* out = stdout;
    std::FILE* err = stderr;
};

/// Where hipflow keeps its files, by the XDG Base Directory specification 0.8: a relative path in a
/// variable is ignored. Each function throws Error if neither a variable nor a home directory
/// tells.
std::filesystem::path config_folder(const Environment& environment);
std::filesystem::path data_folder(const Environment& environment);
/// For what is kept on this machine alone.
std::filesystem::path state_folder(const Environment& environment);
/// For what may be deleted at any time.
std::filesystem::path cache_folder(const Environment& environment);

/// Returns the file that the option names, else HIPFLOW_CONFIG, else the one in config_folder().
std::filesystem::path config_file(const Environment& environment,
                                  const std::optional<std::string>& option);
struct DatabasePath {
    std::filesystem::path path;
    bool given_by_user = false;
};
/// Returns the path that the option names, else HIPFLOW_DB, else the one in data_folder().
DatabasePath database_path(const Environment& environment,
                           const std::optional<std::string>& option);

}  // namespace hipflow::platform
