// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/prescribe.h"

namespace hipflow::coach {

// The ladder of an exercise is the chain of its `easier`; upwards it goes on by `harder`.

/// True if the exercise exists: its file may be gone or have an error.
bool is_known(const std::string& id, const ExerciseLookup& exercise);

/// The rungs below an exercise, the nearest first. What does not exist ends the ladder, as does a
/// rung that comes again.
std::vector<std::string> rungs_below(const std::string& id, const ExerciseLookup& exercise);

/// The rungs above it, the nearest first.
std::vector<std::string> rungs_above(const std::string& id, const ExerciseLookup& exercise);

/// True if `id` is one of the easier rungs of the exercise `of`.
bool is_easier_rung(const std::string& id, const std::string& of, const ExerciseLookup& exercise);

/// The rung that a step up from `rung` leads to, for a step that plans `planned`: towards it from
/// below, beyond it by `harder`. nullopt at the top.
std::optional<std::string> rung_after(const std::string& rung, const std::string& planned,
                                      const ExerciseLookup& exercise);

/// The nearest rung of level 1 at or below the exercise; the lowest there is, if none is.
std::string level_one_rung(const std::string& id, const ExerciseLookup& exercise);

}  // namespace hipflow::coach
