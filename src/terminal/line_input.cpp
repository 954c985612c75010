// SPDX-License-Identifier: MIT
#include "terminal/line_input.h"

#include <unistd.h>

#include <array>
#include <cerrno>

#include "platform/signals.h"

namespace hipflow {
namespace {

constexpr std::size_t longest_line = 4096;  // more is no answer to anything

}  // namespace

LineWake LineInput::wait(std::optional<std::chrono::nanoseconds> patience) {
    while (true) {
        if (const auto signal = signals_->take()) return SignalCame{*signal};
        if (auto line = take_line()) return *std::move(line);
        if (ended_) return EndOfInput{};
        std::array<pollfd, 2> sources = {
            {{signals_->descriptor(), POLLIN, 0}, {descriptor_, POLLIN, 0}}};
        const int ready = wait_for(sources, patience);
        if (ready == 0) return TimeIsUp{};
        if (ready > 0 && sources[1].revents != 0) {
            read_more();
        } else if (const auto signal = signals_->take()) {
            return SignalCame{*signal};
        } else {
            return TimeIsUp{};  // a child has ended; how long to wait now is for others to say
        }
    }
}

std::optional<LineTyped> LineInput::take_line() {
    const auto newline = buffered_.find('\n');
    if (newline == std::string::npos) return std::nullopt;
    LineTyped line{buffered_.substr(0, newline)};
    buffered_.erase(0, newline + 1);
    if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    return line;
}

void LineInput::read_more() {
    std::array<char, 256> bytes{};
    const auto count = read(descriptor_, bytes.data(), bytes.size());
    if (count > 0) {
        buffered_.append(bytes.data(), static_cast<std::size_t>(count));
        if (buffered_.size() > longest_line) buffered_.clear();
        return;
    }
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    ended_ = true;  // a closed terminal reads as an error
}

}  // namespace hipflow
