// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/content_files.h"
#include "domain/error.h"
#include "domain/exercise.h"

namespace hipflow::catalog {

/// Finds what is doubtful about the figure of an exercise: what no body does, risks that it shows
/// and the exercise does not name, and risks without a cause in it that no risks_note gives. Each
/// with its place in the file and what to do.
std::vector<Diagnostic> figure_warnings(const Exercise& exercise, const Figure& figure,
                                        const FigurePlaces& places, const std::string& file);

/// Returns the risks of an exercise together with those that its figure shows. They are what a
/// person's restrictions are held against.
std::vector<std::string> with_shown_risks(std::vector<std::string> risks, const Figure& figure);

}  // namespace hipflow::catalog
