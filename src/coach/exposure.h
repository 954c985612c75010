// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/body.h"
#include "domain/exercise.h"
#include "domain/records.h"
#include "domain/settings.h"

namespace hipflow::coach {

/// The result of one exposure to an exercise (docs/design/care.md, "Colour of an exposure"). Grey
/// says nothing either way.
enum class Colour { green, grey, amber, red, black };
constexpr auto words_of(Colour /*unused*/) {
    return std::to_array<std::string_view>({"green", "grey", "amber", "red", "black"});
}

/// The first place beyond the hip, the thigh, on the scale of distances from the spine
/// (docs/design/care.md, "Where it goes").
inline constexpr int beyond_the_hip = 3;

/// The known facts about one exercise on one side in one session. A missing value was not answered;
/// it never means zero.
struct Exposure {
    std::optional<PainScore> before;
    std::optional<PainScore> peak;
    std::optional<PainScore> after;
    bool open_gate =
        false;          // the session was the planned one: pain at the start called for no less
    double done = 1.0;  // share of the planned work, of the side with less
    std::optional<StopReason> why;       // if less than all was done
    bool sharp = false;                  // sharp, electric or shooting
    bool numbness = false;               // new tingling or numbness
    bool giving_way = false;             // a joint gave way, caught or locked
    bool weakness = false;               // a weaker leg, or a foot that drops
    bool emergency = false;              // a sign that needs help now
    bool further = false;                // reported as moving further down the leg
    std::optional<int> distance_before;  // of the place furthest from the spine, 0 to 5
    std::optional<int> distance_after;
};

/// True if pain at the start was one that usually calls for less, and no more than this person's
/// usual: steady pain (docs/design/care.md, "The gate"). One point more is then no sign.
bool is_steady(const Exposure& exposure, const PainThresholds& thresholds);

/// True if symptoms moved further down the leg.
bool travelled(const Exposure& exposure);

/// The first colour that applies, of black, red, amber, grey and green. Symptoms that draw back
/// towards the spine turn amber to grey.
Colour colour_of(const Exposure& exposure, const PainThresholds& thresholds);

/// Colour of the score after a session, for the session as a whole.
Colour colour_after(std::optional<PainScore> before, std::optional<PainScore> after,
                    const PainThresholds& thresholds);

/// A past session with everything that was reported about it.
struct Past {
    Session session;
    std::vector<PerformedSet> sets;
    std::vector<PainReading> readings;
    std::vector<Symptom> symptoms;
    std::vector<std::string> unscored{};  // exercises that hurt more, by an amount not answered
};

/// True if the session was held as planned, and pain at its start called for no less.
bool has_open_gate(const Session& session);

/// True if a bad morning may be put down to the exercise (docs/design/care.md, "Rules", A2): it is
/// of level 2 or more, goes to the end of the range, moves a nerve, or has no tags.
bool is_strenuous(const Exercise& exercise);

/// True if another exercise than `given` was done in the place of `exercise`.
bool was_replaced(const Past& past, const std::string& exercise, const std::string& given);

/// True if any of it was done, or something was reported about it.
bool was_met(const Past& past, const std::string& exercise);

/// Returns what that session showed about one side of an exercise, under the name that the routine
/// gives it. If there are several sites, the highest score counts. A score without a side counts
/// for both. "None hurt more" makes every peak that was not named equal to the start; without an
/// answer the peak is not known. Symptoms that moved further down the leg by the end are put down
/// to the exercises that were named or, if none was, to the last two of the session; where its sets
/// are not known, to every strenuous one.
Exposure exposure_of(const Past& past, const std::string& exercise, Side side, bool strenuous);

/// Distance of a score's place from the spine: of how far down it is felt where that is known, else
/// of where it is strongest; 0 without pain, nullopt if neither is known.
std::optional<int> distance_of(const PainReading& reading);

/// Distance of the furthest symptom at a moment of the session; nullopt if not answered.
std::optional<int> distance_at(const Past& past, Moment moment);

/// The highest score at a moment of the session.
std::optional<PainScore> score_at(const Past& past, Moment moment);

}  // namespace hipflow::coach
