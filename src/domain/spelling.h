// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hipflow {

/// How many insertions, deletions, replacements and swaps of neighbours lead from one word to the
/// other (optimal string alignment distance), in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that somebody who typed `word` most likely meant: within two edits, and nearer
/// than half its length.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

/// " Did you mean 'x'?" where a near word is known, else nothing: to be appended to a message.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

}  // namespace hipflow
