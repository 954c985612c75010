// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>

#include "domain/time.h"

namespace hipflow {

// The only place that knows the time zone of the machine (TRACKING c0).

/// How far the local clock is ahead of UTC at that instant, in the zone in force now.
std::chrono::seconds utc_offset(Instant at);

/// An instant as lived here, its day beginning `day_starts` after midnight.
Stamp stamp(Instant at, std::chrono::minutes day_starts);

}  // namespace hipflow
