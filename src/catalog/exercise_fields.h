// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>

#include "catalog/content_files.h"
#include "catalog/table_reader.h"
#include "domain/exercise.h"
#include "domain/figure.h"

namespace hipflow {

/// Reads the fields that an exercise has in its own file and inside a routine's alike, and refuses
/// all others. The file stays empty.
ExerciseFile read_exercise(TableReader& fields, std::string_view id);

/// The neighbour that `key` names, if that can be an id.
std::optional<std::string> read_link(TableReader& fields, std::string_view key);

/// Reads sets, hold, reps, pace or tempo, release, until and cap from a step or from the dose of an
/// exercise. Refuses what excludes each other; what is not there may still come from elsewhere.
Dose read_dose(TableReader& fields);

/// Reads [figure] of an exercise, and refuses what it does not know; nothing if there is none, or
/// it cannot be drawn.
std::optional<Figure> read_figure(TableReader& exercise);

}  // namespace hipflow
