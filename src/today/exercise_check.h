// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/error.h"
#include "domain/settings.h"

namespace hipflow::today {

/// What is wrong with an exercise, and what is only doubtful.
struct CheckedExercise {
    std::string name;  // as it was asked for
    std::vector<Diagnostic> warnings;
    std::vector<Diagnostic> faults;
};

/// Checks an exercise, by its id or its file: its fields, its figure, and what it says, in every
/// language. What is doubtful about a bundled one is a fault. Its words are held against the usual
/// speaking rate, and those of the user's own files against theirs. Throws Error if there is none.
CheckedExercise check_exercise(const catalog::Library& library, const Settings& settings,
                               const std::string& name);

/// Tells what the language of a session lacks of the texts of an exercise; empty for English and
/// for texts that are in this language themselves.
std::vector<std::string> lacking_texts(const catalog::Library& library, const Exercise& exercise,
                                       const std::string& language);

}  // namespace hipflow::today
