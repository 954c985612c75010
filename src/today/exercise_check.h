// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/error.h"

namespace hipflow::today {

/// What is wrong with an exercise, and what is only doubtful.
struct CheckedExercise {
    std::string name;  // as it was asked for
    std::vector<Diagnostic> warnings;
    std::vector<Diagnostic> faults;
};

/// Checks an exercise, by its id or its file. What is doubtful about the figure of a bundled one is
/// a fault. Throws Error if there is none.
CheckedExercise check_exercise(const catalog::Library& library, const std::string& name);

}  // namespace hipflow::today
