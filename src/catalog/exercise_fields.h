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
#include "domain/routine.h"

namespace hipflow::catalog {

/// What a drill takes from the routine that it stands in, where it says nothing itself.
struct DrillOf {
    std::string language;
    int level = 1;
};

/// Reads the fields of an exercise, and refuses all others. Leaves `file` of the result empty. One
/// that stands in a routine needs no dose: its steps may give it.
ExerciseFile read_exercise(TableReader& fields, std::string_view id,
                           const std::optional<DrillOf>& drill = {});

/// Reads `phases` in their short form, such as ["push 6s", "relax 20s"], of a step or of an
/// exercise.
std::vector<RepPhase> read_phases(TableReader& fields);

/// Reads the id under `key`. Refuses what cannot be an id.
std::optional<std::string> read_link(TableReader& fields, std::string_view key);

/// Says why an exercise in that position cannot be done on `on`; empty if it can.
std::string surface_fault(std::optional<Surface> on, Position position);

/// Reads sets, hold, reps, for, pace or tempo, release, until and cap from a step or from the dose
/// of an exercise. Refuses values that exclude each other; those that are missing may come from
/// elsewhere. With `extra`, takes sets for each side as well: { left = 3, right = 2 }; what one
/// side has more goes there.
Dose read_dose(TableReader& fields, ExtraSets* extra = nullptr);

/// Reads `dose` of an exercise. Without a pace, the phases of the exercise give it. Refuses a dose
/// that is not complete, unless it `may_lack` something that steps give.
Dose read_dose_of_exercise(TableReader& fields, const std::vector<RepPhase>& phases, bool may_lack);

/// Reads [figure] of an exercise, and refuses unknown keys in it. Notes where it and its poses
/// are, in the order of the result's. Returns nullopt if there is none, or if it cannot be drawn.
std::optional<Figure> read_figure(TableReader& exercise, FigurePlaces& places);

}  // namespace hipflow::catalog
