// SPDX-License-Identifier: MIT
#include "terminal/tty_device.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "platform/signals.h"

namespace hipflow::terminal {

std::optional<TtyDevice> TtyDevice::open() {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const int fd = ::open("/dev/tty", O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return std::nullopt;
    return TtyDevice(fd);
}

TtyDevice::TtyDevice(TtyDevice&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), waiting_(std::move(other.waiting_)) {}

TtyDevice& TtyDevice::operator=(TtyDevice&& other) noexcept {
    std::swap(fd_, other.fd_);
    std::swap(waiting_, other.waiting_);
    return *this;
}

TtyDevice::~TtyDevice() {
    if (fd_ >= 0) close(fd_);
}

Size TtyDevice::size() const {
    winsize size{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): there is no other way to ask
    if (ioctl(fd_, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
    return {size.ws_col, size.ws_row};
}

void TtyDevice::write(std::string_view bytes) {
    waiting_ += bytes;
    while (!waiting_.empty()) {
        const auto count = ::write(fd_, waiting_.data(), waiting_.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno != EAGAIN) waiting_.clear();  // reading will tell that it is gone
        if (count <= 0) return;
        waiting_.erase(0, static_cast<std::size_t>(count));
    }
}

bool TtyDevice::wait(const platform::SignalWatch& signals,
                     std::optional<std::chrono::nanoseconds> patience) {
    const auto interest = static_cast<short>(busy() ? POLLIN | POLLOUT : POLLIN);
    std::array<pollfd, 2> sources = {{{signals.descriptor(), POLLIN, 0}, {fd_, interest, 0}}};
    platform::wait_for(sources, patience);
    const auto happened = static_cast<unsigned>(sources[1].revents);
    if ((happened & POLLOUT) != 0) write({});
    return (happened & (POLLHUP | POLLERR | POLLNVAL)) == 0;
}

Millis TtyDevice::now() {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
}

std::optional<TtyDevice::Typed> TtyDevice::read() const {
    std::array<char, 256> bytes{};
    const auto count = ::read(fd_, bytes.data(), bytes.size());
    const Millis at = now();
    if (count > 0) return Typed{std::string(bytes.data(), static_cast<std::size_t>(count)), at};
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return Typed{{}, at};
    return std::nullopt;
}

namespace {

// 1049 does nothing where alternate screens are switched off (GNU screen): hence the clearing on
// the way out too. 2004: pasted text is marked as such.
constexpr std::string_view enter = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[2J\x1b[H";
constexpr std::string_view leave =
    "\x1b[?2026l\x1b[0m\x1b[H\x1b[2J\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

constexpr std::array crashes = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT};

// A handler reaches nothing but globals. Set while a guard holds the terminal.
volatile std::sig_atomic_t held_fd = -1;                   // NOLINT
volatile std::uint32_t first_image = 0;                    // NOLINT
volatile std::uint32_t image_count = 0;                    // NOLINT
termios found = {};                                        // NOLINT
std::array<struct sigaction, crashes.size()> former = {};  // NOLINT

/// Writes all bytes although the descriptor does not block. Returns false if the terminal takes no
/// more. Safe in a signal handler.
bool write_all(int fd, std::string_view bytes) {
    constexpr int patience = 100;  // ms, for a terminal that is stopped
    while (!bytes.empty()) {
        const auto count = write(fd, bytes.data(), bytes.size());
        if (count > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
            continue;
        }
        pollfd writable = {fd, POLLOUT, 0};
        const bool again = errno == EAGAIN || errno == EINTR;
        if (!again || poll(&writable, 1, patience) <= 0) return false;
    }
    return true;
}

/// Deletes the pictures that the terminal keeps. Safe in a signal handler.
void delete_images(int fd) {
    if (image_count == 0) return;
    bool goes = write_all(fd, "\x1b\\");  // ends one that was being sent
    for (std::uint32_t i = 0; goes && i < image_count; ++i) {
        std::array<char, 10> digits{};
        std::size_t first = digits.size();
        std::uint32_t id = first_image + i;
        for (; id > 0; id /= 10) digits.at(--first) = static_cast<char>('0' + id % 10);
        goes = write_all(fd, "\x1b_Ga=d,q=2,d=I,i=") &&
               write_all(fd, std::string_view(digits.data(), digits.size()).substr(first)) &&
               write_all(fd, "\x1b\\");
    }
    if (goes) image_count = 0;
}

void restore() {
    const int fd = held_fd;
    if (fd < 0) return;
    delete_images(fd);
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

/// Catches crashes. The handlers run on a stack of their own: after an overflow there is no other.
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

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): only a guard gives back
void TerminalGuard::note_images(const ImageIds& ids) {
    // What was deleted meanwhile may not have been written: it is deleted once more.
    const std::uint32_t before = image_count;
    const std::uint32_t count = std::max(before, ids.count);
    image_count = 0;  // a crash must not come between the two
    first_image = ids.first;
    image_count = count;
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): only a guard has it to give
void TerminalGuard::give_back() {
    restore();
    held_fd = -1;
}

void TerminalGuard::take_again() const {
    // In the background this stops the process until it is in the foreground again.
    make_raw(fd_);
    held_fd = fd_;
    delete_images(fd_);
    write_all(fd_, enter);
}

}  // namespace hipflow::terminal
