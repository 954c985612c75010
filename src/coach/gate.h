// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "coach/state.h"
#include "domain/body.h"
#include "domain/care_words.h"
#include "domain/records.h"
#include "domain/settings.h"

namespace hipflow::coach {

/// The usual score: the median of the last seven morning scores, if there are at least three;
/// nullopt otherwise. `mornings` are those of the last 14 days, newest first (docs/design/care.md,
/// "The gate").
std::optional<double> usual_score(std::span<const PainScore> mornings);

/// Why a gate was decided.
enum class GateReason {
    none,
    pain,      // the score by itself
    compared,  // the score against the usual one
    steady,    // as planned, though the score is one that usually calls for less
};

/// The effect of the pain before a session on that session.
struct GateDecision {
    Gate gate = Gate::none;
    GateReason why = GateReason::none;
    int score = 0;       // told, if there is a reason
    double usual = 0.0;  // the usual score, or that one again where it is not known
    bool move = false;   // rest, but the flare-up day is the better choice
};

/// The reason in words for the user; empty if there is none.
std::string reason_words(const GateDecision& decision, const CareWords& words);

/// The entry gate (docs/design/care.md, "Rules", S1). A higher score never leads to a milder
/// decision. An unanswered score is not gated. Never returns Gate::flare, which is chosen, not
/// decided. `day_of_flare` counts today: from the third day on moving a little is proposed.
GateDecision decide_gate(std::optional<PainScore> before, std::optional<double> usual,
                         const PainThresholds& thresholds, int day_of_flare = 1);

/// Which day of a flare it is today, if it is one: 1 for the first. Days before it belong to it on
/// which pain at a start called for rest, with one day between them at most. `starts` are in order,
/// days of rest among them.
int day_of_flare(Day today, std::span<const Start> starts, std::span<const Morning> mornings,
                 const PainThresholds& thresholds);

/// The usual score on a day, from the morning scores of the 14 days before it; soreness is not
/// among them.
std::optional<double> usual_before(Day day, std::span<const Morning> mornings);

/// Returns whether symptoms were felt further down on the morning after that day than at the start
/// of it, beyond the hip.
bool is_further(const DayAfter& done, std::span<const Morning> mornings);

/// Colour of the morning after a day on which the exercise was done; nullopt if it was not
/// answered, or as soreness only, or if there is nothing to judge it by.
std::optional<MorningColour> morning_colour(const DayAfter& done, std::span<const Morning> mornings,
                                            const PainThresholds& thresholds);

/// The same where it was not told: from pain at the start of the next session, 20 hours to 8 days
/// later, against the usual. One point more is ok, anything above that amber; never red. `starts`
/// are in order. nullopt if there is none with a score.
std::optional<MorningColour> inferred_morning(const DayAfter& done, std::span<const Start> starts,
                                              std::span<const Morning> mornings,
                                              const PainThresholds& thresholds);

}  // namespace hipflow::coach
