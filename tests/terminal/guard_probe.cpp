// SPDX-License-Identifier: MIT
// Takes the terminal over and then dies in the way that is asked for: what live_signals_test.py
// cannot bring about in hipflow itself.
#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "terminal/tty_device.h"

namespace {

int overflow(int depth) {
    std::array<volatile char, 4096> room{};
    room.at(static_cast<std::size_t>(depth) % room.size()) = 1;
    return depth < 0 ? 0 : overflow(depth + 1) + room.at(0);
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view way = count > 1 ? arguments[1] : "";  // NOLINT
    const auto tty = hipflow::terminal::TtyDevice::open();
    if (!tty) return 2;
    const hipflow::terminal::TerminalGuard guard(tty->descriptor());
    if (way == "overflow") return overflow(0);
    if (way == "abort") std::abort();
    // Nothing catches it, so that no destructor runs either.
    if (way == "throw") throw std::runtime_error("as asked for");
    return 0;
}
