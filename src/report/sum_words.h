// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/day_totals.h"
#include "domain/duration.h"

namespace hipflow {

// Sums of some days, as every view and the report have them.

/// "12 min", "3 h 20 min".
std::string work_words(Millis work);
/// Work done of what was planned, "96 %"; "-" where nothing was.
std::string share_words(const DayTotals& sums);
/// One decimal; "-" for nothing.
std::string mean_words(const ScoreSum& scores);

}  // namespace hipflow
