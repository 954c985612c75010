// SPDX-License-Identifier: MIT
#include "terminal/terminal_guard.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <string_view>
#include <system_error>
#include <vector>

namespace hipflow {
namespace {

// 1049 does nothing where alternate screens are switched off (GNU screen): hence the clearing on
// the way out too (TERMINAL 2.3). 2004: pasted text is marked as such.
constexpr std::string_view enter = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[2J\x1b[H";
constexpr std::string_view leave =
    "\x1b[?2026l\x1b[0m\x1b[H\x1b[2J\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

constexpr std::array crashes = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

// A handler reaches nothing but globals. Set while a guard holds the terminal.
volatile std::sig_atomic_t held_fd = -1;                   // NOLINT
termios found = {};                                        // NOLINT
std::array<struct sigaction, crashes.size()> former = {};  // NOLINT

/// Writes all of it although the descriptor does not block. Safe in a signal handler.
void write_all(int fd, std::string_view bytes) {
    constexpr int patience = 100;  // ms, for a terminal that is stopped
    while (!bytes.empty()) {
        const auto count = write(fd, bytes.data(), bytes.size());
        if (count > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
            continue;
        }
        pollfd writable = {fd, POLLOUT, 0};
        const bool again = errno == EAGAIN || errno == EINTR;
        if (!again || poll(&writable, 1, patience) <= 0) return;
    }
}

void restore() {
    const int fd = held_fd;
    if (fd < 0) return;
    write_all(fd, leave);
    tcsetattr(fd, TCSANOW, &found);
}

extern "C" void restore_and_die(int signal) {
    restore();
    held_fd = -1;
    std::signal(signal, SIG_DFL);
    raise(signal);
}

void make_raw(int fd) {
    termios raw = found;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    raw.c_iflag &= ~static_cast<tcflag_t>(IXON | ICRNL);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    while (tcsetattr(fd, TCSANOW, &raw) != 0 && errno == EINTR) {
    }
}

/// The handlers run on a stack of their own: after an overflow there is no other.
void watch_crashes() {
    static std::vector<char> stack(static_cast<std::size_t>(SIGSTKSZ) + 16384);
    stack_t alternate{};
    alternate.ss_sp = stack.data();
    alternate.ss_size = stack.size();
    sigaltstack(&alternate, nullptr);
    struct sigaction action {};
    action.sa_handler = restore_and_die;  // NOLINT(cppcoreguidelines-pro-type-union-access)
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < crashes.size(); ++i) {
        sigaction(crashes.at(i), &action, &former.at(i));
    }
}

}  // namespace

TerminalGuard::TerminalGuard(int fd) : fd_(fd) {
    if (tcgetattr(fd, &found) != 0) {
        throw std::system_error(errno, std::generic_category(), "the terminal cannot be set up");
    }
    watch_crashes();
    take_again();
}

TerminalGuard::~TerminalGuard() {
    give_back();
    for (std::size_t i = 0; i < crashes.size(); ++i) {
        sigaction(crashes.at(i), &former.at(i), nullptr);
    }
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): only a guard has it to give
void TerminalGuard::give_back() {
    restore();
    held_fd = -1;
}

void TerminalGuard::take_again() const {
    // In the background this stops the process until it is in the foreground again (TERMINAL 2.6).
    make_raw(fd_);
    held_fd = fd_;
    write_all(fd_, enter);
}

}  // namespace hipflow
