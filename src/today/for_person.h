// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/prescribe.h"

namespace hipflow::today {

/// One exercise of a routine that a session does not hold, since the person leaves it out.
struct ForPerson {
    std::string planned;               // as the routine names it
    std::optional<std::string> given;  // in its place; nullopt if nothing is
    std::string text;                  // a sentence on it
    /// The sentence that the session has on it, if any: it may be about an easier exercise, which
    /// the person would have had and never did.
    std::string reason;
    std::string because;  // "for pregnancy"
    bool operator==(const ForPerson&) const = default;
};

/// Lists what of a routine is replaced or left out for a person, in the order of the routine.
/// `today` is what the session was set with, its standings included.
std::vector<ForPerson> changes_for_person(const Routine& routine,
                                          const coach::ExerciseLookup& exercise,
                                          const coach::Today& today, const Prescription& session);

/// Says all of it in one line: "Five exercises are replaced for pregnancy; 'hipflow why' has
/// which." Empty for an empty list.
std::string summed_up(const std::vector<ForPerson>& changes);

}  // namespace hipflow::today
