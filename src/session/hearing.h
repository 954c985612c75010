// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/prescription.h"

namespace hipflow {

/// How fast espeak-ng speaks unless told otherwise: its own unit, roughly words a minute.
inline constexpr int usual_rate = 160;

/// How long it takes to say a text aloud, estimated from its characters and pauses. Fitted to
/// espeak-ng: over a whole session within one per cent of what is measured. Zero for no text.
Millis spoken_length(std::string_view text, int rate = usual_rate);

/// Gives the length of a text, spoken: measured where it has been rendered, else estimated.
using Lengths = std::function<Millis(std::string_view)>;

/// How a session is heard; gaps are as long as what must be said in them.
struct Hearing {
    bool voice = true;  // without one nothing is said, and no gap grows
    bool tones = true;  // without them words stand for what they tell: "Begin.", "Done."
    Lengths length = [](std::string_view text) { return spoken_length(text); };
};

/// Heard by a voice of that rate, with every length estimated.
Hearing estimated_at(int rate);

/// Signals without words, told apart with closed eyes. What begins work rises, what ends it falls.
enum class Tone { get_ready, count, start, half, switch_sides, rest, end, all_done };
template <>
inline constexpr auto words<Tone> = std::to_array<std::string_view>(
    {"get ready", "count", "start", "half", "switch", "rest", "end", "all done"});

/// How long a tone sounds.
Millis length_of(Tone tone);

/// What a cue is for. start and end are signals; guidance tells how the movement goes, for those
/// who cannot see the screen meanwhile.
enum class CueKind { start, end, name, side, set_up, count, half, tick, guidance };
template <>
inline constexpr auto words<CueKind> = std::to_array<std::string_view>(
    {"start", "end", "name", "side", "set-up", "count", "half", "tick", "guidance"});

// The distances between sounds.
/// Between a tone and the words behind it.
inline constexpr Millis after_tone{45};
/// Between two sentences.
inline constexpr Millis after_sentence{350};
/// At least between two sentences that must be heard.
inline constexpr Millis least_pause{300};
/// At least between a single word or short sentence and the count-in behind it.
inline constexpr Millis short_pause{50};
/// Between the last words of a set-up and its count-in.
inline constexpr Millis before_count{700};
/// Three seconds of counting before a set.
inline constexpr Millis count_in{3'000};
/// A shorter gap has no room for a count-in, unless it grows for a new exercise.
inline constexpr Millis shortest_gap_with_count{4'000};
/// In quick holds a count-down would only confuse.
inline constexpr Millis shortest_hold_with_count{10'000};

/// Of a count-down its last three: "three", "two", "one".
std::string count_word(int left);

/// What is said to name an exercise: "Figure four, left side."
std::string name_words(const Work& work, Side side);

/// What is said to set up an exercise in the middle of its sets: its name, side and starting
/// position, and how it goes where the screen cannot be seen.
std::string set_up_words(const Work& work, Side side);

/// The side in words for the ear and the page: "left side"; nothing for both.
std::string side_words(Side side);

/// A sentence said in a gap. `at` is when its words begin, since the beginning of the gap.
struct GapLine {
    CueKind kind = CueKind::name;
    std::string text;
    Millis at{};
};

/// What is said in the gap before a set.
struct GapWords {
    std::vector<GapLine> lines;
    bool counts_in = false;  // "three, two, one" before the set
    Millis least{};          // how long the gap has to be for all of that
};

/// Before a new exercise: its name and side, how to lie, the count-in. Of the opening tone, the
/// gap's first sound, `opening` is the length.
GapWords lead_in_words(const Work& work, Side side, Millis opening, const Hearing& hearing);

/// Where the sides change, in a gap written as `gap`. The first time in an exercise the whole
/// sentence is said, and makes the gap longer; later ones fit what is written, if they can.
GapWords side_change_words(Side side, bool first_time, Millis gap, Millis opening,
                           const Hearing& hearing);

/// Between two sets of one side: what fits into the gap as it is written.
GapWords rest_words(int set, Millis gap, Millis opening, const Hearing& hearing);

/// How long the first sound of a gap takes, up to the words behind it: `tone`, or what is said in
/// its place.
Millis opening_length(Tone tone, const Hearing& hearing);

/// What is said where no tone tells of the beginning and the end of a set.
inline constexpr std::string_view begin_words = "Begin.";
inline constexpr std::string_view done_words = "Done.";

}  // namespace hipflow
