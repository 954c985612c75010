// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "domain/time.h"

namespace hipflow::platform {

/// Fills `bytes` with random bits from the kernel. Throws std::system_error if that fails.
void fill_random(std::span<std::uint8_t> bytes);

/// Makes a UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits. The text sorts by time.
std::string make_id(Instant now, const std::array<std::uint8_t, 10>& random);

/// Makes a unique id: a UUIDv7 of `now` and random bits.
std::string new_id(Instant now);

}  // namespace hipflow::platform
