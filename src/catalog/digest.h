// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>

namespace hipflow {

/// A bundled routine in short, as it is for somebody who leaves nothing out. The build works it out
/// (digest.cmake), so that listing and checking what nobody has changed need not read it again.
struct RoutineDigest {
    std::string_view id;
    std::string_view name;
    std::string_view summary;
    int level = 1;
    bool counts = true;
    int steps = 0;
    long total_ms = 0;
    long work_ms = 0;
    std::string_view needs;      // "mat,chair"
    std::string_view positions;  // "supine,standing"
};

/// All of them, by id; nothing in a program that was linked without them, which reads the files.
std::span<const RoutineDigest> bundled_digests();

/// Nothing if there is none of this id.
const RoutineDigest* find_digest(std::string_view id);

/// Called once, before main(), by what digest.cmake writes. Says that it was.
bool set_digests(std::span<const RoutineDigest> digests);

}  // namespace hipflow
