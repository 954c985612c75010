// SPDX-License-Identifier: MIT
#pragma once
#include "domain/spoken_exercise.h"
#include "session/passage_writer.h"

namespace hipflow::session {

/// Values for the messages about an amount of work, on a side.
MessageValues values_of(const Work& work, Side side);

/// True for reps whose phases have a word on each and no sentence: all of them are cued.
bool has_beats_alone(const Work& work);

/// The language that a session speaks.
std::string_view language_of(const Hearing& hearing);

/// True for work that goes on until a key is pressed.
bool is_open_ended(const Work& work);

/// Says the parts of an exercise, each where the writer stands.
class Teller {
   public:
    /// `writer` and `work` outlive the teller.
    Teller(PassageWriter& writer, const Work& work, Side side);

    /// The name, in a message such as "Next: {name}."
    void name(Say how);
    /// "6 times with each leg."; for the rest of the sides where not both are to come.
    void amount(bool both_sides = true);
    /// The same of one set, whatever their number.
    void amount_of_set(bool both_sides);
    /// "4 sets on the left, 3 on the right."
    void sets_by_side(int left, int right);
    /// How to end what has no end of its own.
    void enough();
    /// "With 2 kg.", if the routine says so.
    void load();
    /// What the routine remarks, as a sentence.
    void note();
    /// "Now 6 times.", the last words before the count-in.
    void amount_again();
    /// The side, in a message such as "Left leg first."
    void side(Say how);
    /// The one sentence for those who know the exercise, then `move` to take the position.
    void brief(Millis move, Millis least);
    /// True if that sentence says which side works, and not only what the other one does.
    bool brief_tells_side() const;
    /// All of the set-up. `move` is the time to take the position.
    void set_up(Millis move);
    /// What of the set-up is another for the second side; the first of it with time to change.
    void set_up_again(Millis change);
    /// How the movement goes: reps by one of them, phase by phase; else sentence by sentence.
    void movement();
    /// How to come out of it.
    void finish();

    const SpokenExercise& words() const { return words_; }

   private:
    const Hearing& hearing() const { return writer_->hearing(); }
    void say_amount(Say says, bool each);
    Phrase amount_words(Say says) const;
    void guide(const SpokenInstruction& sentence);
    void tell_turns();
    void try_one();

    PassageWriter* writer_;
    const Work* work_;
    Side side_;
    SpokenExercise words_;
};

}  // namespace hipflow::session
