// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "session/score.h"

namespace hipflow {

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
GapWords side_words_in(Side side, bool first_time, Millis gap, Millis opening,
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
