// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/error.h"
#include "domain/prescription.h"
#include "domain/records.h"
#include "domain/restriction.h"
#include "domain/routine.h"
#include "domain/settings.h"
#include "domain/time.h"
#include "session/hearing.h"

namespace hipflow::coach {

/// Finds an exercise by id; throws Error for an unknown one. The reference is valid as long as the
/// lookup is.
using ExerciseLookup = std::function<const Exercise&(const std::string& id)>;

/// Nothing of a routine is left for this person today; what() says why.
class NothingLeft : public Error {
   public:
    using Error::Error;
};

/// Where an exercise of the routine stands today.
struct Standing {
    std::string rung;       // on its ladder
    int steps = 0;          // above the bottom of the band
    bool half = false;      // half of the bottom dose
    bool left_out = false;  // resting, retired, or not earned yet
    std::string why{};      // then a sentence on that
    bool operator==(const Standing&) const = default;
};
/// By the names used in the routine; an exercise without an entry stands where the routine has it.
using Standings = std::map<std::string, Standing>;

/// The changes that today makes to a routine.
struct Today {
    Gate gate = Gate::none;
    std::optional<Side> sore_side{};  // the sorer side, if it is known to be one
    Person person{};
    /// Highest level that the program's week allows: a cap, never a target (docs/design/care.md,
    /// "Programs").
    std::optional<int> cap{};
    bool lighter = false;   // less of everything (docs/design/care.md, "Rules", A2)
    bool newcomer = false;  // said to be new to this: nothing begins above level 1
    bool calm = false;      // a routine for sore days: nothing climbs above level 1
    /// When the session begins; nullopt while it is only looked at.
    std::optional<Instant> at{};
    std::optional<PainScore> before{};  // pain now
    CoachThresholds coach{};
    Standings standings{};
    Gaps gaps{};          // where the routine writes none
    Millis breath{5000};  // how long one takes
    /// The ids of exercises that may take the place of another for the same purpose.
    std::vector<std::string> others{};
    bool alternatives = false;          // `others` are held ready for whoever asks for another one
    std::optional<Exercise> closing{};  // ends a session that is broken off for pain
};

/// True if nobody lies, kneels or sits on the floor in a routine, or on a bed.
bool stays_off_floor(const Routine& routine, const ExerciseLookup& exercise);

/// Sets a routine for today: each exercise at its place, with the easier rungs of its ladder as
/// alternates, and up to two of `others` for the same purpose if they are wished for, reduced as
/// the gate asks, and without anything that the person leaves out, that is above the cap, or that
/// takes a routine off the floor down to it. What is above today's limits is replaced by a lower
/// rung; what the person leaves out also by one of `others` for the same purpose, no harder than
/// planned. Who is not to get down to the floor lies and kneels on a bed. What a step says is
/// agreed stays, whatever the restrictions. Each step of a block is decided on once, and then done
/// in every round. If little is left for this person, the reasons say so.
/// Throws NothingLeft.
Prescription prescribe(const Routine& routine, const ExerciseLookup& exercise, const Today& today);

/// Shortens a session to at most `longest`, gaps included: leaves out optional steps, the last
/// first, then rounds of the block with the most, then sets of the step with the most, then the
/// extra sets of one side; never the last round of a block, or the last set of a step. What turns
/// out to fit is put back. The reasons of the prescription name what is left out. `hearing` is how
/// the session will be heard. Throws Error if even the shortest form takes longer.
Prescription fitted(const Prescription& prescription, Millis longest,
                    const session::Hearing& hearing);

}  // namespace hipflow::coach
