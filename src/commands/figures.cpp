// SPDX-License-Identifier: MIT
#include "commands/figures.h"

namespace hipflow {
namespace {

/// Nothing for an exercise that there no longer is, or whose file has got faults since.
std::optional<Figure> figure_for(const std::string& id, const Library& library,
                                 const Routine& routine) {
    if (!library.has_exercise(routine, id)) return std::nullopt;
    return library.exercise_of(routine, id).figure;
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
