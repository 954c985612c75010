// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/body.h"
#include "domain/exercise.h"
#include "domain/measurement.h"

namespace hipflow {

/// Which side goes first. `better` is the less sore one: it sets the comfortable reference.
enum class First { better, worse, left, right };
template <>
inline constexpr auto words<First> =
    std::to_array<std::string_view>({"better", "worse", "left", "right"});

/// LRLR: sides change after every set; LLRR: all sets of one side, then the other's.
enum class SideOrder { each_set, each_side };
template <>
inline constexpr auto words<SideOrder> = std::to_array<std::string_view>({"LRLR", "LLRR"});

/// Pauses between the parts of a session; any may be zero.
struct Gaps {
    Millis ready{10'000};
    Millis side{5'000};
    Millis position{15'000};
    Millis set{15'000};
    bool operator==(const Gaps&) const = default;
};

/// Sets that one side does beyond the dose.
struct ExtraSets {
    int left = 0;
    int right = 0;
    bool operator==(const ExtraSets&) const = default;
};

/// An exercise with its dose inside a routine.
struct Step {
    std::string exercise;
    Dose dose;  // what the file says; the rest is the exercise's
    std::optional<Sides> sides;
    First first = First::better;
    SideOrder order = SideOrder::each_set;
    ExtraSets extra;
    std::optional<Millis> gap;  // between sets, instead of gaps.set
    bool optional = false;
    bool operator==(const Step&) const = default;
};

/// An ordered list of steps with gaps: what the coach starts from.
struct Routine {
    std::string id;
    std::string name;
    std::string summary;
    int level = 1;
    std::optional<std::string> easier;
    std::optional<std::string> harder;
    bool counts = true;  // fulfils the schedule
    Gaps gaps;
    std::vector<Step> steps;
    std::vector<Exercise> inline_exercises;  // [exercise.my-drill] in the file
    bool operator==(const Routine&) const = default;
};

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
