// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/error.h"

namespace hipflow {

inline constexpr std::size_t longest_file = std::size_t{64} * 1024;  // bytes

/// The bytes of a file that somebody wrote by hand. Opens no pipe or device for longer than it
/// takes to see that it is one, and reads no more than longest_file; what stands in the way becomes
/// a fault.
std::optional<std::string> read_text_file(const std::string& path, std::vector<Diagnostic>& faults);

}  // namespace hipflow
