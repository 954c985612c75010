// SPDX-License-Identifier: MIT
#include "today/exercise_check.h"

#include <algorithm>
#include <iterator>

#include "catalog/figure_check.h"

namespace hipflow::today {
namespace {

bool is_bundled(const catalog::Library& library, const std::string& id) {
    const auto& entries = library.exercises();
    const auto entry = std::ranges::find(entries, id, &catalog::LibraryEntry::id);
    return entry != entries.end() && entry->origin == catalog::Origin::bundled;
}

/// Returns what is doubtful about the figure of a bundled exercise.
std::vector<Diagnostic> doubts(const catalog::ExerciseFile& source) {
    const auto& figure = source.exercise.figure;
    if (!figure) return {};
    return catalog::figure_warnings(source.exercise, *figure, source.places.figure, source.file);
}

}  // namespace

CheckedExercise check_exercise(const catalog::Library& library, const std::string& name) {
    CheckedExercise checked{name, {}, {}};
    const bool is_file = name.ends_with(".toml") || name.find('/') != std::string::npos;
    try {
        const catalog::ExerciseFile source =
            is_file ? library.open_exercise(name) : library.exercise_source(name);
        checked.faults = library.check(source);
        checked.warnings = source.warnings;
        if (!is_file && is_bundled(library, name)) {
            std::ranges::move(doubts(source), std::back_inserter(checked.faults));
        }
    } catch (const FileError& error) {
        checked.faults = error.faults();
    }
    return checked;
}

}  // namespace hipflow::today
