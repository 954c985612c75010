// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "domain/exercise.h"
#include "domain/measurement.h"

namespace hipflow {

/// Any routine, in a list of sessions.
inline constexpr std::string_view any_routine = "*";

struct ProgramWeek {
    Band<int> cap{1, 1};                // highest level in the first and the second half
    std::vector<std::string> sessions;  // routines in their order, or any_routine
    std::vector<Measured> test_at_start;
    std::vector<Measured> test_at_end;
    bool operator==(const ProgramWeek&) const = default;
};

/// What goes on when the weeks are over.
struct Afterwards {
    int per_week = 0;
    std::vector<std::string> sessions;
    bool operator==(const Afterwards&) const = default;
};

/// Weeks of routines with a level cap and test days.
struct Program {
    std::string id;
    std::string name;
    std::string summary;
    int per_week = 1;
    int tokens = 0;        // skips a week without a miss
    int repeat_below = 0;  // fewer kept than this, and the week comes again
    std::vector<ProgramWeek> weeks;
    Afterwards after;
    bool operator==(const Program&) const = default;
};

}  // namespace hipflow
