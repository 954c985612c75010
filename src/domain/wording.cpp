// SPDX-License-Identifier: MIT
#include "domain/wording.h"

#include <array>
#include <string_view>

namespace hipflow {

std::string number_word(std::size_t number) {
    constexpr auto words = std::to_array<std::string_view>(
        {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
    return number < words.size() ? std::string(words.at(number)) : std::to_string(number);
}

std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

}  // namespace hipflow
