// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/exercise.h"
#include "domain/routine.h"

namespace hipflow::catalog {

/// Where a file names its neighbours on the ladder; nowhere if it does not.
struct LadderPlaces {
    Place easier;
    Place harder;
};

/// Where a file has a figure, or the name of one that it borrows; nowhere if it has none.
struct FigurePlaces {
    Place figure;
    Place text;                // its words
    std::vector<Place> poses;  // in the order of the figure's
};

/// Where a file has the words that are spoken: one place for each entry of the lists. Nowhere for
/// what it does not have.
struct SpeechPlaces {
    Place whole;  // the file, or the table of the exercise
    Place say;
    std::vector<Place> start;
    Place brief;
    std::vector<Place> movement;  // the entries of `do`
    std::vector<Place> cues;
    std::vector<Place> finish;
    Place pace;  // or tempo
};

/// Where an exercise names others, has its figure, and its words.
struct ExercisePlaces {
    LadderPlaces ladder;
    FigurePlaces figure;
    SpeechPlaces speech;
};

/// An exercise, and where in which file the parts are that are checked later.
struct ExerciseFile {
    Exercise exercise;
    std::string file;
    ExercisePlaces places;
    std::vector<Diagnostic> warnings;  // about its figure: it can be used all the same
};

/// The words of an exercise in another language, and where they are.
struct TranslationFile {
    Translation translation;
    std::string file;
    SpeechPlaces places;
};

/// Reads the words of an exercise in `language`, from exercises/<language>/<id>.toml. Adds every
/// fault of the text to `faults`, and returns nullopt if there are any.
std::optional<TranslationFile> parse_translation(std::string_view text, std::string_view language,
                                                 const std::string& file,
                                                 std::vector<Diagnostic>& faults);

/// Reads an exercise file. `id` is its name without ".toml", and `file` is how messages call it.
/// Adds every fault of the text to `faults`, and returns nullopt if there are any.
std::optional<ExerciseFile> parse_exercise(std::string_view text, std::string_view id,
                                           const std::string& file,
                                           std::vector<Diagnostic>& faults);

/// Reads as much of a file with faults as can be read, so that its links can be checked as well.
/// Returns nullopt for a file that is no TOML, or of another format.
std::optional<ExerciseFile> parse_exercise_in_part(std::string_view text, std::string_view id,
                                                   const std::string& file,
                                                   std::vector<Diagnostic>& faults);

struct StepPlaces {
    Place step;
    Place exercise;
    Place pace;         // or tempo; that of the step where it has none
    bool whole = true;  // neither the step nor an exercise of the file that it names has a fault
    // Keys that not every step can use, where it has them.
    std::optional<Place> first{};
    std::optional<Place> order{};
    std::optional<Place> gap{};
    std::optional<Place> on{};
    std::optional<Place> extra{};
    std::optional<Place> reps{};
};

/// Where a block is, and its keys, where it has them.
struct BlockPlaces {
    Place block;
    std::optional<Place> rounds{};
    std::optional<Place> rest{};
    std::optional<Place> sides{};
};

/// A routine, and where in which file it names others: one entry of `steps` and `inline_exercises`
/// for each of the routine's, and one of `blocks` likewise.
struct RoutineFile {
    Routine routine;
    std::string file;
    LadderPlaces places;
    Place language;
    std::vector<StepPlaces> steps;
    std::vector<BlockPlaces> blocks;
    std::optional<Place> side_gap;  // [gaps] side and set, where they are written
    std::optional<Place> set_gap;
    std::vector<Place> useless_rests;  // with no step before or after them
    std::vector<ExercisePlaces> inline_exercises;
    std::vector<Diagnostic> warnings;  // as those of ExerciseFile
};

/// Reads a routine file, as parse_exercise reads an exercise.
std::optional<RoutineFile> parse_routine(std::string_view text, std::string_view id,
                                         const std::string& file, std::vector<Diagnostic>& faults);

/// Reads as much as can be read, as parse_exercise_in_part does.
std::optional<RoutineFile> parse_routine_in_part(std::string_view text, std::string_view id,
                                                 const std::string& file,
                                                 std::vector<Diagnostic>& faults);

/// A routine that a program names, and where.
struct NamedRoutine {
    std::string id;
    Place place;
};

/// A program, and where in which file it names routines.
struct ProgramFile {
    Program program;
    std::string file;
    std::vector<NamedRoutine> routines;  // any_routine is not among them
};

/// Reads a program file, as parse_exercise reads an exercise.
std::optional<ProgramFile> parse_program(std::string_view text, std::string_view id,
                                         const std::string& file, std::vector<Diagnostic>& faults);

/// Reads as much as can be read, as parse_exercise_in_part does.
std::optional<ProgramFile> parse_program_in_part(std::string_view text, std::string_view id,
                                                 const std::string& file,
                                                 std::vector<Diagnostic>& faults);

}  // namespace hipflow::catalog
