// SPDX-License-Identifier: MIT
#pragma once
#include <rapidcheck.h>

#include "domain/prescription.h"

namespace hipflow::support {

/// A prescription as a coach might set it: up to four steps of every kind, some with alternates.
rc::Gen<Prescription> any_prescription();

/// A session with everything that can be said: 1 to 12 steps in all positions, on all sides, at all
/// levels, 1 to 4 sets, 1 to 30 reps, holds of 1 s to 5 min, gaps written or not.
rc::Gen<Prescription> any_spoken_session();

}  // namespace hipflow::support
