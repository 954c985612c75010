// SPDX-License-Identifier: MIT
#pragma once
#include <termios.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time.h"
#include "platform/signals.h"
#include "terminal/frame.h"

namespace hipflow::terminal {

/// The controlling terminal, by a descriptor of its own that never blocks: a terminal that has
/// stalled delays nothing.
class TtyDevice {
   public:
    /// Returns nullopt if there is no terminal.
    static std::optional<TtyDevice> open();
    TtyDevice(TtyDevice&& other) noexcept;
    TtyDevice& operator=(TtyDevice&& other) noexcept;
    TtyDevice(const TtyDevice&) = delete;
    TtyDevice& operator=(const TtyDevice&) = delete;
    ~TtyDevice();

    int descriptor() const { return fd_; }
    Size size() const;

    /// Writes what it can at once, and keeps the rest.
    void write(std::string_view bytes);
    /// Returns whether something is still waiting to be written. No frame should be added then.
    bool busy() const { return !waiting_.empty(); }
    /// Forgets what is still waiting to be written.
    void discard() { waiting_.clear(); }

    /// Waits for input, a signal, room for what is waiting, or the end of `patience`. Returns false
    /// if the terminal is gone.
    bool wait(const platform::SignalWatch& signals,
              std::optional<std::chrono::nanoseconds> patience);
    struct Typed {
        std::string bytes;
        Millis at{};  // on a clock that does not jump
    };
    /// Returns what has been typed, without waiting, or nullopt once the terminal is gone.
    std::optional<Typed> read() const;
    /// Returns the time on the clock of what is typed.
    static Millis now();

   private:
    explicit TtyDevice(int fd) : fd_(fd) {}
    int fd_;
    std::string waiting_;
};

/// The numbers of pictures that a terminal keeps: so many from the first on.
struct ImageIds {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Gives the terminal back as it was found, however the program ends: at the end of the scope, and
/// in a crash, a stack overflow or an abort. Only SIGKILL leaves it changed ('reset' cures that).
/// At most one exists at a time. See docs/design/terminal.md, "Restoring the terminal".
class TerminalGuard {
   public:
    /// Takes over the terminal open at `fd`: keys come one by one and unechoed, Ctrl-C stays a
    /// signal, Ctrl-S is a key, and the alternate screen is shown, empty and without a cursor.
    explicit TerminalGuard(int fd);
    ~TerminalGuard();
    TerminalGuard(const TerminalGuard&) = delete;
    TerminalGuard& operator=(const TerminalGuard&) = delete;

    /// Notes which pictures the terminal keeps: they are deleted before it is given back.
    void note_images(const ImageIds& ids);

    /// Gives the terminal back for a while.
    void give_back();
    /// Takes the terminal again. What it may still have of pictures is deleted.
    void take_again() const;

   private:
    int fd_;
};

}  // namespace hipflow::terminal
