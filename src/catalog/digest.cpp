// SPDX-License-Identifier: MIT
#include "catalog/digest.h"

#include <algorithm>

namespace hipflow {
namespace {

std::span<const RoutineDigest>& table() {
    static std::span<const RoutineDigest> digests;
    return digests;
}

}  // namespace

std::span<const RoutineDigest> bundled_digests() { return table(); }

const RoutineDigest* find_digest(std::string_view id) {
    const auto all = bundled_digests();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const RoutineDigest& digest) { return digest.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool set_digests(std::span<const RoutineDigest> digests) {
    table() = digests;
    return true;
}

}  // namespace hipflow
