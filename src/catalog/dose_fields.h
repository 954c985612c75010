// SPDX-License-Identifier: MIT
#pragma once
#include "catalog/table_reader.h"
#include "domain/exercise.h"

namespace hipflow {

/// Reads sets, hold, reps, pace or tempo, release, until and cap from a step or from the dose of an
/// exercise. Refuses what excludes each other; what is not there may still come from elsewhere.
Dose read_dose(TableReader& fields);

}  // namespace hipflow
