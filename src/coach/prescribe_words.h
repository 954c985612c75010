// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "coach/prescribe.h"
#include "domain/exercise.h"
#include "domain/routine.h"
#include "domain/time.h"

namespace hipflow::coach {

/// Where somebody who is not to get down to the floor is given what others do on it.
inline constexpr std::string_view moved_to_bed =
    "Lying exercises are set on the bed, since the floor is hard to get up from.";

/// What to do where there is too little for somebody.
inline constexpr std::string_view ask_somebody =
    "Your physiotherapist or doctor can tell you which movements suit you.";

/// "Bridge takes the place of Single-leg bridge: it is done on one leg, and …".
std::string replaced_words(const Exercise& given, const Exercise& planned, const std::string& why);

/// Says that an exercise is left out and why, and that nothing else was found: on its ladder, or
/// for the same purpose.
std::string dropped_words(const Exercise& exercise, const std::string& why, bool by_purpose);

/// Says that less than half of the work is left for somebody, and what to do.
std::string too_little_words(Millis left, Millis all);

/// Says why nothing of a routine is left: what the standings say of its steps, then `reasons`.
std::string nothing_left_words(const Routine& routine, const Today& today,
                               const std::vector<std::string>& reasons);

}  // namespace hipflow::coach
