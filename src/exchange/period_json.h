// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "exchange/json.h"
#include "stats/period.h"

namespace hipflow {

/// Sums as answers give them; a mean without any score is null.
Json to_json(const Period& period);

/// The sums of one day, with what became of it.
Json day_json(const DayTotals& day, std::string_view mark);

}  // namespace hipflow
