// SPDX-License-Identifier: MIT
#pragma once
#include "domain/duration.h"
#include "domain/prescription.h"

namespace hipflow {

/// Today's session in at most `longest`, gaps included: its optional steps are left out, the last
/// first, then sets, of whatever has most of them, but never the last set and never those of one
/// side alone. Nothing is left out that there is time for. What was left out is said in the reasons
/// of the prescription. Throws Error if even the least of it takes longer.
Prescription fitted(const Prescription& prescription, Millis longest);

}  // namespace hipflow
