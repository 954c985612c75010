// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace hipflow {

/// What toml++ says of a syntax error, in words for somebody who writes a file for the first time,
/// with what to do. toml++'s own words follow in brackets.
std::string syntax_words(std::string_view description);

}  // namespace hipflow
