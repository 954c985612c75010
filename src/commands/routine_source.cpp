// SPDX-License-Identifier: MIT
#include "commands/routine_source.h"

namespace hipflow {

RoutineFile find_routine(const Library& library, const std::string& name) {
    const bool is_file = name.ends_with(".toml") || name.find('/') != std::string::npos;
    return is_file ? Library::open_routine(name) : library.routine_source(name);
}

Prescription prescription_of(const Library& library, const RoutineFile& source,
                             const Today& today) {
    if (auto faults = library.check(source); !faults.empty()) throw FileError(std::move(faults));
    const ExerciseLookup lookup = [&](const std::string& id) {
        return library.exercise_of(source.routine, id);
    };
    return prescribe(source.routine, lookup, today);
}

}  // namespace hipflow
