// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <string>

#include "domain/time.h"

namespace hipflow {

/// A moment that has passed, from the value of an option such as --at: "19:30" (today), "yesterday
/// 19:30", "monday 7:30", "2026-11-20 19:30", the same with T, with an offset or without, or a day
/// alone, which means noon (or now, if today's noon is still to come). Throws Error naming the
/// option: for what cannot be read, does not exist, or lies in the future.
Stamp past_moment(const std::string& option, const std::string& text, const Stamp& now,
                  std::chrono::minutes day_starts);

}  // namespace hipflow
