// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "coach/state.h"
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

/// The usual score on a day (CONTENT 3.3): the median of the last seven morning scores told within
/// the 14 days before that follow an earlier day, if there are at least three. Soreness is not
/// among them.
std::optional<double> usual_before(Day day, std::span<const Morning> mornings);

/// The colour of the morning after a day that the exercise was done (CONTENT 4.3); nothing where it
/// was not told, or told as soreness only, or where there is nothing to judge it by.
std::optional<MorningColour> morning_colour(const DayAfter& done, std::span<const Morning> mornings,
                                            const PainThresholds& thresholds);

}  // namespace hipflow
