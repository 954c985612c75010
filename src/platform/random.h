// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "domain/time.h"

namespace hipflow {

/// Fills `bytes` from the kernel's generator.
void fill_random(std::span<std::uint8_t> bytes);

/// A UUIDv7 that nobody else has: `now` and random bits.
std::string new_id(Instant now);

}  // namespace hipflow
