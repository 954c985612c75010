// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/ending.h"
#include "guide/questions.h"
#include "guide/recorder.h"
#include "terminal/face.h"

namespace hipflow::guide {

/// The result of the answers after a session.
struct After {
    std::optional<PainScore> severe;  // nine or ten out of ten: then nothing more was asked
    std::string words;                // what to say about it at the end; may be empty
};

/// How a session ends, and what is said before the last words.
struct Close {
    coach::Ending ending = coach::Ending::session;
    std::string words;
};

/// Decides how a session ends. `during` is what an answer in it made of the session, `worst` the
/// highest score told there, `calm` the ending where nothing asks for help, and `number` the user's
/// own emergency number, or empty. See docs/design/care.md, "Endings and red flags".
Close close_of(coach::Ending during, std::optional<PainScore> worst, const After& after,
               coach::Ending calm, std::string_view number, const CareWords& words);

/// Records why less was done than planned: for pain if any set was stopped for pain, else the first
/// reason given.
void note_stop_reason(Recorder& recorder);

/// What was told before the questions after a session, and is not asked again.
struct Told {
    std::vector<PainReading> peaks;      // of exercises, in the session
    std::optional<PainAnswer> just_now;  // the session ended over it
    PainAnswer before;                   // its place is offered
    bool below_back = false;             // pain there was told of at some time
};

/// Asks the questions after a session, which was begun as one prescription and performed as another
/// where exercises were made easier. What was told already is recorded, and not asked again. Each
/// answer is written when it is given.
After ask_after(terminal::Face& face, const CareWords& words, Recorder& recorder,
                const session::GivenAnswers& given, const Prescription& begun,
                const Prescription& performed, std::optional<PainScore> pain_before,
                const PainThresholds& thresholds, const Told& told = {});

}  // namespace hipflow::guide
