// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/messages.h"
#include "domain/speech.h"

namespace hipflow::session {

/// How a session is heard. Gaps are as long as the words that must be said in them.
struct Hearing {
    bool voice = true;  // without it nothing is said, and no gap grows
    bool tones = true;  // without them words take their place: "Begin.", "Done."
    Lengths length = estimated_lengths();
    std::shared_ptr<const Phrasebook> phrases;  // null: hipflow says nothing by itself
    double changes = 1.0;                       // of the times to change position and sides
    bool tempo_words = true;                    // the words on the phases of a rep are spoken

    /// How long a phrase sounds; zero without a voice.
    Millis length_of(const Phrase& phrase) const;
    /// A message of hipflow's own; empty without a phrasebook.
    Phrase say(Say key, const MessageValues& values = {}) const;
    /// A text of an exercise with its side.
    Phrase place(const Phrase& text, Side side) const;
};

/// Signals without words, told apart with closed eyes: rising where work begins, falling where it
/// ends.
enum class Tone { get_ready, count, start, half, switch_sides, rest, end, all_done };
constexpr auto words_of(Tone /*unused*/) {
    return std::to_array<std::string_view>(
        {"get ready", "count", "start", "half", "switch", "rest", "end", "all done"});
}

/// How long a tone sounds.
Millis length_of(Tone tone);

/// Purpose of a cue. start and end are signals. Before the work: signal, name, dose, side, set-up
/// (how to lie), guidance (how the movement goes), safety, finish (how to come out of the last
/// exercise), fill ("Take your time."), count. In it: beat, tick (a number), cue, half, left.
enum class CueKind {
    start,
    end,
    name,
    side,
    set_up,
    count,
    half,
    tick,
    guidance,
    safety,
    finish,
    dose,
    beat,
    cue,
    left,
    fill,
    signal
};
constexpr auto words_of(CueKind /*unused*/) {
    return std::to_array<std::string_view>({"start", "end", "name", "side", "set-up", "count",
                                            "half", "tick", "guidance", "safety", "finish", "dose",
                                            "beat", "cue", "left", "fill", "signal"});
}

/// At least between two sentences that must be heard.
inline constexpr Millis least_pause{300};
/// Between the last words before a set and its count-in.
inline constexpr Millis before_count{700};
/// The three seconds of counting before a set.
inline constexpr Millis count_in{3'000};
/// A shorter gap has no room for a count-in, unless it grows.
inline constexpr Millis shortest_gap_with_count{4'000};

/// The side, for the page: "left side"; empty for both.
std::string side_words(Side side);

}  // namespace hipflow::session
