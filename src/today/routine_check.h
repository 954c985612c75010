// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/restriction.h"
#include "domain/settings.h"

namespace hipflow::today {

/// The result of a check.
struct CheckedRoutine {
    std::string name;
    std::vector<Diagnostic> faults;
    std::size_t steps = 0;  // without faults
    Millis total{};
    std::vector<std::string> warnings;  // what can be done, and may surprise
};

/// Checks a routine, by id or file, as far as `start` would: it can be read, names what exists, and
/// does not take too long. `person` is asked for only where a step says what was agreed.
CheckedRoutine check_routine(
    const catalog::Library& library, const Settings& settings, const std::string& name,
    const std::function<Person()>& person = [] { return Person{}; });

/// The ids of all routines. `faults` gets those of the whole library, exercises and programs too.
std::vector<std::string> all_routines(const catalog::Library& library,
                                      std::vector<Diagnostic>& faults);

}  // namespace hipflow::today
