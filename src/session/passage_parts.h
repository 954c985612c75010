// SPDX-License-Identifier: MIT
// What several passages have in common.
#pragma once
#include "session/passage.h"
#include "session/passage_writer.h"

namespace hipflow::session {

inline constexpr Millis after_tone{250};
inline constexpr Millis to_recall{2'500};  // after the brief sentence

/// The length of the signal that ended the set before, with the pause behind it.
Millis after_signal(Tone tone, const Hearing& hearing);

/// The side that placeholders mean; for exercises in turn the one that begins.
Side side_at(const SetPlace& place);

/// True for a step that was announced in a round before.
bool is_later_round(const PrescribedStep& step);

/// "Round 2 of 3.", before its first step; of a block that is done on one side after the other,
/// also that it begins anew on the other one.
void tell_round(PassageWriter& writer, const SetPlace& place);

/// From the name to the last word before the count-in, at a level. `move`: to take the position.
void introduce(PassageWriter& writer, const SetPlace& place, Guidance level, Say name, Millis move);

/// A time to change position or sides, as much longer as the settings say.
Millis scaled(Millis time, const Hearing& hearing);

/// The time to change position: as written, else as long as it takes.
Millis time_to_change(const std::optional<Stance>& from, const Stance& to, const Gaps& gaps,
                      const Hearing& hearing);

/// How to come out of the exercise before.
void leave(PassageWriter& writer, const Work& work, Side side);

/// What a passage takes beyond what the routine writes for it.
Passage grown_beyond(Passage passage, std::optional<Millis> written);

}  // namespace hipflow::session
