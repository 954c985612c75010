// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "domain/duration.h"
#include "domain/error.h"
#include "domain/prescription.h"
#include "domain/records.h"
#include "domain/restriction.h"
#include "domain/routine.h"
#include "domain/settings.h"

namespace hipflow {

/// Finds an exercise by id; throws Error for an unknown one. The reference holds as long as the
/// lookup does.
using ExerciseLookup = std::function<const Exercise&(const std::string& id)>;

/// Nothing of a routine is left for this person today; what() says why.
class NothingLeft : public Error {
   public:
    using Error::Error;
};

/// Where the coach has an exercise of the routine today.
struct Standing {
    std::string rung;       // on its ladder
    int steps = 0;          // above the bottom of the band
    bool half = false;      // half of the bottom
    bool left_out = false;  // it rests, or is retired
    bool operator==(const Standing&) const = default;
};
/// By the names that the routine has; what is not there stands where the routine says.
using Standings = std::map<std::string, Standing>;

/// What today changes about a routine.
struct Today {
    Gate gate = Gate::none;
    std::optional<Side> sore_side{};  // the sorer one, if only one is known to be
    Person person{};
    /// Highest level of any exercise given, as the program's week has it (CONTENT 2.2): a cap,
    /// never a target.
    std::optional<int> cap{};
    bool lighter = false;  // less of everything, CONTENT 4.4 A2
    CoachThresholds coach{};
    Standings standings{};
    std::optional<Exercise> closing{};  // what ends a session that is broken off for pain
};

/// Whether nothing that the routine names is done on the floor.
bool stays_off_floor(const Routine& routine, const ExerciseLookup& exercise);

/// A routine as set for today: every exercise at its place, the easier rungs of its ladder as
/// alternates, what the gate asks for, and nothing that the person leaves out, that is above the
/// cap, or that brings to the floor a routine that stays off it. What takes the place of an
/// exercise is a rung below it, never one above. Where little is left for this person, the reasons
/// say so. Throws NothingLeft.
Prescription prescribe(const Routine& routine, const ExerciseLookup& exercise, const Today& today);

/// Today's session in at most `longest`, gaps included: its optional steps are left out, the last
/// first, then sets, of whatever has most of them, but never the last set and never those of one
/// side alone. Nothing is left out that there is time for. What was left out is said in the reasons
/// of the prescription. Throws Error if even the least of it takes longer.
Prescription fitted(const Prescription& prescription, Millis longest);

}  // namespace hipflow
