// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>

#include "coach/state.h"
#include "domain/settings.h"

namespace hipflow {

/// The usual score on a day (CONTENT 3.3): the median of the last seven morning scores told within
/// the 14 days before that follow an earlier day, if there are at least three. Soreness is not
/// among them.
std::optional<double> usual_before(Day day, std::span<const Morning> mornings);

/// The colour of the morning after a day that the exercise was done (CONTENT 4.3); nothing where it
/// was not told, or told as soreness only, or where there is nothing to judge it by.
std::optional<MorningColour> morning_colour(const DayAfter& done, std::span<const Morning> mornings,
                                            const PainThresholds& thresholds);

}  // namespace hipflow
