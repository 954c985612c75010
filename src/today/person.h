// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/records.h"
#include "domain/restriction.h"
#include "today/desk.h"

namespace hipflow::today {

/// The restrictions and avoided exercises that hold for this user. Restrictions in the
/// configuration replace all those given as answers; avoided exercises add up. Throws Error if the
/// configuration avoids an exercise that does not exist, or names an unknown restriction.
Person person_of(Desk& desk, const std::vector<Preference>& preferences);

/// The same, with the preferences in the history, if there is one.
Person person_of(Desk& desk);

}  // namespace hipflow::today
