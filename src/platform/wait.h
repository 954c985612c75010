// SPDX-License-Identifier: MIT
#pragma once
#include <poll.h>

#include <chrono>
#include <optional>
#include <span>

namespace hipflow {

/// ppoll: waits until something happens at one of the sources, a signal comes, or `patience` ends;
/// without patience for ever. How many sources have something; zero when the time is up; negative
/// after a signal.
int wait_for(std::span<pollfd> sources, std::optional<std::chrono::nanoseconds> patience);

}  // namespace hipflow
