// SPDX-License-Identifier: MIT
#pragma once
#include <rapidcheck.h>

#include "domain/prescription.h"

namespace hipflow::support {

/// A prescription as a coach might set it: up to four steps of every kind, some with alternates.
rc::Gen<Prescription> any_prescription();

}  // namespace hipflow::support
