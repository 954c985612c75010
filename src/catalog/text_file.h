// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"

namespace hipflow::catalog {

inline constexpr std::size_t longest_file = std::size_t{64} * 1024;  // bytes

/// Reads a file that somebody wrote by hand. Leaves pipes and devices alone, and reads at most
/// longest_file bytes; what stands in the way is added to `faults`, and the result is nullopt.
std::optional<std::string> read_text_file(const std::string& path, std::vector<Diagnostic>& faults);

/// Finds what must not reach the TOML parser, since toml++ 3.3 has undefined behaviour on some of
/// it. Lets pass valid UTF-8 of at most 64 KiB, without control characters, in lines of at most 4
/// KiB, with at most 32 dots in a key, at most 16 brackets deep, and with ASCII letters alone
/// outside quotes and comments.
std::vector<Diagnostic> scan_text(std::string_view text, const std::string& file);

}  // namespace hipflow::catalog
