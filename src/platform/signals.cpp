// SPDX-License-Identifier: MIT
#include "platform/signals.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <system_error>

namespace hipflow::platform {
namespace {

constexpr std::array watched = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD};

// A handler can reach nothing but globals; these are the only ones of the program.
std::array<int, 2> self_pipe = {-1, -1};                   // NOLINT
std::array<struct sigaction, watched.size()> former = {};  // NOLINT

void remember(int signal) {
    const int saved = errno;
    const auto byte = static_cast<unsigned char>(signal);
    // A full pipe drops the signal, but holds enough others to wake the loop.
    [[maybe_unused]] const auto written = ::write(self_pipe[1], &byte, 1);
    errno = saved;
}

}  // namespace

SignalWatch::SignalWatch() {
    if (pipe2(self_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    struct sigaction action {};
    action.sa_handler = remember;  // NOLINT(cppcoreguidelines-pro-type-union-access)
    sigemptyset(&action.sa_mask);
    action.sa_flags =
        SA_RESTART | SA_NOCLDSTOP;  // a line that is being written is written; poll returns anyway
    for (std::size_t i = 0; i < watched.size(); ++i) {
        sigaction(watched.at(i), &action, &former.at(i));
        // A signal that was ignored at the start stays ignored: nohup, a job in the background.
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access)
        const bool ignored = former.at(i).sa_handler == SIG_IGN;
        if (ignored && (watched.at(i) == SIGINT || watched.at(i) == SIGHUP)) {
            sigaction(watched.at(i), &former.at(i), nullptr);
        }
    }
}

SignalWatch::~SignalWatch() {
    for (std::size_t i = 0; i < watched.size(); ++i) {
        sigaction(watched.at(i), &former.at(i), nullptr);
    }
    for (int& end : self_pipe) {
        close(end);
        end = -1;
    }
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): there must be a watch
int SignalWatch::descriptor() const { return self_pipe[0]; }

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): there must be a watch
std::optional<int> SignalWatch::take() {
    unsigned char byte = 0;
    while (::read(self_pipe[0], &byte, 1) == 1) {
        if (byte != SIGCHLD) return byte;
    }
    return std::nullopt;
}

std::optional<int> SignalWatch::take_ending() {
    while (const auto signal = take()) {
        if (signal == SIGINT || signal == SIGTERM || signal == SIGHUP) return signal;
        if (signal == SIGTSTP) stop_process();
    }
    return std::nullopt;
}

void stop_process() { raise(SIGSTOP); }

void die_by(int signal) {
    std::signal(signal, SIG_DFL);
    raise(signal);
    std::_Exit(128 + signal);  // where the signal is blocked
}

void prepare_process() {
    for (int fd = 0; fd <= 2; ++fd) {
        // Otherwise the database could be opened as a standard descriptor, and be printed into.
        // Output that goes nowhere must still fail: hence not open for writing.
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF) {
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
            [[maybe_unused]] const int opened = open("/dev/null", fd == 2 ? O_WRONLY : O_RDONLY);
        }
    }
    umask(S_IRWXG | S_IRWXO);
    std::signal(SIGXFSZ, SIG_IGN);
}

int wait_for(std::span<pollfd> sources, std::optional<std::chrono::nanoseconds> patience) {
    timespec limit{};
    if (patience) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(*patience);
        limit.tv_sec = seconds.count();
        limit.tv_nsec = (*patience - seconds).count();
    }
    return ppoll(sources.data(), sources.size(), patience ? &limit : nullptr, nullptr);
}

}  // namespace hipflow::platform
