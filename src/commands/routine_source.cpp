// SPDX-License-Identifier: MIT
#include "commands/routine_source.h"

namespace hipflow {

RoutineFile find_routine(const Library& library, const std::string& name) {
    const bool is_file = name.ends_with(".toml") || name.find('/') != std::string::npos;
    return is_file ? Library::open_routine(name) : library.routine_source(name);
}

void require_whole(const Library& library, const RoutineFile& source) {
    if (auto faults = library.check(source); !faults.empty()) throw FileError(std::move(faults));
}

ExerciseLookup lookup_of(const Library& library, const RoutineFile& source) {
    return [&](const std::string& id) { return library.exercise_of(source.routine, id); };
}

Prescription prescription_of(const Library& library, const RoutineFile& source,
                             const Today& today) {
    require_whole(library, source);
    return prescribe(source.routine, lookup_of(library, source), today);
}

}  // namespace hipflow
