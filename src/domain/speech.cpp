// SPDX-License-Identifier: MIT
#include "domain/speech.h"

namespace hipflow {

using namespace std::chrono_literals;

Millis spoken_length(std::string_view text, int rate) {
    constexpr int fitted_rate = 160;
    constexpr Millis breath = 310ms;
    constexpr Millis per_character = 45ms;
    constexpr Millis per_comma = 370ms;
    constexpr Millis per_full_stop = 860ms;  // within the text: at its end nothing follows
    if (text.empty()) return 0ms;
    Millis length = breath;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        // UTF-8: continuation bytes are not characters.
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) length += per_character;
        const bool inside = i + 1 < text.size() && text[i + 1] == ' ';
        if (inside && (c == ',' || c == ';' || c == ':')) length += per_comma;
        if (inside && (c == '.' || c == '!' || c == '?')) length += per_full_stop;
    }
    return length * fitted_rate / rate;
}

Lengths estimated_lengths(int rate) {
    return [rate](std::string_view text, std::string_view /*language*/) {
        return spoken_length(text, rate);
    };
}

}  // namespace hipflow
