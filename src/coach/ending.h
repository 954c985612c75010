// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "coach/exposure.h"
#include "domain/pain.h"
#include "domain/settings.h"

namespace hipflow {

/// How a `start` ends. Each has its own last words.
enum class Ending {
    session,       // done, or finished early: the summary has the last word
    flare,         // the flare-up day was done in place of the session
    rest,          // pain calls for rest
    leg_signs,     // new tingling or numbness was told before the session
    severe_pain,   // nine or ten out of ten, whenever it was told
    weakness,      // a weaker leg, or a foot that drops
    emergency,     // a sign that needs help now
    uncleared,     // such a sign was told before, and nobody has looked at it yet
    nothing_left,  // the routine holds nothing for this person today
};
template <>
inline constexpr auto words<Ending> =
    std::to_array<std::string_view>({"session", "flare", "rest", "leg_signs", "severe_pain",
                                     "weakness", "emergency", "uncleared", "nothing_left"});

/// Whether somebody needs an answer now: nothing more is asked of them, and nothing is said of
/// moving.
constexpr bool asks_for_help(Ending ending) {
    return ending == Ending::severe_pain || ending == Ending::weakness ||
           ending == Ending::emergency || ending == Ending::uncleared;
}

/// Nine or ten out of ten, or from where on the settings want no session.
bool is_severe(PainScore score, const PainThresholds& thresholds);

/// What an answer during the session makes of it; Ending::session where it may go on.
Ending ending_after(const Exposure& told, const PainThresholds& thresholds);

/// What is said of it before the last words: lines to be wrapped, a list among them. Nothing where
/// there is nothing to say. `number` is the user's own emergency number, or empty.
std::string ending_words(Ending ending, std::string_view number);

/// The same for Ending::severe_pain, which is also told away from a session.
std::string severe_words(PainScore score, Moment told, std::string_view number);

/// The last line. Nothing for Ending::session.
std::string_view last_words(Ending ending);

}  // namespace hipflow
