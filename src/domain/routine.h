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
#include "domain/speech.h"

namespace hipflow {

/// The side that goes first. better: the less sore one, which sets the comfortable reference.
enum class First { better, worse, left, right };
constexpr auto words_of(First /*unused*/) {
    return std::to_array<std::string_view>({"better", "worse", "left", "right"});
}

/// LRLR: sides change after every set. LLRR: all sets of one side, then all of the other.
enum class SideOrder { each_set, each_side };
constexpr auto words_of(SideOrder /*unused*/) {
    return std::to_array<std::string_view>({"LRLR", "LLRR"});
}

/// Pauses between the parts of a session, as far as a routine or the settings write them. Any may
/// be zero. What is not written follows from the words and the change of position
/// (session/passage.h).
struct Gaps {
    std::optional<Millis> ready;     // from the last word to the start of the work
    std::optional<Millis> side;      // to change sides
    std::optional<Millis> position;  // to change position
    std::optional<Millis> set;       // between sets, words and all
    bool operator==(const Gaps&) const = default;
};

/// The pause between two sets where nothing is written.
inline constexpr Millis usual_set_gap{15'000};

/// The gaps of `first`, and those of `otherwise` where it writes none.
constexpr Gaps or_else(const Gaps& first, const Gaps& otherwise) {
    return {first.ready ? first.ready : otherwise.ready, first.side ? first.side : otherwise.side,
            first.position ? first.position : otherwise.position,
            first.set ? first.set : otherwise.set};
}

/// Sets beyond the dose, for one side.
struct ExtraSets {
    int left = 0;
    int right = 0;
    bool operator==(const ExtraSets&) const = default;
};

/// The order in which a block is done. rounds: round after round, each step on both of its sides.
/// sides: all rounds on one side, then all on the other.
enum class BlockOrder { rounds, sides };
constexpr auto words_of(BlockOrder /*unused*/) {
    return std::to_array<std::string_view>({"each-round", "whole-block-then-other-side"});
}

/// Steps that are done one after the other, several times: a circuit, or a flow.
struct Block {
    int rounds = 1;
    std::optional<Millis> rest;  // between two rounds
    BlockOrder order = BlockOrder::rounds;
    std::optional<Millis> rest_before{};  // rests in the file before it
    bool operator==(const Block&) const = default;
};

/// An exercise with its dose inside a routine.
struct Step {
    std::string exercise;
    Dose dose;  // as the file has it; the rest comes from the exercise
    std::optional<Sides> sides;
    std::optional<Side> only{};         // done on this side alone
    std::vector<RepPhase> phases{};     // in place of the exercise's beats and times; without `say`
    std::optional<std::string> note{};  // a remark on how it is done, said with the set-up
    std::optional<std::string> load{};  // "2 kg", "red band"
    std::optional<Millis> rest_before{};  // rests in the file before it
    std::optional<std::size_t> block{};   // of the routine's blocks, from 0
    First first = First::better;
    std::optional<SideOrder>
        order;  // nullopt: by side where changing sides means rolling or turning
    ExtraSets extra;
    std::optional<Millis> gap;  // between sets, instead of gaps.set
    bool optional = false;
    std::optional<Surface> on;          // instead of the exercise's
    std::optional<std::string> agreed;  // with whom, and when: no restriction leaves it out
    bool operator==(const Step&) const = default;
};

/// An ordered list of steps with gaps, from which the coach starts.
struct Routine {
    std::string id;
    std::string name;
    std::string summary;
    int level = 1;
    std::optional<std::string> easier;
    std::optional<std::string> harder;
    bool counts = true;  // fulfils the schedule
    std::optional<Guidance> guidance;
    std::optional<std::string> language;  // of its own exercises, and of the session
    Gaps gaps;
    std::vector<Step> steps;                 // in order, those of blocks once
    std::vector<Block> blocks{};             // the steps of one follow each other
    std::vector<Exercise> inline_exercises;  // [exercise.my-drill] in the file
    std::vector<std::string> formerly{};     // ids that it had: the history knows it by them
    bool operator==(const Routine&) const = default;
};

/// Stands for any routine in a list of sessions.
inline constexpr std::string_view any_routine = "*";

struct ProgramWeek {
    Band<int> cap{1, 1};                // highest level in the first and the second half
    std::vector<std::string> sessions;  // routines in their order, or any_routine
    std::vector<Measured> test_at_start;
    std::vector<Measured> test_at_end;
    bool operator==(const ProgramWeek&) const = default;
};

/// The plan for the time after the weeks of a program.
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
    int tokens = 0;        // skips per week that are no miss
    int repeat_below = 0;  // a week with fewer sessions kept comes again
    std::vector<ProgramWeek> weeks;
    Afterwards after;
    bool operator==(const Program&) const = default;
};

}  // namespace hipflow
