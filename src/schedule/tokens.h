// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <span>

#include "domain/time.h"

namespace hipflow {

/// The skips that a program still allows: `per_week` come with each week since it was begun, at
/// most two are saved up (DESIGN 4), and each of the days `used`, in order, took one.
int tokens_left(Day begun, int per_week, std::span<const Day> used, Day today,
                std::chrono::weekday week_starts);

}  // namespace hipflow
