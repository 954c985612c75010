// SPDX-License-Identifier: MIT
#pragma once
#include "coach/day.h"
#include "domain/routine.h"
#include "store/store.h"

namespace hipflow {

/// What the coach has to go by for a routine on a day: of each exercise the session that last held
/// it, and the last weeks' mornings. Costs the same at any age of the history. Without a store
/// nothing is known.
Knowledge knowledge_for(const Store* store, const Routine& routine, Day today);

}  // namespace hipflow
