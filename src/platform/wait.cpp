// SPDX-License-Identifier: MIT
#include "platform/wait.h"

#include <ctime>

namespace hipflow {

int wait_for(std::span<pollfd> sources, std::optional<std::chrono::nanoseconds> patience) {
    timespec limit{};
    if (patience) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(*patience);
        limit.tv_sec = seconds.count();
        limit.tv_nsec = (*patience - seconds).count();
    }
    return ppoll(sources.data(), sources.size(), patience ? &limit : nullptr, nullptr);
}

}  // namespace hipflow
