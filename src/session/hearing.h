// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/messages.h"
#include "domain/prescription.h"
#include "domain/speech.h"

namespace hipflow::session {

/// How a session is heard. Gaps are as long as the words that must be said in them.
struct Hearing {
    bool voice = true;  // without it nothing is said, and no gap grows
    bool tones = true;  // without them words take their place: "Begin.", "Done."
    Lengths length = estimated_lengths();
    std::shared_ptr<const Phrasebook> phrases;  // null: hipflow says nothing by itself
    double changes = 1.0;                       // of the times of the table to change position
    bool tempo_words = true;                    // the words on the phases of a rep are spoken
    /// How long a phrase sounds; zero without a voice.
    Millis length_of(const Phrase& phrase) const {
        return voice ? length(phrase.text, phrase.language) : Millis{0};
    }
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

/// Purpose of a cue. start and end are signals; guidance tells how the movement goes, for those who
/// cannot see the screen.
enum class CueKind { start, end, name, side, set_up, count, half, tick, guidance };
constexpr auto words_of(CueKind /*unused*/) {
    return std::to_array<std::string_view>(
        {"start", "end", "name", "side", "set-up", "count", "half", "tick", "guidance"});
}

// Between a tone and the words after it.
inline constexpr Millis after_tone{45};
/// Between two sentences.
inline constexpr Millis after_sentence{350};
/// At least between two sentences that must be heard.
inline constexpr Millis least_pause{300};
/// At least between a word or short sentence and the count-in after it.
inline constexpr Millis short_pause{50};
/// Between the last words of a set-up and its count-in.
inline constexpr Millis before_count{700};
/// The three seconds of counting before a set.
inline constexpr Millis count_in{3'000};
/// A shorter gap has no room for a count-in, unless it grows for a new exercise.
inline constexpr Millis shortest_gap_with_count{4'000};
/// In a shorter hold a countdown would only confuse.
inline constexpr Millis shortest_hold_with_count{10'000};

/// The last three words of a countdown: "three", "two", "one". `left` is 3 to 1.
std::string count_word(int left);

/// Names an exercise: "Figure four, left side."
std::string name_words(const Work& work, Side side);

/// Sets up an exercise in the middle of its sets: its name, side and starting position, and its
/// instructions if the screen cannot be seen.
std::string set_up_words(const Work& work, Side side);

/// The side, for the ear and the page: "left side"; empty for both.
std::string side_words(Side side);

/// A sentence said in a gap. Its words start `at` after the start of the gap.
struct GapLine {
    CueKind kind = CueKind::name;
    std::string text;
    Millis at{};
};

/// Everything said in the gap before a set.
struct GapWords {
    std::vector<GapLine> lines;
    bool counts_in = false;  // "three, two, one" before the set
    Millis least{};          // how long the gap has to be for it
};

/// Before a new exercise: its name and side, its starting position, the count-in. `opening` is the
/// length of the gap's first sound.
GapWords lead_in_words(const Work& work, Side side, Millis opening, const Hearing& hearing);

/// At a change of sides, in a gap written as `gap`. The first time in an exercise the whole
/// sentence is said, and the gap grows for it; later the words fit the gap if they can, and the
/// side alone may be said into the start of the set, whose first rep or hold takes `first`.
GapWords side_change_words(Side side, bool first_time, Millis gap, Millis first, Millis opening,
                           const Hearing& hearing);

/// Between two sets of one side: whatever fits into the gap as it is written.
GapWords rest_words(int set, Millis gap, Millis opening, const Hearing& hearing);

/// Length of a gap's first sound, up to the words after it: of `tone`, or of the words in its
/// place.
Millis opening_length(Tone tone, const Hearing& hearing);

/// Said where no tone marks the start and the end of a set.
inline constexpr std::string_view begin_words = "Begin.";
inline constexpr std::string_view done_words = "Done.";

}  // namespace hipflow::session
