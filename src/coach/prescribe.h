// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "domain/error.h"
#include "domain/prescription.h"
#include "domain/records.h"
#include "domain/restriction.h"
#include "domain/routine.h"

namespace hipflow {

/// Finds an exercise by id; throws Error for an unknown one.
using ExerciseLookup = std::function<Exercise(const std::string& id)>;

/// Nothing of a routine is left for this person today; what() says why.
class NothingLeft : public Error {
   public:
    using Error::Error;
};

/// What today changes about a routine.
struct Today {
    Gate gate = Gate::none;
    std::optional<Side> sore_side;  // the sorer one, if only one is known to be
    Person person = {};
};

/// A routine as set for today: every amount at the bottom of its band, the easier rungs of each
/// exercise's ladder as alternates, what the gate asks for, and nothing that the person leaves out.
/// Throws NothingLeft.
Prescription prescribe(const Routine& routine, const ExerciseLookup& exercise, const Today& today);

}  // namespace hipflow
