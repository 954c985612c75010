// SPDX-License-Identifier: MIT
#include "exchange/content_hash.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include "exchange/json.h"

namespace hipflow {

std::string content_hash(std::string_view content) {
    const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string content_hash(const Prescription& prescription) {
    return content_hash(body_of(prescription));
}

}  // namespace hipflow
