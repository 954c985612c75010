// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/exercise.h"
#include "domain/pain.h"
#include "domain/records.h"
#include "domain/settings.h"

namespace hipflow {

/// What one exposure to an exercise told, CONTENT 4.3. grey: it told nothing.
enum class Colour { green, grey, amber, red, black };
template <>
inline constexpr auto words<Colour> =
    std::to_array<std::string_view>({"green", "grey", "amber", "red", "black"});

/// On the scale of distances of CONTENT 3.4, the first place that is beyond the hip: the thigh.
inline constexpr int beyond_the_hip = 3;

/// What is known of one exercise on one side in one session. Empty is not answered, never zero.
struct Exposure {
    std::optional<PainScore> before;
    std::optional<PainScore> peak;
    std::optional<PainScore> after;
    double done = 1.0;                   // share of the planned work, of the side with less
    std::optional<StopReason> why;       // if less than all was done
    bool sharp = false;                  // sharp, electric or shooting
    bool numbness = false;               // new tingling or numbness
    bool giving_way = false;             // a joint gave way, caught or locked
    bool weakness = false;               // a weaker leg, or a foot that drops
    bool emergency = false;              // a sign that needs help now
    bool further = false;                // reported as moving further down the leg
    std::optional<int> distance_before;  // CONTENT 3.4: furthest from the spine, 0 to 5
    std::optional<int> distance_after;
};

/// The first colour that matches, CONTENT 4.3 with the decisions of DESIGN 7.
Colour colour_of(const Exposure& exposure, const PainThresholds& thresholds);

/// The colour of the score after a session, for all of it (CONTENT 3.3, row After).
Colour colour_after(std::optional<PainScore> before, std::optional<PainScore> after,
                    const PainThresholds& thresholds);

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
