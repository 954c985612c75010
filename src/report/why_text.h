// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "coach/state.h"
#include "text/style.h"

namespace hipflow::report {

/// Why a session is as it is: the gate, then a sentence for each exercise, changes first.
std::string why_text(const coach::CoachRecord& record, const Style& style);

/// Why one exercise is as it is: the sentence, and the readings of each side behind it.
std::string why_exercise_text(const coach::CoachRecord& record, const std::string& exercise,
                              const Style& style);

}  // namespace hipflow::report
