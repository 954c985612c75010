// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "catalog/library.h"
#include "domain/error.h"

namespace hipflow::catalog {

/// Returns the exercise with the phases that the step writes, if it writes any.
Exercise with_phases_of(const Step& step, const Exercise& exercise);

/// Finds the keys of a routine's steps and blocks that change nothing: `first` where no side comes
/// first, `order` where the sides have one set each or one side has all of them, `extra` where the
/// sets are those of one side, `gap` where there is no second set, `on` where nobody lies or
/// kneels, rests before the first step or after the last one, `side` and `set` of the gaps that no
/// step has, `rounds` and `rest` of a block that is done once, its `sides` where no step works one
/// side after the other; and exercises of the file that nothing in it uses. Also tells of odd reps
/// that become even, and of one side of an exercise that works both at once. Steps with faults are
/// left out.
std::vector<Diagnostic> keys_without_effect(const Library& library, const RoutineFile& source);

}  // namespace hipflow::catalog
