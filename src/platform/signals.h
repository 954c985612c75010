// SPDX-License-Identifier: MIT
#pragma once
#include <poll.h>

#include <chrono>
#include <optional>
#include <span>

namespace hipflow {

/// While it lives, the signals that end, stop or continue a session are not obeyed but remembered,
/// and make descriptor() readable, so that a loop can wait for them together with keys. At most one
/// at a time. To die of one is left to the end of the program: see die_by.
class SignalWatch {
   public:
    SignalWatch();
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

    int descriptor() const;
    /// The next signal that has come: SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT or SIGWINCH. The
    /// end of a child wakes whoever waits, and is no more than that.
    std::optional<int> take();
};

/// Stops this process as Ctrl-Z would have, until somebody continues it.
void stop_process();

/// Ends the process by the signal itself, so that shells see a true death by signal.
[[noreturn]] void die_by(int signal);

/// Once, at the start of the program: a full file is an error to be told, not a death (RELIABILITY
/// 4); what is written is for nobody else's eyes; and the three standard descriptors are open.
void prepare_process();

/// ppoll: waits until something happens at one of the sources, a signal comes, or `patience` ends;
/// without patience for ever. How many sources have something; zero when the time is up; negative
/// after a signal.
int wait_for(std::span<pollfd> sources, std::optional<std::chrono::nanoseconds> patience);

}  // namespace hipflow
