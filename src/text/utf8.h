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

/// Reads the code point at the front of a text, which must not be empty. Returns nullopt if it is
/// not valid UTF-8.
std::optional<CodePoint> first_code_point(std::string_view text);

/// Encodes one character in UTF-8.
std::string encoded(char32_t character);

/// Tells whether a terminal might obey the character, and a reader cannot see it: C0, DEL, C1, line
/// and paragraph separators, and those that change the direction of writing.
bool is_control(char32_t value);

/// Tells whether the text is valid UTF-8 without control characters.
bool is_plain_text(std::string_view text);

/// Counts the characters of valid UTF-8.
std::size_t character_count(std::string_view text);

/// Makes a text fit for a message: at most `longest` characters, the rest as "…", and control
/// characters as "\u001B".
std::string shown(std::string_view text, std::size_t longest = 60);

/// The columns of a terminal that a character takes: 0, 1 or 2.
int columns_of(char32_t code_point);

/// The columns of a terminal that a text takes. Colours (Style::paint) take none.
int width(std::string_view text);

}  // namespace hipflow
