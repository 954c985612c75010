// SPDX-License-Identifier: MIT
#include "session/set_row.h"

namespace hipflow {

PerformedSet not_reached(const PlannedSet& planned, const Prescription& prescription) {
    const auto& step = prescription.steps.at(static_cast<std::size_t>(planned.key.step) - 1);
    PerformedSet set;
    set.step = planned.key.step;
    set.planned_exercise = step.planned_exercise;
    set.exercise = step.work.exercise.id;
    set.level = step.work.exercise.level;
    set.set_no = planned.key.set;
    set.side = planned.key.side;
    set.planned = planned.work;
    set.planned_reps = planned.reps;
    if (planned.reps) set.actual_reps = 0;
    return set;
}

PerformedSet as_planned(const PlannedSet& planned, const Prescription& prescription) {
    PerformedSet set = not_reached(planned, prescription);
    set.actual = set.planned;
    set.actual_reps = set.planned_reps;
    set.status = SetStatus::done;
    return set;
}

}  // namespace hipflow
