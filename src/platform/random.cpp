// SPDX-License-Identifier: MIT
#include "platform/random.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "domain/id.h"

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

std::string new_id(Instant now) {
    std::array<std::uint8_t, 10> random{};
    fill_random(random);
    return make_id(now, random);
}

}  // namespace hipflow::platform
