// SPDX-License-Identifier: MIT
#pragma once
#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/environment.h"

namespace hipflow::platform {

// Other programs, and the three ways to start one: on this terminal, unseen, and beside this
// program. The first argument names the program, by its path or by its name on PATH. An exit status
// is what a shell says: 128 + n after death by signal n.

/// Finds the program of that name on PATH. Returns its absolute path, or nullopt if there is none
/// that may be run.
std::optional<std::string> find_program(const std::string& name, const Environment& environment);

/// Returns the editor of $VISUAL, else of $EDITOR, else vi, with its options.
std::vector<std::string> editor(const Environment& environment);

/// Runs a program on this terminal and waits for it. Returns its exit status. Throws Error if it
/// cannot be started.
int run_program(const std::vector<std::string>& arguments);

/// The result of a program that ran away from the terminal.
struct Outcome {
    int status = 0;  // exit status
    std::string output;
    std::string errors;
};

/// Runs a program away from the terminal and waits for it: `input` is its standard input, and
/// `variables` are added to the environment or replace what is there. Throws Error if it cannot be
/// started.
Outcome run_unseen(const std::vector<std::string>& arguments, std::string_view input = {},
                   const std::vector<std::pair<std::string, std::string>>& variables = {});

/// Returns whether there is a process of that number, whoever owns it.
bool is_running(pid_t pid);

/// A program that runs beside this one and never touches the terminal: its own process group, no
/// blocked signals, standard streams on /dev/null. Nothing waits for it; when the object goes while
/// it still runs, its group is killed and it is reaped. What it has started itself ends with it:
/// after it was sent a signal, or died of one, the rest of its group is killed. Only what a program
/// leaves behind that ends by itself goes on.
class Child {
   public:
    /// Returns nullopt if the program cannot be started. `input`, if there is any, is its standard
    /// input, from a file that has no name: nobody waits until it is read.
    static std::optional<Child> start(const std::vector<std::string>& arguments,
                                      std::string_view input = {});
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child();

    /// Returns the exit status, or nullopt while the program runs. Does not wait.
    std::optional<int> ended();
    /// Sends a signal to the program and to whatever it started.
    void send(int signal);

   private:
    explicit Child(pid_t pid) : pid_(pid) {}
    /// Kills what it has started. To be called before it is reaped: then its number is free.
    void kill_group() const;

    pid_t pid_ = 0;          // 0: moved from
    bool was_told_ = false;  // by a signal
    std::optional<int> status_;
};

}  // namespace hipflow::platform
