// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/face.h"

namespace hipflow::guide {

// The ways to ask: for a number, a letter or a text. Each asks again until the answer is
// understood, returns nullopt for Enter, and throws Interrupted.

inline constexpr long ten = 10;  // the end of the pain scale

/// What Enter gives where it is no answer.
inline constexpr std::string_view for_none = "for no answer";

/// Asks for a number of the question's range, or for a word or letter of one. `enter_gives` tells
/// what Enter is for.
std::optional<long> ask_in_range(terminal::Face& face, const terminal::Question& question,
                                 std::string_view enter_gives);

/// Asks for a number from `least` to `most`; where that is 10, x stands for it.
std::optional<long> ask_number(terminal::Face& face, std::string_view question, long least,
                               long most, const std::vector<std::string>& options = {});

/// Asks for the letter of one of the options ("x stop this exercise"); its number does as well, and
/// is shown before it. Enter may be among the options for the reader ("Enter continue").
std::optional<char> ask_letter(terminal::Face& face, std::string_view question,
                               const std::vector<std::string>& options);

/// Asks for a text of letters, digits and signs.
std::optional<std::string> ask_text(terminal::Face& face, std::string_view question);

}  // namespace hipflow::guide
