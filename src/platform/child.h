// SPDX-License-Identifier: MIT
#pragma once
#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "platform/environment.h"

namespace hipflow {

/// The program of that name on PATH, as an absolute path; nothing where there is none that may be
/// run.
std::optional<std::string> find_program(const std::string& name, const Environment& environment);

/// A program that runs beside this one and never touches the terminal: its own process group, no
/// blocked signals, standard streams on /dev/null. Never waited for; where it still runs when the
/// object goes, its group is killed and it is reaped.
class Child {
   public:
    /// The first argument is the program, by path or by name on PATH. Nothing if it cannot be
    /// started.
    static std::optional<Child> start(const std::vector<std::string>& arguments);
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child();

    /// Its exit status once it has ended, or 128 + n for death by signal n; without waiting.
    std::optional<int> ended();
    /// To it and to whatever it started.
    void send(int signal) const;

   private:
    explicit Child(pid_t pid) : pid_(pid) {}
    pid_t pid_ = 0;  // 0: moved from
    std::optional<int> status_;
};

}  // namespace hipflow
