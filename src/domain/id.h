// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>
#include <string>

#include "domain/time.h"

namespace hipflow {

/// Makes a UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits. The text sorts by time.
std::string make_id(Instant now, const std::array<std::uint8_t, 10>& random);

/// The beginning of an id, enough to name a session by.
std::string short_id(const std::string& id);

}  // namespace hipflow
