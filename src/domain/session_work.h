// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/time.h"

namespace hipflow {

/// What the plans look at in a session.
struct SessionWork {
    Day local_day{};
    std::string routine;
    bool counts = true;       // for the plan without a name
    bool of_program = false;  // done as a session of a program
    bool performed = false;   // as domain/day_totals.h defines it
    bool kept = false;        // as kept() in domain/records.h defines it
    Millis started_at{};      // since midnight of the day
    Millis planned{};         // work
    Millis done{};
    bool operator==(const SessionWork&) const = default;
};

}  // namespace hipflow
