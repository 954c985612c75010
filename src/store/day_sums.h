// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/day_totals.h"
#include "store/filter.h"

namespace hipflow {

struct Database;

/// Brings the row of `day` in line with its sessions and scores; a day with nothing has none.
void update_day(Database& db, Day day);

/// Oldest first. From the kept sums, or, for one routine, from its sessions.
std::vector<DayTotals> day_totals(const Database& db, const Filter& filter);

}  // namespace hipflow
