// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "exchange/json.h"
#include "stats/period.h"

namespace hipflow {

/// Sums as answers give them; a mean without any score is null.
Json to_json(const Period& period);

}  // namespace hipflow
