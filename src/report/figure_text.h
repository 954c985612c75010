// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/exercise.h"
#include "text/style.h"

namespace hipflow {

/// The figure of an exercise in words; of one that its file does not describe, its first
/// instruction.
std::string figure_words(const Exercise& exercise);

/// Its frames, and where the joints are in each pose.
std::string figure_frames_text(const Figure& figure, const Style& style);

}  // namespace hipflow
