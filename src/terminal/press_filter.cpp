// SPDX-License-Identifier: MIT
#include "terminal/press_filter.h"

#include <utility>

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

constexpr Millis between_presses = 130ms;  // at least; repeats are closer
constexpr Millis before_repeats = 700ms;   // at most, from a press to its first repeat (X11: 660)
constexpr Millis still_held = 250ms;       // a repeat may come late where the machine is busy

}  // namespace

std::vector<KeyPress> PressFilter::take(KeyPress press) {
    auto before = std::exchange(doubtful_, std::nullopt);
    const auto since = press.again_after;
    const bool repeats = since && *since < (held_ ? still_held : between_presses);
    held_ = repeats;
    if (repeats) return {};  // and what came before it was the first repeat
    std::vector<KeyPress> certain;
    if (before) certain.push_back(*std::move(before));
    if (since && *since <= before_repeats) {
        doubtful_ = std::move(press);
    } else {
        certain.push_back(std::move(press));
    }
    return certain;
}

std::optional<Millis> PressFilter::certain_at() const {
    if (!doubtful_) return std::nullopt;
    return doubtful_->at + between_presses;
}

std::optional<KeyPress> PressFilter::certain_by(Millis now) {
    if (!doubtful_ || now < doubtful_->at + between_presses) return std::nullopt;
    return std::exchange(doubtful_, std::nullopt);
}

}  // namespace hipflow::terminal
