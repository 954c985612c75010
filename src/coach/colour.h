// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string_view>

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

}  // namespace hipflow
