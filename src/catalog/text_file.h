// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"

namespace hipflow {

inline constexpr std::size_t longest_file = std::size_t{64} * 1024;  // bytes

/// The bytes of a file that somebody wrote by hand. Opens no pipe or device for longer than it
/// takes to see that it is one, and reads no more than longest_file; what stands in the way becomes
/// a fault.
std::optional<std::string> read_text_file(const std::string& path, std::vector<Diagnostic>& faults);

/// What hand-written TOML must look like before the TOML parser may see it: valid UTF-8 of at most
/// 64 KiB, without control characters, in lines of at most 4 KiB, with at most 32 dots in a key, at
/// most 16 brackets deep, and with plain letters outside quotes and comments. toml++ 3.3 runs into
/// undefined behaviour on some of what is refused here (TERMINAL 1.10, RELIABILITY 5).
std::vector<Diagnostic> scan_text(std::string_view text, const std::string& file);

}  // namespace hipflow
