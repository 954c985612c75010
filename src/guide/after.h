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

namespace hipflow {

/// What the answers after a session come to.
struct After {
    std::vector<std::string> unscored;  // hurt more than at the start; how much was not answered
    std::optional<PainScore> severe;    // nine or ten out of ten: then nothing more was asked
    std::string words;                  // an answer to what was told, for the end; may be empty
};

/// How a session ends, and what is said of it before the last words.
struct Close {
    Ending ending = Ending::session;
    std::string words;
};

/// `during`: what an answer in it made of the session, with the highest score told there. `calm`:
/// how it ends where nothing asks for help. `number` is the user's own emergency number, or empty.
Close close_of(Ending during, std::optional<PainScore> worst, const After& after, Ending calm,
               std::string_view number);

/// The questions after a session; each answer is written when it is given.
After ask_after(Face& face, Recorder& recorder, const GivenAnswers& given,
                const Prescription& performed, std::optional<PainScore> pain_before,
                const PainThresholds& thresholds);

}  // namespace hipflow
