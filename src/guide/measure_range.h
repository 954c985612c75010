// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>

#include "terminal/face.h"
#include "today/measurements.h"

namespace hipflow {

/// Asks which position to measure in; Enter alone takes `usual`.
RangePosition ask_range_position(Face& face, RangePosition usual);

/// Leads through the measurement: how to sit or lie, how to hold the phone, which way is which, the
/// warm-up, then three readings of each side and movement and the pain during them. Everything can
/// be skipped. `keep` gets each side and movement as soon as it is through. Ends at once at a pain
/// of range_stop_pain or more, and returns it. Throws Interrupted.
std::optional<PainScore> lead_range(Face& face, RangePosition position,
                                    const std::function<void(const RangeReadings&)>& keep);

}  // namespace hipflow
