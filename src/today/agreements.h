// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/restriction.h"

namespace hipflow::today {

/// Says of each step that somebody agreed to which restrictions would leave it out: those of the
/// person, or else those that there are. `person` is asked for only where there is such a step.
std::vector<std::string> agreements_of(const catalog::Library& library, const Routine& routine,
                                       const std::function<Person()>& person);

}  // namespace hipflow::today
