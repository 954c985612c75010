// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "coach/prescribe.h"
#include "domain/exercise.h"
#include "domain/routine.h"

namespace hipflow::coach {

/// Decides which exercises suit a person today, within a routine: their level, what they are done
/// on, and what the person leaves out.
class Fitting {
   public:
    /// All three outlive it.
    Fitting(const Routine& routine, const ExerciseLookup& exercise, const Today& today);

    /// What an exercise is done on in a step, be it the step's own or another in its place.
    Surface surface_in(const Step& step, const Exercise& exercise) const;
    /// The same outside of any step.
    Surface surface_of(const Exercise& exercise) const;
    /// True if the exercise is on a bed only since this person is not to get down to the floor.
    bool is_moved_to_bed(const Step& step, const Exercise& exercise) const;

    /// True if nobody gets as low as that in the routine: one for a chair or a corridor takes
    /// nobody down to the floor or onto a bed, one for the bed nobody down to the floor.
    bool is_too_low(const Exercise& exercise, Surface on) const;

    /// Why the person does not get an exercise in a step, as a clause; nullopt if nothing they
    /// leave out is in it. What the step says is agreed, only an exercise that is avoided is kept
    /// from.
    std::optional<std::string> objection_in(const Step& step, const Exercise& exercise) const;
    /// The same for everything else that may be in the way.
    std::optional<std::string> limit_on(const Exercise& exercise, Surface on) const;

    /// True if an exercise needs nothing but what the routine needs, or every household has.
    bool is_at_hand(const Exercise& other, const Step& step) const;

    /// True if `other` may take the place of `planned` for the same purpose, of which its level is
    /// at most `level`: it is none of its ladder, above or below, and its tags are known.
    bool has_same_purpose(const Exercise& other, const Exercise& planned, int level) const;

   private:
    enum class Lowest { floor, bed, chair };
    static Lowest lowest_of(const Routine& routine, const ExerciseLookup& exercise);
    int highest_level() const;

    const Routine& routine_;
    const ExerciseLookup& exercise_;
    const Today& today_;
    Lowest lowest_;  // that the routine goes by itself
    bool needs_bed_;
};

/// The easier rungs of an exercise, the nearest first.
std::vector<const Exercise*> easier_rungs(const Exercise& from, const ExerciseLookup& exercise);

/// How many targets two exercises have in common.
int shared_targets(const Exercise& a, const Exercise& b);

/// True if an exercise is rest, in which to settle.
bool settles(const Exercise& exercise);

/// The side that a step begins with; `sore_side` if one is known to be.
Side first_side(First first, std::optional<Side> sore_side);

/// What the exercises of a session need: no more is at hand in it.
std::set<std::string> needs_of(const Prescription& prescription);

}  // namespace hipflow::coach
