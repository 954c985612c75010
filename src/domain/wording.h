// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>

namespace hipflow {

/// A number within a sentence: "no", "one" … "ten"; larger ones in digits.
std::string number_word(std::size_t number);

/// The text with its first letter as a sentence begins, where that is one of a to z.
std::string with_capital(std::string text);

}  // namespace hipflow
