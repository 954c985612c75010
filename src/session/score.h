// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "session/timeline.h"
#include "session/work_cues.h"

namespace hipflow::session {

/// A session laid out in time: its segments, and its cues in the order of time. No two sounds
/// overlap. Words that must be said make gaps longer, never the work; others are left out if they
/// do not fit (docs/design/guidance.md, "The score").
struct Score {
    Timeline timeline;
    std::vector<Cue> cues;
};

/// Pure: the same arguments give the same score. `more`: reps beyond the plan. Throws TooLong.
Score score(const Prescription& prescription, AskPeak ask, const Hearing& hearing,
            const MoreReps& more = {});

/// The lines of a passage as cues from the beginning of a segment on, however long that is.
std::vector<Cue> cues_of(const Passage& passage, std::size_t segment);

}  // namespace hipflow::session
