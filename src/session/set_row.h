// SPDX-License-Identifier: MIT
#pragma once
#include "domain/records.h"
#include "session/timeline.h"

namespace hipflow {

// A set of a timeline as a row of the record; its id and its session are the caller's to give.

/// Planned, and never begun.
PerformedSet not_reached(const PlannedSet& planned, const Prescription& prescription);

/// Done just as planned.
PerformedSet as_planned(const PlannedSet& planned, const Prescription& prescription);

}  // namespace hipflow
