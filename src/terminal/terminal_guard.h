// SPDX-License-Identifier: MIT
#pragma once
#include <termios.h>

namespace hipflow {

/// Gives the terminal back as it was found, however the program ends: at the end of the scope, and
/// in a crash, a stack overflow or an abort. Only SIGKILL leaves it as it is ('reset' cures that).
/// At most one at a time.
class TerminalGuard {
   public:
    /// Takes over the terminal open at `fd`: keys come one by one and unechoed, Ctrl-C stays a
    /// signal, Ctrl-S is a key, and the alternate screen is shown, empty and without a cursor.
    explicit TerminalGuard(int fd);
    ~TerminalGuard();
    TerminalGuard(const TerminalGuard&) = delete;
    TerminalGuard& operator=(const TerminalGuard&) = delete;

    /// Gives the terminal back for a while, and takes it again.
    void give_back();
    void take_again() const;

   private:
    int fd_;
};

}  // namespace hipflow
