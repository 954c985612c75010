// SPDX-License-Identifier: MIT
#pragma once
#include <toml++/impl/forward_declarations.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"

namespace hipflow::catalog {

/// Parses hand-written TOML. Every name and every text in the result is plain (text/utf8.h) and has
/// no line break. Skips a byte-order mark, which some editors write. Adds every fault to `faults`
/// and returns null if there are any.
std::shared_ptr<const toml::table> parse_document(std::string_view text, const std::string& file,
                                                  std::vector<Diagnostic>& faults);

/// The place where a value begins in its file.
Place begin_of(const toml::node& node);

/// Explains a syntax error to somebody who writes a file for the first time, and says what to do.
/// `description` is toml++'s own; it follows in brackets.
std::string syntax_words(std::string_view description);

}  // namespace hipflow::catalog
