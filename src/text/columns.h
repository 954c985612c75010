// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace hipflow {

/// How many columns of a terminal a character takes: 0, 1 or 2.
int columns_of(char32_t code_point);

/// How many columns a text takes; colours (Style::paint) take none.
int width(std::string_view text);

}  // namespace hipflow
