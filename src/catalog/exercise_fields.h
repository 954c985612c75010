// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/content_files.h"
#include "catalog/table_reader.h"
#include "domain/exercise.h"
#include "domain/figure.h"

namespace hipflow::catalog {

/// Reads the fields of an exercise, from its own file or from a routine's, and refuses all others.
/// Leaves `file` of the result empty. `language` is that of its texts, where it names none.
ExerciseFile read_exercise(TableReader& fields, std::string_view id,
                           std::string_view language = "en");

/// Reads the id under `key`. Refuses what cannot be an id.
std::optional<std::string> read_link(TableReader& fields, std::string_view key);

/// Says why an exercise in that position cannot be done on `on`; empty if it can.
std::string surface_fault(std::optional<Surface> on, Position position);

/// Reads sets, hold, reps, for, pace or tempo, release, until and cap from a step or from the dose
/// of an exercise. Refuses values that exclude each other; those that are missing may come from
/// elsewhere.
Dose read_dose(TableReader& fields);

/// Reads `dose` of an exercise, which must be complete. Without a pace, the phases of the exercise
/// give it.
Dose read_whole_dose(TableReader& fields, const std::vector<RepPhase>& phases);

/// Reads [figure] of an exercise, and refuses unknown keys in it. Notes where it and its poses
/// are, in the order of the result's. Returns nullopt if there is none, or if it cannot be drawn.
std::optional<Figure> read_figure(TableReader& exercise, FigurePlaces& places);

}  // namespace hipflow::catalog
