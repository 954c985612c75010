// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "guide/questions.h"
#include "guide/recorder.h"
#include "terminal/face.h"

namespace hipflow {

/// The questions after a session; each answer is written when it is given. Returns the score after,
/// if there is one, and answers it in words where it calls for some.
std::optional<PainScore> ask_after(Face& face, Recorder& recorder, const GivenAnswers& given,
                                   const Prescription& performed,
                                   std::optional<PainScore> pain_before);

}  // namespace hipflow
