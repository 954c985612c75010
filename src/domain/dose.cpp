// SPDX-License-Identifier: MIT
#include "domain/dose.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hipflow {

namespace {

void take_hold(Dose& dose, const Dose& from) {
    dose.hold = from.hold;
    dose.breaths = from.breaths;
}

/// Takes what is done from the exercise: all of it if the step says nothing of it, and the other
/// half of holds in reps if the step has one.
void take_work(Dose& dose, const Dose& exercise) {
    if (!names_work(dose)) {
        take_hold(dose, exercise);
        dose.reps = exercise.reps;
        dose.as_many = exercise.as_many;
        dose.duration = exercise.duration;
        dose.cap = exercise.cap;
        return;
    }
    const bool holds_in_reps = is_held(exercise) && exercise.reps;
    if (!holds_in_reps || dose.duration || dose.cap || dose.as_many) return;
    if (!dose.reps) {
        dose.reps = exercise.reps;
    } else if (!is_held(dose) && !dose.pace) {
        take_hold(dose, exercise);
    }
}

}  // namespace

Dose merged(const Dose& step, const Dose& exercise) {
    Dose dose = step;
    take_work(dose, exercise);
    if (!dose.sets) dose.sets = exercise.sets;
    const bool held = is_held(dose);
    if ((dose.reps || dose.as_many) && !held && !dose.pace) {
        dose.pace = exercise.pace;
        dose.tempo = exercise.tempo;
    }
    if (dose.duration && !names_work(step) && !dose.pace) dose.pace = exercise.pace;
    if (dose.reps && held && !dose.release) dose.release = exercise.release;
    return with_reps_for_cap(dose);
}

Dose with_reps_for_cap(Dose dose) {
    const Millis pace = dose.pace.value_or(Millis{});
    if (!dose.as_many || !dose.cap || pace == Millis{}) return dose;
    constexpr int most = 100;  // as of reps in a file
    const int reps = std::clamp(static_cast<int>(*dose.cap / pace), 1, most);
    dose.reps = Band<int>{reps, reps};
    dose.cap.reset();
    return dose;
}

bool is_held(const Dose& dose) { return dose.hold || dose.breaths; }

bool names_work(const Dose& dose) {
    return is_held(dose) || dose.reps || dose.duration || dose.cap;
}

std::string_view contradiction(const Dose& dose) {
    if (!names_work(dose)) return {};
    const bool held = is_held(dose);
    const bool paced = dose.pace.has_value();
    const bool by_reps = dose.reps || dose.as_many;
    const bool not_for = held || dose.reps || dose.cap;
    struct Rule {
        bool broken;
        std::string_view words;
    };
    const auto rules = std::to_array<Rule>({
        {dose.as_many && (held || dose.duration),
         "'reps' = \"as many as you can\" cannot be combined with 'hold' or 'for'"},
        {dose.cap && (held || dose.reps), "'until' cannot be combined with 'hold' or 'reps'"},
        {dose.duration && not_for, "'for' cannot be combined with 'hold', 'reps' or 'until'"},
        {paced && held, "'pace' and 'tempo' are for 'reps' without a 'hold'"},
        {!dose.tempo.empty() && !by_reps, "'tempo' needs 'reps'"},
        {paced && !by_reps && !dose.duration, "'pace' needs 'reps' or 'for'"},
        {dose.release && !(held && dose.reps), "'release' needs 'hold' and 'reps'"},
    });
    for (const Rule& rule : rules) {
        if (rule.broken) return rule.words;
    }
    return {};
}

std::string_view lack(const Dose& dose) {
    if (!names_work(dose)) return "expected a 'hold', 'reps', 'for', or 'until' with a 'cap'";
    const bool held = is_held(dose);
    if (held && dose.reps && !dose.release) return "'hold' with 'reps' needs a 'release'";
    if ((dose.reps || dose.as_many) && !held && !dose.pace) {
        return "'reps' needs a 'pace' or a 'tempo'";
    }
    return {};
}

namespace {

using namespace std::chrono_literals;

std::string band_words(const Band<int>& band) {
    if (band.bottom == band.top) return fmt::format("{}", band.bottom);
    return fmt::format("{} to {}", band.bottom, band.top);
}

std::string band_words(const Band<Millis>& band) {
    if (band.bottom == band.top) return spell_duration(band.bottom);
    return fmt::format("{} to {}", spell_duration(band.bottom), spell_duration(band.top));
}

std::string sets_words(const Band<int>& sets) {
    return sets.top > 1 ? fmt::format("{} sets of ", band_words(sets)) : "";
}

/// "30 s", "5 breaths", "3 to 5 breaths".
std::string hold_words(const Dose& dose) {
    if (!dose.breaths) return dose.hold ? band_words(*dose.hold) : "";
    return fmt::format("{} {}", band_words(*dose.breaths),
                       dose.breaths->top == 1 ? "breath" : "breaths");
}

}  // namespace

std::string dose_words(const Dose& dose) {
    const std::string sets = sets_words(dose.sets.value_or(Band<int>{1, 1}));
    if (dose.as_many) {
        const std::string most =
            dose.reps ? fmt::format("{}", dose.reps->top) : spell_duration(dose.cap.value_or(0ms));
        return fmt::format("{}as many reps as you can, {} at most, {} each", sets, most,
                           spell_duration(dose.pace.value_or(0ms)));
    }
    if (dose.cap) {
        return fmt::format("{}as long as you like, {} at most", sets, spell_duration(*dose.cap));
    }
    if (dose.duration) {
        const Millis pace = dose.pace.value_or(0ms);
        return fmt::format("{}{} of movement{}", sets, band_words(*dose.duration),
                           pace > 0ms ? ", a tick every " + spell_duration(pace) : "");
    }
    const bool held = is_held(dose);
    if (!dose.reps && !held) return {};
    if (!dose.reps) return (sets.empty() ? "hold " : sets) + hold_words(dose);
    if (held) {
        const std::string text =
            fmt::format("{}{} holds of {}", sets, band_words(*dose.reps), hold_words(dose));
        const Millis release = dose.release.value_or(0ms);
        return release > 0ms ? text + fmt::format(", {} between", spell_duration(release)) : text;
    }
    return fmt::format("{}{} reps, {} each", sets, band_words(*dose.reps),
                       spell_duration(dose.pace.value_or(0ms)));
}

// Settled work is a dose whose bands have no width.
std::string amount_words(const Work& work) {
    Dose dose;
    dose.sets = Band<int>{work.sets, work.sets};
    if (work.hold) dose.hold = Band<Millis>{*work.hold, *work.hold};
    if (work.breaths) dose.breaths = Band<int>{*work.breaths, *work.breaths};
    if (work.reps) dose.reps = Band<int>{*work.reps, *work.reps};
    dose.as_many = work.as_many;
    dose.pace = work.pace;
    dose.release = work.release;
    if (work.duration) dose.duration = Band<Millis>{*work.duration, *work.duration};
    dose.cap = work.cap;
    return dose_words(dose);
}

}  // namespace hipflow
