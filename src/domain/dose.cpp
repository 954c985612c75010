// SPDX-License-Identifier: MIT
#include "domain/dose.h"

#include <fmt/format.h>

namespace hipflow {

Dose merged(const Dose& step, const Dose& exercise) {
    Dose dose = step;
    if (!names_work(step)) {
        dose.hold = exercise.hold;
        dose.reps = exercise.reps;
        dose.duration = exercise.duration;
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

bool names_work(const Dose& dose) { return dose.hold || dose.reps || dose.duration || dose.cap; }

std::string_view contradiction(const Dose& dose) {
    if (!names_work(dose)) return {};
    if (dose.cap && (dose.hold || dose.reps))
        return "'until' cannot be combined with 'hold' or 'reps'";
    if (dose.duration && (dose.hold || dose.reps || dose.cap))
        return "'for' cannot be combined with 'hold', 'reps' or 'until'";
    if (dose.pace && dose.hold) return "'pace' and 'tempo' are for 'reps' without a 'hold'";
    if (dose.pace && !dose.reps) return "'pace' and 'tempo' need 'reps'";
    if (dose.release && !(dose.hold && dose.reps)) return "'release' needs 'hold' and 'reps'";
    return {};
}

std::string_view lack(const Dose& dose) {
    if (!names_work(dose)) return "expected a 'hold', 'reps', 'for', or 'until' with a 'cap'";
    if (dose.hold && dose.reps && !dose.release) return "'hold' with 'reps' needs a 'release'";
    if (dose.reps && !dose.hold && !dose.pace) return "'reps' needs a 'pace' or a 'tempo'";
    return {};
}

namespace {

using namespace std::chrono_literals;

std::string sets_words(int sets) { return sets > 1 ? fmt::format("{} sets of ", sets) : ""; }

std::string band_words(const Band<int>& band) {
    if (band.bottom == band.top) return fmt::format("{}", band.bottom);
    return fmt::format("{} to {}", band.bottom, band.top);
}

std::string band_words(const Band<Millis>& band) {
    if (band.bottom == band.top) return spell_duration(band.bottom);
    return fmt::format("{} to {}", spell_duration(band.bottom), spell_duration(band.top));
}

}  // namespace

std::string dose_words(const Dose& dose) {
    const std::string sets = sets_words(dose.sets.value_or(1));
    if (dose.cap) {
        return fmt::format("{}as long as you like, {} at most", sets, spell_duration(*dose.cap));
    }
    if (dose.duration) return fmt::format("{}{} of movement", sets, band_words(*dose.duration));
    if (!dose.reps && !dose.hold) return {};
    if (!dose.reps) return (sets.empty() ? "hold " : sets) + band_words(*dose.hold);
    if (dose.hold) {
        const std::string text =
            fmt::format("{}{} holds of {}", sets, band_words(*dose.reps), band_words(*dose.hold));
        const Millis release = dose.release.value_or(0ms);
        return release > 0ms ? text + fmt::format(", {} between", spell_duration(release)) : text;
    }
    return fmt::format("{}{} reps, {} each", sets, band_words(*dose.reps),
                       spell_duration(dose.pace.value_or(0ms)));
}

// Settled work is a dose whose bands have no width.
std::string amount_words(const Work& work) {
    Dose dose;
    dose.sets = work.sets;
    if (work.hold) dose.hold = Band<Millis>{*work.hold, *work.hold};
    if (work.reps) dose.reps = Band<int>{*work.reps, *work.reps};
    dose.pace = work.pace;
    dose.release = work.release;
    if (work.duration) dose.duration = Band<Millis>{*work.duration, *work.duration};
    dose.cap = work.cap;
    return dose_words(dose);
}

}  // namespace hipflow
