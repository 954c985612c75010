// SPDX-License-Identifier: MIT
#pragma once
#include "session/passage.h"

namespace hipflow::session {

// Pauses between the parts of a passage.
inline constexpr Millis after_sentence{350};
inline constexpr Millis after_thought{600};  // the next sentence is about something else
inline constexpr Millis to_do_it{2'000};     // after a sentence that asks for something

/// Writes a passage from its beginning to its end. Without a voice the words are there to be read
/// at once, and nothing but changes of position takes time.
class PassageWriter {
   public:
    /// The first word starts at `begin`. `hearing` outlives the writer.
    PassageWriter(const Hearing& hearing, Millis begin);

    void tone(Tone tone);
    void say(CueKind kind, const Phrase& words, Millis pause = after_sentence, bool must = true);
    /// Leaves time to do what the last sentence asks for, from its end on.
    void act(Millis time);
    /// The same for a change of position or side, with at least `least`. It takes place without a
    /// voice too.
    void change(Millis time, Millis least);
    /// Lets time pass up to a point of the passage.
    void go_to(Millis at);
    /// Notes that the new position has been taken.
    void moved();

    /// Ends with a count-in, and not before `ready` has passed since the last words.
    Passage counted(Millis ready);
    /// Ends with a count-in at a point in time.
    Passage counted_at(Millis end);
    Passage done();

    Millis at() const { return at_; }
    Millis words_end() const { return words_end_; }
    const Hearing& hearing() const { return *hearing_; }

   private:
    void count_down();

    const Hearing* hearing_;
    Passage passage_;
    Millis at_;
    Millis words_end_;
    Millis changes_{};  // without a voice: the time of those so far
};

}  // namespace hipflow::session
