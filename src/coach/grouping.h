// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "coach/state.h"

namespace hipflow::coach {

/// "A", "A and B", "A, B and C"; empty for no names.
std::string listed(const std::vector<std::string>& names);

/// The sentences of these reasons, in their order. Where at least `least` of them say the same of
/// several exercises, one sentence names them all: "A, B and C stay: it was hard.", "A in place of
/// B and C in place of D: it was sorer on 3 Nov."
std::vector<std::string> grouped(const std::vector<CoachReason>& reasons, std::size_t least);

/// Why exercises are as they are, for somebody who reads of the whole session at once: exercises
/// with the same reason share a sentence, one that begins says what that means, and where `reasons`
/// holds a sentence on a break, none repeats it. Only reasons of exercises without a change.
/// `entered_by_hand` says whether sessions were recorded without the timer: the amounts do not
/// follow those, but something was recorded.
std::vector<std::string> sentences_on_the_rest(const std::vector<CoachReason>& reasons,
                                               bool entered_by_hand = false);

}  // namespace hipflow::coach
