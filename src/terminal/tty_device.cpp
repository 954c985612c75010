// SPDX-License-Identifier: MIT
#include "terminal/tty_device.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "platform/signals.h"

namespace hipflow {
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

bool TtyDevice::wait(const SignalWatch& signals, std::optional<std::chrono::nanoseconds> patience) {
    const auto interest = static_cast<short>(busy() ? POLLIN | POLLOUT : POLLIN);
    std::array<pollfd, 2> sources = {{{signals.descriptor(), POLLIN, 0}, {fd_, interest, 0}}};
    wait_for(sources, patience);
    const auto happened = static_cast<unsigned>(sources[1].revents);
    if ((happened & POLLOUT) != 0) write({});
    return (happened & (POLLHUP | POLLERR | POLLNVAL)) == 0;
}

std::optional<TtyDevice::Typed> TtyDevice::read() const {
    std::array<char, 256> bytes{};
    const auto count = ::read(fd_, bytes.data(), bytes.size());
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto at = std::chrono::duration_cast<Millis>(now);
    if (count > 0) return Typed{std::string(bytes.data(), static_cast<std::size_t>(count)), at};
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return Typed{{}, at};
    return std::nullopt;
}

}  // namespace hipflow
