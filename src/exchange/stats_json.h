// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "exchange/json.h"
#include "schedule/adherence.h"
#include "stats/change.h"
#include "stats/pain_days.h"
#include "stats/period.h"
#include "stats/trend.h"

namespace hipflow {

// What the answers of 'hipflow stats' consist of. What may not be said is null, with the reason
// beside it.

Json to_json(const Trend& trend);
Json to_json(const ChangeSum& changes);
Json to_json(const ExerciseUse& use);
/// Null for nothing.
Json to_json(const std::optional<ExerciseChange>& exercise);
Json to_json(const PainDay& day);
/// {"site", "side"}: null where not said; the site of all places is "all".
Json place_json(const std::optional<PainPlace>& place);
Json to_json(const CountedPeriod& period);

}  // namespace hipflow
