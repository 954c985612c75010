// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/measurement.h"
#include "terminal/face.h"

namespace hipflow {

/// The readings of one side and movement, as far as they were given; degrees.
struct RangeReadings {
    Side side = Side::left;
    Rotation movement = Rotation::internal;
    std::vector<int> degrees;
    std::optional<PainScore> pain;  // during them
};

/// What a hip can be read as, in degrees; anything else is a slip of the finger.
inline constexpr int most_degrees = 90;
/// Readings of each side and movement (CONTENT 5.1).
inline constexpr int range_trials = 3;
/// From this pain on, measuring stops (CONTENT 5.1).
inline constexpr int range_stop_pain = 4;

/// Which position to measure in; Enter alone takes `usual`.
RangePosition ask_range_position(Face& face, RangePosition usual);

/// Leads through the measurement (CONTENT 5.1): how to sit or lie, how to hold the phone, which way
/// is which, the warm-up, then three readings of each side and movement and the pain during them.
/// Everything can be skipped. `keep` gets each side and movement as soon as it is through. Ends at
/// once at a pain of 4 or more, which is returned then. Throws Interrupted.
std::optional<PainScore> lead_range(Face& face, RangePosition position,
                                    const std::function<void(const RangeReadings&)>& keep);

}  // namespace hipflow
