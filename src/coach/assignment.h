// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/rules.h"
#include "domain/routine.h"

namespace hipflow::coach {

/// What a step of a routine holds, before gate, cap and person change it.
struct Slot {
    std::string planned;
    std::string rung;       // the exercise of its ladder that it holds
    bool half = false;      // half, since what is below it is sore or has no room
    bool waits = false;     // the planned one is not earned yet, and nothing below it is free
    std::string because{};  // the rung that `half` and `waits` come from
    bool operator==(const Slot&) const = default;
};

/// The highest level at which somebody begins who has done nothing of a ladder.
inline constexpr int usual_entry_level = 2;

/// Gives each step of a routine its exercise (docs/design/care.md, "Rules", N0). No routine gives
/// what its ladder has not earned: an exercise is given if it is of level 1, was done before, or
/// the one below it was comfortable at the top of its band; and not above one that is sore. Where
/// that leaves nothing that no other step has, an earned exercise is halved.
std::vector<Slot> assign(const Routine& routine, const States& states,
                         const ExerciseLookup& exercise, int entry_level, Day today,
                         bool climbs = true);

}  // namespace hipflow::coach
