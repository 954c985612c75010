// SPDX-License-Identifier: MIT
#pragma once
#include "commands/stats_options.h"
#include "report/stats_views.h"
#include "store/store.h"

namespace hipflow {

// What views and the report read alike.

/// `today` ends the range where the filter leaves it open.
ExercisesView read_exercises(Context& context, const Store& store, const Filter& filter, Day today);

/// Of the scores that `keep` lets through.
PainView read_pain(Context& context, const Store& store, const Filter& filter, Day today,
                   const std::function<bool(const PainRow&)>& keep);

}  // namespace hipflow
