// SPDX-License-Identifier: MIT
#include "session/hearing.h"

#include <fmt/format.h>

#include <array>

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 3> numbers = {"one", "two", "three"};

Millis said(std::string_view text, const Hearing& hearing) {
    return hearing.voice ? hearing.length(text, "en") : 0ms;
}

/// The first of the texts that fits into the gap, or none of them.
GapWords first_that_fits(CueKind kind, const std::vector<std::string>& texts, Millis gap,
                         Millis opening, const Hearing& hearing) {
    GapWords words;
    words.counts_in = gap >= shortest_gap_with_count;
    const Millis behind = words.counts_in ? short_pause + count_in : 0ms;
    for (const auto& text : texts) {
        if (opening + said(text, hearing) + behind > gap) continue;
        words.lines.push_back({kind, text, opening});
        break;
    }
    words.least = gap;
    return words;
}

}  // namespace

std::string side_words(Side side) {
    if (side == Side::both) return {};
    return fmt::format("{} side", word(side));
}

std::string name_words(const Work& work, Side side) {
    const std::string& name = work.exercise.say.empty() ? work.exercise.name : work.exercise.say;
    if (side == Side::both) return fmt::format("{}.", name);
    return fmt::format("{}, {}.", name, side_words(side));
}

std::string set_up_words(const Work& work, Side side) {
    std::string text = name_words(work, side);
    if (!work.exercise.start.empty()) text += ' ' + joined(work.exercise.start);
    if (work.exercise.view == View::screen) return text;
    for (const auto& sentence : movement_texts(work.exercise)) text += ' ' + sentence;
    return text;
}

std::string count_word(int left) {
    return std::string(numbers.at(static_cast<std::size_t>(left) - 1));
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

Millis opening_length(Tone tone, const Hearing& hearing) {
    if (hearing.tones) return length_of(tone) + after_tone;
    if (tone == Tone::get_ready || !hearing.voice) return 0ms;
    return hearing.length(done_words, "en") + after_sentence;
}

GapWords lead_in_words(const Work& work, Side side, Millis opening, const Hearing& hearing) {
    GapWords words;
    Millis at = opening;
    const auto say = [&](CueKind kind, std::string text) {
        if (text.empty()) return;
        const Millis length = said(text, hearing);
        // Without a voice the words are there to be read at once.
        words.lines.push_back({kind, std::move(text), hearing.voice ? at : 0ms});
        at += length + after_sentence;
    };
    say(CueKind::name, name_words(work, side));
    say(CueKind::set_up, joined(work.exercise.start));
    words.counts_in = true;
    if (hearing.voice) words.least = at - after_sentence + before_count + count_in;
    return words;
}

GapWords side_change_words(Side side, bool first_time, Millis gap, Millis first, Millis opening,
                           const Hearing& hearing) {
    const std::string whole = fmt::format("Change sides: {}.", word(side));
    const std::string brief = side == Side::left ? "Left." : "Right.";
    GapWords words =
        first_that_fits(CueKind::side, first_time ? std::vector{whole} : std::vector{whole, brief},
                        gap, opening, hearing);
    if (!words.lines.empty()) return words;
    // Said anyway: the gap grows, or the word overlaps the start of the set.
    const std::string& text = first_time ? whole : brief;
    words.lines.push_back({CueKind::side, text, opening});
    const Millis needed = opening + said(text, hearing) + short_pause;
    const bool grows = first_time || words.counts_in || needed > gap + first;
    if (grows && hearing.voice) {
        words.least = needed;
        if (words.counts_in) words.least += count_in;
    }
    return words;
}

GapWords rest_words(int set, Millis gap, Millis opening, const Hearing& hearing) {
    if (gap == 0ms) return {};
    return first_that_fits(CueKind::set_up,
                           {fmt::format("Rest. Next: set {}.", set), fmt::format("Set {}.", set)},
                           gap, opening, hearing);
}

}  // namespace hipflow::session
