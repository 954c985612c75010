// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "domain/exercise.h"

namespace hipflow {

/// The figure of an exercise in the time of its phases: each leads from the pose before to its own,
/// and stays where that is the same one. So it agrees with what is said, at any pace. `times` are
/// those of the phases, in order; only their shares of the whole count. nullopt where the figure
/// cannot be drawn, or where not every phase names a pose of it and takes some time.
std::optional<Figure> figure_in_phases(const Exercise& exercise, const Figure& figure,
                                       const std::vector<Millis>& times);

}  // namespace hipflow
