// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace hipflow::catalog {

/// The number of words of a text.
std::size_t word_count(std::string_view text);

/// Says what a voice cannot read as it is meant: digits, signs, abbreviations, a beginning that is
/// no letter. Empty if nothing.
std::string unspeakable(std::string_view text);

/// Returns the English words that leave the side to be guessed: "working", "other leg". Empty if
/// there are none.
std::string unclear_side(std::string_view text);

/// Returns the first English word that belongs to anatomy or to the gym; empty if there is none.
std::string hard_word(std::string_view text);

}  // namespace hipflow::catalog
