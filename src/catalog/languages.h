// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipflow::catalog {

/// The languages that hipflow comes with; sorted.
std::vector<std::string> bundled_languages();

/// Tells whether something is said in a language, or in that of which it is a variant: "en-gb" is
/// known where "en" is.
bool is_known_language(std::string_view language, std::span<const std::string> known);

/// Words a hint at the language that is meant by its name, "German" or "deutsch", by another
/// spelling of its code, "DE" or "de_AT", or by a typing error; empty if none of `known` is.
std::string language_hint(std::string_view language, std::span<const std::string> known);

/// Says that nothing is said in this language; empty if it is known.
std::string language_fault(std::string_view language, std::span<const std::string> known);

}  // namespace hipflow::catalog
