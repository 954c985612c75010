// SPDX-License-Identifier: MIT
#include "platform/random.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <system_error>

namespace hipflow::platform {

void fill_random(std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const auto filled = getrandom(bytes.data(), bytes.size(), 0);
        if (filled < 0) {
            if (errno == EINTR) continue;
            throw std::system_error(errno, std::generic_category(), "getrandom");
        }
        bytes = bytes.subspan(static_cast<std::size_t>(filled));
    }
}

std::string make_id(Instant now, const std::array<std::uint8_t, 10>& random) {
    std::array<std::uint8_t, 16> bytes{};
    auto time = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 6; i-- > 0;) {
        bytes.at(i) = static_cast<std::uint8_t>(time & 0xFFU);
        time >>= 8U;
    }
    for (std::size_t i = 0; i < random.size(); ++i) bytes.at(6 + i) = random.at(i);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x70U);  // version 7
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);  // variant 10
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += fmt::format("{:02x}", bytes.at(i));
    }
    return text;
}

std::string new_id(Instant now) {
    std::array<std::uint8_t, 10> random{};
    fill_random(random);
    return make_id(now, random);
}

}  // namespace hipflow::platform
