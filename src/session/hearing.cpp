// SPDX-License-Identifier: MIT
#include "session/hearing.h"

#include <fmt/format.h>

namespace hipflow::session {

using namespace std::chrono_literals;

Millis Hearing::length_of(const Phrase& phrase) const {
    return voice ? length(phrase.text, phrase.language) : 0ms;
}

Phrase Hearing::say(Say key, const MessageValues& values) const {
    return phrases ? phrases->say(key, values) : Phrase{};
}

Phrase Hearing::place(const Phrase& text, Side side) const {
    return phrases ? phrases->place(text, side) : text;
}

std::string side_words(Side side) {
    if (side == Side::both) return {};
    return fmt::format("{} side", word(side));
}

Millis length_of(Tone tone) {
    switch (tone) {
        case Tone::get_ready:
            return 235ms;
        case Tone::count:
            return 80ms;
        case Tone::start:
            return 315ms;
        case Tone::half:
            return 175ms;
        case Tone::switch_sides:
        case Tone::rest:
            return 250ms;
        case Tone::end:
            return 245ms;
        case Tone::all_done:
            return 805ms;
    }
    return 0ms;
}

}  // namespace hipflow::session
