// SPDX-License-Identifier: MIT
#include "session/gap_words.h"

#include <fmt/format.h>

#include <array>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

Millis said(std::string_view text, const Hearing& hearing) {
    return hearing.voice ? hearing.length(text) : 0ms;
}

/// The first of the texts for which a gap has room, or none of them.
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

Millis opening_length(Tone tone, const Hearing& hearing) {
    if (hearing.tones) return length_of(tone) + after_tone;
    if (tone == Tone::get_ready || !hearing.voice) return 0ms;
    return hearing.length(done_words) + after_sentence;
}

GapWords lead_in_words(const Work& work, Side side, Millis opening, const Hearing& hearing) {
    GapWords words;
    Millis at = opening;
    const auto say = [&](CueKind kind, std::string text) {
        if (text.empty()) return;
        const Millis length = said(text, hearing);
        // What nobody says is there to be read at once.
        words.lines.push_back({kind, std::move(text), hearing.voice ? at : 0ms});
        at += length + after_sentence;
    };
    say(CueKind::name, name_words(work, side));
    say(CueKind::set_up, work.exercise.start);
    words.counts_in = true;
    if (hearing.voice) words.least = at - after_sentence + before_count + count_in;
    return words;
}

GapWords side_words_in(Side side, bool first_time, Millis gap, Millis opening,
                       const Hearing& hearing) {
    const std::string whole = fmt::format("Change sides: {}.", word(side));
    const std::string brief = side == Side::left ? "Left." : "Right.";
    GapWords words =
        first_that_fits(CueKind::side, first_time ? std::vector{whole} : std::vector{whole, brief},
                        gap, opening, hearing);
    if (!words.lines.empty()) return words;
    // It is said all the same: the gap grows, or the word sounds while the set begins.
    const std::string& text = first_time ? whole : brief;
    words.lines.push_back({CueKind::side, text, opening});
    const bool grows = first_time || words.counts_in;
    if (grows && hearing.voice) {
        words.least = opening + said(text, hearing) + short_pause;
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

}  // namespace hipflow
