// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hipflow {

/// The number of insertions, deletions, replacements and swaps of neighbouring bytes that lead from
/// one word to the other (optimal string alignment distance).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Finds the known word that somebody who typed `word` most likely meant: within two edits and less
/// than half of its length, or one that begins with `word`.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

/// Words a hint to be appended to a message, " Did you mean 'x'?"; empty if no word is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

}  // namespace hipflow
