// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
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

}  // namespace hipflow
