// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "domain/prescription.h"
#include "guide/questions.h"
#include "store/change.h"

namespace hipflow {

/// A session that was done away from the timer, as told afterwards.
struct ReportedSession {
    Prescription prescription;
    Stamp started;
    std::optional<std::string> program;  // that the person was in, and its week
    std::optional<int> week;
    double share = 1;                    // of the work, above 0 and up to 1
    std::vector<std::string> exercises;  // only these were done; empty: not known one by one
    std::optional<Millis> active;        // how long it took; unknown: the share of what it takes
    std::optional<StopReason> reason;
    GivenAnswers answers;
};

/// So much of a length of time, rounded to the millisecond.
Millis share_of(Millis whole, double share);

/// The value of --done: "80%" or "80" as 0.8. Throws Error unless it is from 1% to 100%.
double parse_share(const std::string& text);

/// What is recorded of it: the session, marked as reported, its sets if the exercises are known,
/// and its scores. `now` is the time of the entry.
Change change_of(const ReportedSession& reported, Instant now);

}  // namespace hipflow
