// SPDX-License-Identifier: MIT
#include "terminal/replies.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

#include "domain/number.h"

namespace hipflow::terminal {
namespace {

/// A control string: what stands between its introducer and ST or BEL.
struct ControlString {
    std::string_view content;
    bool ended = false;  // all of it has come
};

/// Takes a control string from behind its introducer.
ControlString take_string(std::string_view& bytes) {
    const auto end = bytes.find_first_of("\a\x1b");
    const std::string_view content = bytes.substr(0, end);
    bytes.remove_prefix(std::min(bytes.size(), end == std::string_view::npos ? end : end + 1));
    return {content, end != std::string_view::npos};
}

/// Takes the parameters of a control sequence and its last byte; empty if that has not come.
std::string_view take_sequence(std::string_view& bytes) {
    const auto* const end =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return c >= 0x40 && c <= 0x7E; });
    if (end == bytes.end()) {
        bytes = {};
        return {};
    }
    const std::string_view content =
        bytes.substr(0, static_cast<std::size_t>(end - bytes.begin()) + 1);
    bytes.remove_prefix(content.size());
    return content;
}

/// Returns numbers between semicolons; what is none is -1.
std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    while (true) {
        const auto end = text.find(';');
        numbers.push_back(parse_number<int>(text.substr(0, end)).value_or(-1));
        if (end == std::string_view::npos) return numbers;
        text.remove_prefix(end + 1);
    }
}

void note_sequence(Replies& replies, std::string_view sequence) {
    if (sequence.empty()) return;
    const char what = sequence.back();
    sequence.remove_suffix(1);
    const bool own = sequence.starts_with('?');
    const auto numbers = numbers_in(own ? sequence.substr(1) : sequence);
    if (what == 'c' && own) {
        constexpr int with_sixel = 4;
        replies.sixel = std::find(numbers.begin() + 1, numbers.end(), with_sixel) != numbers.end();
        replies.done = true;
    }
    if (what == 'S' && own && numbers.size() == 3 && numbers[0] == 1 && numbers[1] == 0) {
        replies.colours = numbers[2];
    }
    if (what == 't' && numbers.size() == 3 && numbers[0] == 6) {
        replies.cell = Size{numbers[2], numbers[1]};
    }
}

void note_operating_command(Replies& replies, const ControlString& command) {
    constexpr std::string_view background = "11;";
    if (!command.ended || !command.content.starts_with(background)) return;
    const auto rgb = rgb_in(command.content.substr(background.size()));
    if (rgb) replies.background = rgb;
}

/// Reads one to four hexadecimal digits as a share of the largest number that they can be.
std::optional<std::uint8_t> part_in(std::string_view digits) {
    constexpr std::size_t most_digits = 4;
    constexpr int base = 16;
    if (digits.empty() || digits.size() > most_digits) return std::nullopt;
    unsigned value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [read, error] = std::from_chars(digits.data(), end, value, base);
    if (error != std::errc() || read != end) return std::nullopt;
    const unsigned largest = (1U << (4U * static_cast<unsigned>(digits.size()))) - 1U;
    return static_cast<std::uint8_t>((value * 255U + largest / 2U) / largest);
}

}  // namespace

std::optional<figure::Rgb> rgb_in(std::string_view text) {
    const bool with_alpha = text.starts_with("rgba:");
    if (!with_alpha && !text.starts_with("rgb:")) return std::nullopt;
    text.remove_prefix(text.find(':') + 1);
    std::array<std::uint8_t, 4> parts{};
    const std::size_t count = with_alpha ? 4 : 3;
    for (std::size_t i = 0; i < count; ++i) {
        const auto slash = text.find('/');
        const bool last = i + 1 == count;
        if (last != (slash == std::string_view::npos)) return std::nullopt;
        const auto part = part_in(text.substr(0, slash));
        if (!part) return std::nullopt;
        parts.at(i) = *part;
        if (!last) text.remove_prefix(slash + 1);
    }
    return figure::Rgb{parts[0], parts[1], parts[2]};
}

Replies replies_in(std::string_view bytes) {
    Replies replies;
    while (true) {
        const auto escape = bytes.find('\x1b');
        if (escape == std::string_view::npos || escape + 1 >= bytes.size()) return replies;
        const char kind = bytes[escape + 1];
        if (kind == '\x1b') {
            bytes.remove_prefix(escape + 1);
            continue;
        }
        bytes.remove_prefix(escape + 2);
        if (kind == '[') note_sequence(replies, take_sequence(bytes));
        if (kind == ']') note_operating_command(replies, take_string(bytes));
        if (kind == '_' && take_string(bytes).content == "Gi=31;OK") replies.kitty = true;
    }
}

}  // namespace hipflow::terminal
