// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "domain/pain.h"
#include "domain/records.h"
#include "domain/settings.h"

namespace hipflow {

/// The usual score (CONTENT 3.3): the median of the last seven morning scores within 14 days, if
/// there are at least three. `mornings` are those of the 14 days, newest first.
std::optional<double> usual_score(std::span<const PainScore> mornings);

/// What pain before the session makes of it, and why, in words for the user.
struct GateDecision {
    Gate gate = Gate::none;
    std::string reason;
};

/// The entry gate, CONTENT 4.4 S1, monotone in the score (DESIGN 7). An unanswered score is not
/// gated. Never returns Gate::flare: that is chosen, not decided.
GateDecision decide_gate(std::optional<PainScore> before, std::optional<double> usual,
                         const PainThresholds& thresholds);

}  // namespace hipflow
