// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "coach/colour.h"
#include "domain/exercise.h"
#include "domain/records.h"

namespace hipflow {

/// A past session with all that was told of it.
struct Past {
    Session session;
    std::vector<PerformedSet> sets;
    std::vector<PainReading> readings;
    std::vector<Symptom> symptoms;
    std::vector<std::string> unscored{};  // exercises that hurt more; how much was not answered
};

/// Whether a bad morning may be put down to it (CONTENT 4.4 A2): what strengthens, so whatever is
/// of level 2 or more; what goes to the end of the range or moves a nerve; and what nothing is
/// known of.
bool is_strenuous(const Exercise& exercise);

/// Whether any of it was done, or something was told of it.
bool was_met(const Past& past, const std::string& exercise);

/// What that session told of one side of an exercise, by the name that the routine has for it.
/// Of several sites the highest score counts. A score that says no side is both sides'. "None hurt
/// more" makes every unnamed peak equal to the start; unanswered it stays unanswered (DESIGN 7).
/// What moved further down the leg by the end is put down to the exercises that were named, and if
/// none was, to every strenuous one.
Exposure exposure_of(const Past& past, const std::string& exercise, Side side, bool strenuous);

/// Of the furthest symptom at a moment of the session (CONTENT 3.4); nothing if not answered.
std::optional<int> distance_at(const Past& past, Moment moment);

/// The highest score at a moment of the session.
std::optional<PainScore> score_at(const Past& past, Moment moment);

}  // namespace hipflow
