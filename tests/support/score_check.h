// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow::support {

/// Faults of a score, a line for each; empty for a good one. States the rules of the spoken session
/// independently of the code that lays it out:
/// - no two sounds overlap, and sentences that must be heard have a pause between them;
/// - every exercise is named and set up before it starts, on its first side, and every change of
///   sides is told;
/// - every set has its signals and, where its gap has room, its count-in; a set-up ends well before
///   that;
/// - the last seconds of a long hold are counted, and every release is told;
/// - no words of a set run past its end, and none of a gap into the set.
std::vector<std::string> faults_of(const session::Script& script);

/// Texts that are not heard if the player starts each block late, by `delay` of the block, counted
/// from 0. A block that must be heard waits for the one before it; any other is dropped if it is
/// more than 300 ms late.
std::vector<std::string> dropped_when_late(const session::Script& script,
                                           const std::function<Millis(std::size_t)>& delay);

}  // namespace hipflow::support
