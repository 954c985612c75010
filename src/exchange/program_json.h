// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "coach/program_week.h"
#include "exchange/json.h"

namespace hipflow {

/// Where somebody stands in a program.
Json to_json(const ProgramToday& today);

}  // namespace hipflow
