// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/body.h"
#include "domain/exercise.h"

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

}  // namespace hipflow
