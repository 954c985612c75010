// SPDX-License-Identifier: MIT
#include "commands/figures.h"

#include <algorithm>

namespace hipflow {
namespace {

/// Nothing for an exercise that there no longer is.
std::optional<Figure> figure_for(const std::string& id, const Library& library,
                                 const Routine& routine) {
    const auto& own = routine.inline_exercises;
    const auto found = std::find_if(own.begin(), own.end(),
                                    [&](const Exercise& exercise) { return exercise.id == id; });
    if (found != own.end()) return found->figure;
    const auto& known = library.exercises();
    const bool exists =
        std::any_of(known.begin(), known.end(), [&](const auto& entry) { return entry.id == id; });
    return exists ? library.exercise(id).figure : std::nullopt;
}

}  // namespace

void set_figures(Prescription& prescription, const Library& library, const RoutineFile& source,
                 bool wanted) {
    const auto set = [&](Work& work) {
        Exercise& exercise = work.exercise;
        exercise.figure = wanted ? figure_for(exercise.id, library, source.routine) : std::nullopt;
    };
    for (auto& step : prescription.steps) {
        set(step.work);
        for (auto& easier : step.easier) set(easier);
    }
}

}  // namespace hipflow
