// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "domain/prescription.h"

namespace hipflow {

/// XXH3 with 128 bits, in hex. For telling contents apart, not for security.
std::string content_hash(std::string_view content);

/// Of the canonical body: equal prescriptions have equal hashes, on every machine.
std::string content_hash(const Prescription& prescription);

}  // namespace hipflow
