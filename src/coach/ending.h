// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "coach/exposure.h"
#include "domain/body.h"
#include "domain/care_words.h"
#include "domain/settings.h"

namespace hipflow::coach {

/// How a `start` ends; each way has its own last words (docs/design/care.md, "Endings and red
/// flags").
enum class Ending {
    session,       // done, or finished early: the summary has the last word
    flare,         // the flare-up day was done in place of the session
    rest,          // pain calls for rest
    leg_signs,     // new tingling or numbness, told before the session
    severe_pain,   // nine or ten out of ten, whenever it was told
    weakness,      // a weaker leg, or a foot that drops
    emergency,     // a sign that needs help now
    uncleared,     // such a sign was told earlier, and has not been looked at yet
    nothing_left,  // the routine holds nothing today, for pain: a day of rest
    left_out,      // the person leaves out all that the routine holds: nothing is recorded
};
constexpr auto words_of(Ending /*unused*/) {
    return std::to_array<std::string_view>({"session", "flare", "rest", "leg_signs", "severe_pain",
                                            "weakness", "emergency", "uncleared", "nothing_left",
                                            "left_out"});
}

/// True if the user needs help now: then hipflow asks no further question and says nothing about
/// moving.
constexpr bool asks_for_help(Ending ending) {
    return ending == Ending::severe_pain || ending == Ending::weakness ||
           ending == Ending::emergency || ending == Ending::uncleared;
}

/// True if the score is nine or ten, or one for which the settings allow no session.
bool is_severe(PainScore score, const PainThresholds& thresholds);

/// How an answer during the session ends it; Ending::session if it may go on.
Ending ending_after(const Exposure& told, const PainThresholds& thresholds);

/// Shown before the last words: lines to be wrapped, a list among them; empty if there is nothing
/// to say. `number` is the user's own emergency number, or empty.
std::string ending_words(Ending ending, std::string_view number, const CareWords& words);

/// The same for Ending::severe_pain, which is also shown outside of a session.
std::string severe_words(PainScore score, Moment told, std::string_view number,
                         const CareWords& words);

/// The last line; empty for Ending::session and Ending::left_out.
std::string last_words(Ending ending, const CareWords& words);

}  // namespace hipflow::coach
