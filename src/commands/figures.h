// SPDX-License-Identifier: MIT
#pragma once
#include "catalog/library.h"
#include "catalog/parse_routine.h"
#include "domain/prescription.h"

namespace hipflow {

/// Gives every exercise of a session the figure that the library has for it today: what is stored
/// of a session has none. With `wanted` false, takes them away.
void set_figures(Prescription& prescription, const Library& library, const RoutineFile& source,
                 bool wanted);

}  // namespace hipflow
