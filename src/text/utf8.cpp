// SPDX-License-Identifier: MIT
#include "text/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

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

std::string encoded(char32_t character) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (character < 0x80) return {byte(character)};
    if (character < 0x800)
        return {byte(0xC0U | (character >> 6U)), byte(0x80U | (character & 0x3FU))};
    if (character < 0x10000) {
        return {byte(0xE0U | (character >> 12U)), byte(0x80U | ((character >> 6U) & 0x3FU)),
                byte(0x80U | (character & 0x3FU))};
    }
    return {byte(0xF0U | (character >> 18U)), byte(0x80U | ((character >> 12U) & 0x3FU)),
            byte(0x80U | ((character >> 6U) & 0x3FU)), byte(0x80U | (character & 0x3FU))};
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

namespace {

using Range = std::pair<char32_t, char32_t>;

/// Combining marks, zero-width characters and variation selectors (Unicode 15, the blocks that text
/// for people contains).
constexpr std::array zero_width = {
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0E31, 0x0E31}, Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E},
    Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F}, Range{0x20D0, 0x20FF},
    Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}};

/// East Asian wide and full-width characters, and emoji (Unicode Annex 11, W and F).
constexpr std::array wide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
    Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

template <std::size_t n>
bool in_any(const std::array<Range, n>& ranges, char32_t value) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
        return value >= range.first && value <= range.second;
    });
}

}  // namespace

int columns_of(char32_t code_point) {
    if (code_point < 0x300) return code_point < 0x20 ? 0 : 1;
    if (in_any(zero_width, code_point)) return 0;
    return in_any(wide, code_point) ? 2 : 1;
}

int width(std::string_view text) {
    int columns = 0;
    while (!text.empty()) {
        if (text.starts_with("\x1b[")) {
            text.remove_prefix(std::min(text.find('m'), text.size() - 1) + 1);
            continue;
        }
        const auto next = first_code_point(text);
        columns += next ? columns_of(next->value) : 1;
        text.remove_prefix(next ? next->length : 1);
    }
    return columns;
}

}  // namespace hipflow
