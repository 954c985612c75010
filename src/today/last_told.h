// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "domain/records.h"
#include "domain/settings.h"
#include "store/store.h"

namespace hipflow::today {

/// Returns the pain that was told last, before a session or in the morning, within four weeks: what
/// Enter may take again. Returns nullopt if a severe score or a warning symptom was told on its
/// day or since, or if several places were told of at once.
std::optional<PainReading> last_told(const store::Store& store, Day today,
                                     const PainThresholds& thresholds);

}  // namespace hipflow::today
