// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "domain/exercise.h"
#include "domain/messages.h"

namespace hipflow {

/// A sentence with its language, and what doing it takes.
struct SpokenInstruction {
    Phrase words;
    std::optional<Millis> act;
};

struct SpokenPhase {
    Phrase say;
    Phrase beat;
    Millis time{};
};

/// The words of an exercise for one session, each with its language. Placeholders stand in them as
/// in the file.
struct SpokenExercise {
    Phrase name;  // the spoken one
    std::vector<SpokenInstruction> start;
    Phrase brief;
    std::vector<SpokenInstruction> instructions;
    std::vector<SpokenPhase> phases;
    std::vector<Phrase> cues;
    std::vector<Phrase> finish;
};

/// Gives the words of an exercise in a language. What is not translated stays in that of the
/// exercise, part by part. An exercise without a brief sentence has the last of `start` that names
/// a side, else the first.
SpokenExercise spoken(const Exercise& exercise, std::string_view language);

/// The name of an exercise in a language, as it is written; its own where that is not translated.
std::string written_name(const Exercise& exercise, std::string_view language);

/// The exercise with its own texts as they read for a side: no placeholders are left. For
/// Side::both the left form stands.
Exercise placed(Exercise exercise, Side side, const Phrasebook& phrases);

/// True if any text of an exercise, but for its figure's, says differently for the left and for the
/// right.
bool names_side(const Exercise& exercise);

}  // namespace hipflow
