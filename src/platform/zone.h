// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "domain/time.h"

namespace hipflow {

// The only place that knows the time zone of the machine (TRACKING c0).

/// How far the local clock is ahead of UTC at that instant, in the zone in force now.
std::chrono::seconds utc_offset(Instant at);

/// Whether `zone`, a value of TZ, is a zone that is installed (in `folder`, or where the system has
/// them), or a rule such as CET-1CEST.
bool is_known_zone(const std::string& zone, const std::optional<std::string>& folder);

/// An instant as lived here, its day beginning `day_starts` after midnight.
Stamp stamp(Instant at, std::chrono::minutes day_starts);

/// The instant at which the clocks here show that time of that calendar day. Nothing if they never
/// do, because they were put forward over it; the first of two where they were put back.
std::optional<Instant> local_instant(Day day, Millis time_of_day);

/// The same, and where the clocks never show it, the first instant after the gap.
Instant local_instant_or_next(Day day, Millis time_of_day);

}  // namespace hipflow
