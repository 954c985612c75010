// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "catalog/exercise_fields.h"
#include "catalog/ladder.h"
#include "catalog/languages.h"
#include "catalog/library.h"
#include "catalog/speech_check.h"
#include "catalog/speech_fields.h"
#include "catalog/step_check.h"
#include "domain/dose.h"
#include "domain/spoken_exercise.h"

namespace hipflow::catalog {
namespace {

using Faults = std::vector<Diagnostic>;

void append(Faults& faults, const Faults& more) {
    faults.insert(faults.end(), more.begin(), more.end());
}

/// Sorts the faults by file and line, each once: two routines may name the same broken exercise.
Faults tidy(Faults faults) {
    const auto key = [](const Diagnostic& fault) {
        return std::tie(fault.file, fault.line, fault.column, fault.message);
    };
    std::sort(faults.begin(), faults.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
    return faults;
}

std::vector<std::string> ids_of(const std::vector<LibraryEntry>& entries) {
    std::vector<std::string> result;
    result.reserve(entries.size());
    for (const auto& entry : entries) result.push_back(entry.id);
    return result;
}

template <typename Source>
Rung rung_of(const Source& source, const std::string& file, LadderPlaces places, Origin origin) {
    return {source.id, file, source.easier, source.harder, places, origin == Origin::bundled};
}

/// Collects the faults of a file that cannot be used, so that the check goes on with the next one.
template <typename Read>
void collect(Faults& faults, Read read) {
    try {
        read();
    } catch (const FileError& error) {
        append(faults, error.faults());
    }
}

/// Says why an exercise that is done without reps cannot have the phases of a step; empty if it
/// can.
std::string phases_objection(const Step& step, const Exercise& exercise) {
    if (step.phases.empty() || step.dose.reps || step.dose.as_many) return {};
    const bool held = is_held(exercise.dose);
    if (exercise.dose.reps && !held) return {};
    if (!names_work(exercise.dose)) {
        return fmt::format(
            "'phases' are those of a rep, but nothing says how many '{}' has; add "
            "'reps', such as reps = 3",
            exercise.id);
    }
    return fmt::format(
        "'phases' are those of a rep, but '{}' is {}; say how many with 'reps', such as reps = 3",
        exercise.id, held ? "held" : "done for a time");
}

/// Says what is wrong with a step and the exercise that it names; empty if nothing is.
std::string dose_objection(const Step& step, const StepPlaces& places, const Exercise& exercise) {
    if (auto words = phases_objection(step, exercise); !words.empty()) return words;
    const Dose dose = merged(step.dose, exercise.dose);
    const auto clash = contradiction(dose);
    const auto words = clash.empty() ? lack(dose) : clash;
    if (!words.empty()) return fmt::format("'{}' cannot be done like this: {}", exercise.id, words);
    const bool extra = step.extra != ExtraSets{};
    if (extra && step.sides.value_or(exercise.sides) != Sides::each) {
        return fmt::format(
            "{}, but '{}' is not done one side after the other; "
            "take it out, or say sides = \"each\"",
            places.extra ? "'extra' is for one side" : "'sets' has a number for each side",
            exercise.id);
    }
    if (step.sides == Sides::both && exercise.sides != Sides::both && names_side(exercise)) {
        return fmt::format(
            "'{}' is spoken for one side, so it cannot be done with sides = \"both\"; say "
            "\"each\" or \"alternate\"",
            exercise.id);
    }
    return tempo_fault(dose, with_phases_of(step, exercise));
}

/// Lists what a step of the routine may name: the exercises of the library, and those of the file.
std::vector<std::string> exercises_within(const Library& library, const Routine& routine) {
    auto known = ids_of(library.exercises());
    for (const auto& exercise : routine.inline_exercises) known.push_back(exercise.id);
    return known;
}

/// Drills that may take the place of others, or be replaced, are given with their own dose.
Faults check_doses_of_rungs(const RoutineFile& source) {
    const auto& drills = source.routine.inline_exercises;
    Faults faults;
    for (std::size_t i = 0; i < drills.size(); ++i) {
        const Exercise& drill = drills[i];
        const bool is_named = std::ranges::any_of(drills, [&](const Exercise& other) {
            return other.easier == drill.id || other.harder == drill.id;
        });
        const auto words = lack(drill.dose);
        if (words.empty() || (!is_named && !drill.easier && !drill.harder)) continue;
        const Place place = source.inline_exercises.at(i).speech.whole;
        faults.push_back({source.file, place.line, place.column,
                          fmt::format("'{}' has easier or harder neighbours, so it needs a dose of "
                                      "its own: {}",
                                      drill.id, words)});
    }
    return faults;
}

Faults check_links(const Library& library, const RoutineFile& source) {
    const Routine& routine = source.routine;
    std::vector<Rung> own;
    for (std::size_t i = 0; i < routine.inline_exercises.size(); ++i) {
        own.push_back(rung_of(routine.inline_exercises[i], source.file,
                              source.inline_exercises.at(i).ladder, Origin::user));
    }
    Faults faults = check_ladders(own, exercises_within(library, routine), "exercise");
    append(faults, check_ladders({rung_of(routine, source.file, source.places, Origin::user)},
                                 library.routine_ids(), "routine"));
    append(faults, check_doses_of_rungs(source));
    return faults;
}

Faults check_steps(const Library& library, const RoutineFile& source) {
    Faults faults;
    const auto known = exercises_within(library, source.routine);
    const auto refuse = [&](Place place, std::string message) {
        faults.push_back({source.file, place.line, place.column, std::move(message)});
    };
    for (std::size_t i = 0; i < source.routine.steps.size(); ++i) {
        const Step& step = source.routine.steps[i];
        const StepPlaces& places = source.steps.at(i);
        if (step.exercise.empty()) continue;  // reported already
        if (std::find(known.begin(), known.end(), step.exercise) == known.end()) {
            refuse(places.exercise, no_such("exercise", step.exercise, known));
            continue;
        }
        if (!places.whole) continue;
        collect(faults, [&] {
            const Exercise& exercise = library.exercise_of(source.routine, step.exercise);
            if (const auto words = dose_objection(step, places, exercise); !words.empty()) {
                refuse(places.step, words);
            }
            auto words = surface_fault(step.on, exercise.position);
            if (!words.empty()) refuse(places.on.value_or(places.step), std::move(words));
        });
    }
    return faults;
}

/// Finds whether the exercise whose figure is borrowed exists, and has one.
Faults check_figure(const Library& library, const Routine& routine, const Exercise& exercise,
                    Place place, const std::string& file) {
    if (!exercise.borrowed_figure) return {};
    const auto refuse = [&](std::string message) {
        return Faults{{file, place.line, place.column, std::move(message)}};
    };
    const std::string& lender = *exercise.borrowed_figure;
    const auto known = exercises_within(library, routine);
    if (std::ranges::find(known, lender) == known.end()) {
        return refuse(no_such("exercise", lender, known));
    }
    if (!library.has_exercise(routine, lender)) {
        return refuse(
            fmt::format("'figure' borrows that of '{}', whose file has faults; 'hipflow "
                        "exercise check {}' shows them",
                        lender, lender));
    }
    if (const auto lent = library.lent_figure(routine, lender)) {
        for (const auto& phase : exercise.phases) {
            if (auto words = pose_fault(phase, *lent); !words.empty()) return refuse(words);
        }
        return {};
    }
    return refuse(
        fmt::format("'figure' borrows that of '{}', which has none of its own; name an "
                    "exercise that has a [figure]",
                    lender));
}

Faults check_exercises(const Library& library) {
    Faults faults;
    std::vector<Rung> rungs;
    for (const auto& entry : library.exercises()) {
        collect(faults, [&] {
            const ExerciseFile& source = library.exercise_source(entry.id);
            rungs.push_back(
                rung_of(source.exercise, source.file, source.places.ladder, entry.origin));
            append(faults, check_figure(library, {}, source.exercise, source.places.figure.figure,
                                        source.file));
        });
    }
    append(faults, check_ladders(rungs, ids_of(library.exercises()), "exercise"));
    return faults;
}

/// Reads the messages and the texts of every language.
Faults check_languages(const Library& library, const std::vector<std::string>& translations) {
    Faults faults;
    collect(faults, [&] { library.messages("en"); });
    const auto known = ids_of(library.exercises());
    for (const auto& language : library.languages()) {
        collect(faults, [&] { library.messages(language); });
        for (const auto& id : known) {
            collect(faults, [&] { library.translation(id, language); });
        }
    }
    for (const auto& name : translations) {
        const std::string id = name.substr(name.find('/') + 1);
        if (std::ranges::binary_search(known, id)) continue;
        faults.push_back({"exercises/" + name + ".toml", 0, 0, no_such("exercise", id, known)});
    }
    return faults;
}

/// Refuses a language in which nothing is said, neither by hipflow nor by the routine's own
/// exercises.
Faults check_language(const Library& library, const RoutineFile& source) {
    const auto& language = source.routine.language;
    if (!language || is_known_language(*language, bundled_languages())) return {};
    const auto& own = source.routine.inline_exercises;
    if (std::ranges::find(own, *language, &Exercise::language) != own.end()) return {};
    auto words = language_fault(*language, library.spoken_languages());
    if (words.empty()) return {};
    return {{source.file, source.language.line, source.language.column, std::move(words)}};
}

Faults check_routines(const Library& library) {
    Faults faults;
    std::vector<Rung> rungs;
    for (const auto& entry : library.routines()) {
        collect(faults, [&] {
            const RoutineFile& source = library.routine_source(entry.id);
            rungs.push_back(rung_of(source.routine, source.file, source.places, entry.origin));
            append(faults, library.check(source));
        });
    }
    append(faults, check_ladders(rungs, library.routine_ids(), "routine"));
    return faults;
}

}  // namespace

Faults Library::check(const RoutineFile& source) const {
    Faults faults = check_links(*this, source);
    append(faults, check_language(*this, source));
    append(faults, check_steps(*this, source));
    for (std::size_t i = 0; i < source.routine.inline_exercises.size(); ++i) {
        append(faults, check_figure(*this, source.routine, source.routine.inline_exercises[i],
                                    source.inline_exercises.at(i).figure.figure, source.file));
    }
    return tidy(std::move(faults));
}

Faults Library::check(const ExerciseFile& source) const {
    const Rung rung = rung_of(source.exercise, source.file, source.places.ladder, Origin::user);
    Faults faults = check_ladders({rung}, ids_of(exercises()), "exercise");
    append(faults,
           check_figure(*this, {}, source.exercise, source.places.figure.figure, source.file));
    return tidy(std::move(faults));
}

Faults Library::check(const ProgramFile& source) const {
    Faults faults;
    const auto known = routine_ids();
    for (const auto& [id, place] : source.routines) {
        if (std::binary_search(known.begin(), known.end(), id)) continue;
        faults.push_back({source.file, place.line, place.column, no_such("routine", id, known)});
    }
    return tidy(std::move(faults));
}

Faults Library::warnings() const {
    Faults warnings;
    Faults faults;  // check() tells them
    for (const auto& entry : exercises()) {
        if (entry.origin == Origin::bundled) continue;
        collect(faults, [&] { append(warnings, exercise_source(entry.id).warnings); });
    }
    for (const auto& entry : routines()) {
        if (entry.origin == Origin::bundled) continue;
        collect(faults, [&] { append(warnings, routine_source(entry.id).warnings); });
    }
    append(warnings, doubtful_messages());
    return tidy(std::move(warnings));
}

Faults Library::check() const {
    Faults faults = check_exercises(*this);
    append(faults, check_routines(*this));
    append(faults, check_languages(*this, exercise_listing().translations));
    for (const auto& entry : programs()) collect(faults, [&] { program_source(entry.id); });
    for (const auto& language : spoken_languages()) {
        collect(faults, [&] { messages(language); });
        collect(faults, [&] { care(language); });
    }
    for (const auto* listing : {&exercise_listing(), &routine_listing(), &program_listing()}) {
        for (const auto& [id, unusable] : listing->faults) append(faults, unusable);
        append(faults, listing->unlisted);
    }
    return tidy(std::move(faults));
}

}  // namespace hipflow::catalog
