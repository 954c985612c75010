// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "coach/state.h"
#include "exchange/json.h"

namespace hipflow {

/// What the coach knew and why, as the session's `reasons`: a document of its own. It is kept with
/// every session, so what is not known, empty or false is left out, and sides that tell the same
/// are written once, as `both`.
Json to_json(const CoachRecord& record);
Json to_json(const Reason& reason);
Json to_json(const ExerciseState& state);

/// As one line for the session.
std::string body_of(const CoachRecord& record);

/// Reads what body_of wrote. Throws Error naming the member that is wrong.
CoachRecord coach_record_from(std::string_view body);

}  // namespace hipflow
