// SPDX-License-Identifier: MIT
#include "platform/zone.h"

#include <ctime>

namespace hipflow {

std::chrono::seconds utc_offset(Instant at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const auto time = static_cast<std::time_t>(seconds);
    std::tm local{};
    if (localtime_r(&time, &local) == nullptr) return std::chrono::seconds(0);
    return std::chrono::seconds(local.tm_gmtoff);
}

Stamp stamp(Instant at, std::chrono::minutes day_starts) {
    const auto offset = utc_offset(at);
    return {at, offset, local_day(at, offset, day_starts)};
}

}  // namespace hipflow
