// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow::session {

/// Faults of a score, a line for each; empty for a good one. States the rules of the spoken session
/// by itself, whatever laid it out:
/// - no two sounds overlap, and sentences that must be heard have a pause between them;
/// - every exercise says what its level asks for, on either side, and how to come out of it;
/// - a set-up ends well before the count-in, and every set has its count-in and its signals;
/// - the side is told whenever it changes;
/// - no sentence, and no long word, falls on the first rep;
/// - no words of a gap run into the set, and none of a set past its end;
/// - the last seconds of a hold are counted, and every release is told;
/// - no placeholder and no unclear side is left in any text.
std::vector<std::string> faults_of(const Script& script);

/// Texts that are not heard if the player starts each block late, by `delay` of the block, counted
/// from 0. A block that must be heard waits for the one before it; any other is dropped if it is
/// more than 300 ms late.
std::vector<std::string> dropped_when_late(const Script& script,
                                           const std::function<Millis(std::size_t)>& delay);

}  // namespace hipflow::session
