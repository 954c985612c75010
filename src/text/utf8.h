// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hipflow {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  // bytes
};

/// The code point at the front of a text that is not empty; nothing where it is not valid UTF-8.
std::optional<CodePoint> first_code_point(std::string_view text);

/// C0, DEL, C1, line and paragraph separators, and those that change the direction of writing: a
/// terminal might obey them, and a reader cannot see them.
bool is_control(char32_t value);

/// Valid UTF-8 without control characters.
bool is_plain_text(std::string_view text);

/// The number of characters of valid UTF-8.
std::size_t character_count(std::string_view text);

/// For messages: at most `longest` characters, the rest as "…", control characters as "\u001B".
std::string shown(std::string_view text, std::size_t longest = 60);

/// How many columns of a terminal a character takes: 0, 1 or 2.
int columns_of(char32_t code_point);

/// How many columns a text takes; colours (Style::paint) take none.
int width(std::string_view text);

}  // namespace hipflow
