// SPDX-License-Identifier: MIT
#include "text/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace hipflow {
namespace {

struct Shape {
    unsigned mask;   // of the first byte: the bits that tell the length
    unsigned bits;   // what they are
    char32_t least;  // a smaller value would be an overlong form
};
constexpr std::array shapes = {Shape{0x80, 0x00, 0}, Shape{0xE0, 0xC0, 0x80},
                               Shape{0xF0, 0xE0, 0x800}, Shape{0xF8, 0xF0, 0x10000}};

constexpr bool is_surrogate(char32_t value) { return value >= 0xD800 && value <= 0xDFFF; }

unsigned byte(char c) { return static_cast<unsigned char>(c); }

}  // namespace

std::optional<CodePoint> first_code_point(std::string_view text) {
    const unsigned lead = byte(text.front());
    for (std::size_t length = 1; length <= shapes.size(); ++length) {
        const Shape& shape = shapes.at(length - 1);
        if ((lead & shape.mask) != shape.bits) continue;
        if (text.size() < length) return {};
        char32_t value = lead & ~shape.mask;
        for (const char c : text.substr(1, length - 1)) {
            if ((byte(c) & 0xC0U) != 0x80U) return {};
            value = (value << 6U) | (byte(c) & 0x3FU);
        }
        if (value < shape.least || value > 0x10FFFF || is_surrogate(value)) return {};
        return CodePoint{value, length};
    }
    return {};
}

bool is_control(char32_t value) {
    if (value < 0x20 || (value >= 0x7F && value <= 0x9F)) return true;
    if (value == 0x2028 || value == 0x2029) return true;
    return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

bool is_plain_text(std::string_view text) {
    while (!text.empty()) {
        const auto point = first_code_point(text);
        if (!point || is_control(point->value)) return false;
        text.remove_prefix(point->length);
    }
    return true;
}

std::size_t character_count(std::string_view text) {
    const auto starts = [](char c) { return (byte(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

std::string shown(std::string_view text, std::size_t longest) {
    std::string result;
    for (std::size_t count = 0; !text.empty(); ++count) {
        if (count == longest) return result + "…";
        const auto point = first_code_point(text);
        if (!point) {
            result += fmt::format("\\x{:02X}", byte(text.front()));
        } else if (is_control(point->value)) {
            result += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(point->value));
        } else {
            result += text.substr(0, point->length);
        }
        text.remove_prefix(point ? point->length : 1);
    }
    return result;
}

}  // namespace hipflow
