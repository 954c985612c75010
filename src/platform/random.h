// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "domain/time.h"

namespace hipflow::platform {

/// Fills `bytes` with random bits from the kernel. Throws std::system_error if that fails.
void fill_random(std::span<std::uint8_t> bytes);

/// Makes a unique id: a UUIDv7 of `now` and random bits.
std::string new_id(Instant now);

}  // namespace hipflow::platform
