// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "stats/period.h"
#include "text/style.h"

namespace hipflow {

/// The history at a glance: a line for each week that has something in it, and one for all.
std::string stats_text(const std::vector<Period>& weeks, const Period& all, const Style& style);

/// "3.2 -> 2.4 (n 4)", "-" without any pair.
std::string pain_change(const PairedScores& scores, const Style& style);

/// "96 %", "-" where nothing was planned.
std::string share_text(const DayTotals& sums);

}  // namespace hipflow
