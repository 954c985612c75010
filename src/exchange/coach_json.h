// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "coach/state.h"
#include "exchange/json.h"

namespace hipflow::exchange {

/// Returns the document stored in a session's `reasons`: the coach's knowledge and the reasons for
/// its decisions. Every session keeps one, so members that are unknown, empty or false are left
/// out, and equal sides are written once, as `both`.
Json to_json(const coach::CoachRecord& record);

/// The same as text on one line.
std::string body_of(const coach::CoachRecord& record);

/// Reads what body_of wrote. Throws Error naming the member that is wrong.
coach::CoachRecord coach_record_from(std::string_view body);

}  // namespace hipflow::exchange
