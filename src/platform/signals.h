// SPDX-License-Identifier: MIT
#pragma once
#include <poll.h>

#include <chrono>
#include <optional>
#include <span>

namespace hipflow::platform {

/// Catches the signals that end, stop or continue a session while it lives: they are remembered,
/// and make descriptor() readable, so that a loop can wait for them together with keys. At most one
/// exists at a time. The program dies of a signal at its own end: see die_by.
class SignalWatch {
   public:
    SignalWatch();
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

    int descriptor() const;
    /// Returns the next signal that has come: SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT or
    /// SIGWINCH. The end of a child ends a wait, but is not returned.
    std::optional<int> take();
    /// Takes all that have come. Returns the first that ends the program; stops the process where
    /// Ctrl-Z was pressed. For commands that only wait.
    std::optional<int> take_ending();
};

/// Stops this process as Ctrl-Z does, until it is continued.
void stop_process();

/// Ends the process by the signal itself, so that shells see a true death by signal.
[[noreturn]] void die_by(int signal);

/// Called once, at the start of the program: makes a file beyond its size limit an error instead of
/// a death, makes new files readable by the user alone, and opens missing standard descriptors.
void prepare_process();

/// Waits (ppoll) until something happens at one of the sources, a signal comes, or `patience` ends;
/// without patience, for ever. Returns how many sources have something: zero when the time is up,
/// negative after a signal.
int wait_for(std::span<pollfd> sources, std::optional<std::chrono::nanoseconds> patience);

}  // namespace hipflow::platform
