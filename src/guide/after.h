// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "guide/questions.h"
#include "guide/recorder.h"
#include "terminal/face.h"

namespace hipflow {

/// The questions after a session; each answer is written when it is given, and answered in words
/// where it calls for some. Returns the exercises, by id, that hurt more than at the start without
/// an answer to how much.
std::vector<std::string> ask_after(Face& face, Recorder& recorder, const GivenAnswers& given,
                                   const Prescription& performed,
                                   std::optional<PainScore> pain_before,
                                   const PainThresholds& thresholds);

}  // namespace hipflow
