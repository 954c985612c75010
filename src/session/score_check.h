// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow {

/// What is wrong with a score, a line for each fault; empty for a good one. It holds the rules of
/// the spoken session by itself, whoever laid the score out:
/// - no two sounds overlap, and words that must be heard are apart from each other;
/// - every exercise is named and set up before it starts, on its first side, and every change of
///   sides is told;
/// - every set has its signals and, where its gap has room, its count-in; a set-up ends well
/// before;
/// - the last seconds of a long hold are counted, and every release is told;
/// - no word of a set runs past its end, and none of a gap into the set.
std::vector<std::string> faults_of(const Plan& plan);

/// What is not heard of a score where the player of a block starts late by what `delay` gives for
/// it, the blocks counted from 0: a block with something that must be heard waits for the one
/// before it, any other is dropped where it is more than 300 ms late.
std::vector<std::string> dropped_when_late(const Plan& plan,
                                           const std::function<Millis(std::size_t)>& delay);

}  // namespace hipflow
