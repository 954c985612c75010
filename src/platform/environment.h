// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace hipflow {

/// The environment variables as of the start of the program; tests bring their own.
class Environment {
   public:
    static Environment of_process();
    explicit Environment(std::map<std::string, std::string> variables)
        : variables_(std::move(variables)) {}

    /// The value; nothing for a variable that is unset or empty.
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

/// Where hipflow keeps things (XDG Base Directory 0.8: a relative path in a variable is ignored).
/// Each throws Error if there is no variable and no home directory to go by.
std::filesystem::path config_folder(const Environment& environment);
std::filesystem::path data_folder(const Environment& environment);
/// What is kept for this machine alone.
std::filesystem::path state_folder(const Environment& environment);
/// What may be deleted at any time.
std::filesystem::path cache_folder(const Environment& environment);

/// What an option or a variable names comes first.
std::filesystem::path config_file(const Environment& environment,
                                  const std::optional<std::string>& option);
struct DatabasePath {
    std::filesystem::path path;
    bool given_by_user = false;
};
DatabasePath database_path(const Environment& environment,
                           const std::optional<std::string>& option);

}  // namespace hipflow
