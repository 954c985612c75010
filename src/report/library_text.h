// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/exercise.h"
#include "domain/prescription.h"
#include "session/timeline.h"
#include "text/style.h"

namespace hipflow::report {

/// A routine as it would be performed today: steps, amounts, and the total with its parts.
std::string routine_text(const Routine& routine, const Prescription& prescription,
                         const session::Timeline& timeline, const Style& style);

/// Everything about an exercise, in the order in which it is needed. `ladder`: its own rung and the
/// others, the easiest first. `objection`: why it is left out for this user.
std::string exercise_text(const Exercise& exercise, const std::vector<Exercise>& ladder,
                          const std::optional<std::string>& objection, const Style& style);

/// "gentle", "standard", "strong".
std::string level_words(int level);

/// The steps with their amounts, a line each.
std::string steps_text(const Prescription& prescription);

/// "9 min 41 s, of which 6 min 5 s is work".
std::string total_text(const session::Timeline& timeline);

/// The figure in words; if its file has none, the first instruction.
std::string figure_words(const Exercise& exercise);

/// The frames of a figure, and where the joints are in each pose.
std::string figure_frames_text(const Figure& figure, const Style& style);

}  // namespace hipflow::report
