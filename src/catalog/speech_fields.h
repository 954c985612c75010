// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/content_files.h"
#include "catalog/table_reader.h"
#include "domain/exercise.h"

namespace hipflow::catalog {

/// The words of an exercise that are spoken, but for its name.
struct SpokenFields {
    std::string say;
    std::vector<Instruction> start;
    std::string brief;
    std::vector<Instruction> instructions;
    std::vector<RepPhase> phases;
    std::vector<std::string> cues;
    std::vector<std::string> finish;
};

/// Reads say, start, brief, do, cues and finish, and notes their places. Refuses placeholders that
/// are not known. The phases of a translation have neither times nor poses.
SpokenFields read_spoken(TableReader& fields, SpeechPlaces& places, bool translated = false);

/// Refuses words for a side in an exercise that has none, also in those of its figure.
void refuse_side_words(TableReader& fields, const ExercisePlaces& places, const Exercise& exercise);

/// Reads a language such as "de". Refuses what cannot be one.
std::optional<std::string> read_language(TableReader& fields, std::string_view key);

/// Says that the figure lacks the pose of a phase; empty if it does not.
std::string pose_fault(const RepPhase& phase, const Figure& figure);

}  // namespace hipflow::catalog
