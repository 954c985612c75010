// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "catalog/library.h"
#include "domain/error.h"

namespace hipflow::catalog {

/// Finds the keys of a routine's steps that change nothing: `first` where no side comes first,
/// `order` where the sides have one set each, `gap` where there is no second set, `on` where nobody
/// lies or kneels. Steps with faults are left out.
std::vector<Diagnostic> keys_without_effect(const Library& library, const RoutineFile& source);

}  // namespace hipflow::catalog
