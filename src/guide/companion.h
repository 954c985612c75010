// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>

#include "domain/messages.h"
#include "platform/clock.h"
#include "sound/speaker.h"
#include "terminal/face.h"

namespace hipflow::guide {

/// Keeps the speaker going while the face waits: between two keys, in a question, in a pause.
/// Clock, face and speaker outlive it.
class Companion {
   public:
    Companion(const platform::Clock& clock, terminal::Face& face, sound::Speaker& speaker);
    ~Companion();
    Companion(const Companion&) = delete;
    Companion& operator=(const Companion&) = delete;

    /// Waits, for a few seconds at most, until the sample has shown what can be heard and sentences
    /// have been rendered: a session is laid out by their lengths.
    void await_sound();
    /// Says what will be heard, once the sample has shown it, and how far a slow voice has come.
    void introduce();
    /// To be called when the session is over and questions wait: after a minute, says so once, in
    /// these words.
    void remind_of_questions(Phrase words);
    /// Waits, for ten seconds at most, for the end of what is being said.
    void let_finish();

   private:
    std::optional<std::chrono::nanoseconds> attend();
    void tell_of_voice();
    void attend_until(Millis real, bool (*done)(const sound::Speaker&));

    const platform::Clock* clock_;
    terminal::Face* face_;
    sound::Speaker* speaker_;
    bool introduced_ = false;
    std::optional<Millis> remind_at_;  // on the session's clock
    Phrase reminder_;
};

}  // namespace hipflow::guide
