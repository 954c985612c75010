// SPDX-License-Identifier: MIT
#include "domain/dose.h"

namespace hipflow {

Dose merged(const Dose& step, const Dose& exercise) {
    Dose dose = step;
    if (!names_work(step)) {
        dose.hold = exercise.hold;
        dose.reps = exercise.reps;
        dose.cap = exercise.cap;
    }
    if (!dose.sets) dose.sets = exercise.sets;
    const bool holds_in_reps = dose.hold && dose.reps;
    const bool paced_reps = dose.reps && !dose.hold;
    if (paced_reps && !dose.pace) {
        dose.pace = exercise.pace;
        dose.tempo = exercise.tempo;
    }
    if (holds_in_reps && !dose.release) dose.release = exercise.release;
    return dose;
}

bool names_work(const Dose& dose) { return dose.hold || dose.reps || dose.cap; }

std::string_view contradiction(const Dose& dose) {
    if (!names_work(dose)) return {};
    if (dose.cap && (dose.hold || dose.reps)) return "'until' excludes 'hold' and 'reps'";
    if (dose.pace && dose.hold) return "'pace' and 'tempo' are for 'reps' without a 'hold'";
    if (dose.pace && !dose.reps) return "'pace' and 'tempo' need 'reps'";
    if (dose.release && !(dose.hold && dose.reps)) return "'release' needs 'hold' and 'reps'";
    return {};
}

std::string_view lack(const Dose& dose) {
    if (!names_work(dose)) return "expected a 'hold', 'reps', or 'until' with a 'cap'";
    if (dose.hold && dose.reps && !dose.release) return "'hold' with 'reps' needs a 'release'";
    if (dose.reps && !dose.hold && !dose.pace) return "'reps' needs a 'pace' or a 'tempo'";
    return {};
}

}  // namespace hipflow
