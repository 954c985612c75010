// SPDX-License-Identifier: MIT
#include "today/routine_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "catalog/bundled.h"
#include "catalog/care.h"
#include "catalog/messages.h"
#include "catalog/step_check.h"
#include "coach/allowed.h"
#include "coach/prescribe.h"
#include "today/agreements.h"
#include "today/exercise_check.h"
#include "today/hearing.h"
#include "today/routine_source.h"
#include "today/speech_share.h"

namespace hipflow::today {
namespace {

/// The result of the build for a bundled routine: it checks them all, and fails at a fault.
CheckedRoutine checked_by_the_build(const catalog::RoutineDigest& digest) {
    return {std::string(digest.id),
            {},
            static_cast<std::size_t>(digest.steps),
            Millis(digest.total_ms),
            {}};
}

const catalog::LibraryEntry* entry_with(const std::vector<catalog::LibraryEntry>& entries,
                                        const std::string& file) {
    const auto found = std::ranges::find(entries, file, &catalog::LibraryEntry::file);
    return found == entries.end() ? nullptr : &*found;
}

/// Warns of what the file puts in the place of something with the same id.
std::vector<std::string> shadowing_words(const catalog::Library& library,
                                         const catalog::RoutineFile& source) {
    std::vector<std::string> warnings;
    const catalog::LibraryEntry* entry = entry_with(library.routines(), source.file);
    if (entry != nullptr && entry->overrides_bundled) {
        warnings.emplace_back("it takes the place of the bundled routine with the same id");
    }
    for (const auto& own : source.routine.inline_exercises) {
        const auto same =
            std::ranges::find(library.exercises(), own.id, &catalog::LibraryEntry::id);
        if (same == library.exercises().end()) continue;
        warnings.push_back(fmt::format(
            "[exercise.{}] takes the place of {} exercise with the same id, here and in the "
            "history; rename it if it is another movement",
            own.id, same->origin == catalog::Origin::bundled ? "the bundled" : "your own"));
    }
    return warnings;
}

/// Warns of drills that another routine of the user's has as well, and that are not the same there.
std::vector<std::string> double_words(const catalog::Library& library,
                                      const catalog::RoutineFile& source) {
    std::vector<std::string> warnings;
    const auto compare = [&](const catalog::RoutineFile& other) {
        for (const auto& own : source.routine.inline_exercises) {
            const auto& drills = other.routine.inline_exercises;
            const auto same = std::ranges::find(drills, own.id, &Exercise::id);
            if (same == drills.end() || *same == own) continue;
            warnings.push_back(fmt::format(
                "[exercise.{}] is another movement in your routine '{}', and both are one "
                "wherever that id is named: in the history, and in what is avoided; rename it",
                own.id, other.routine.id));
        }
    };
    for (const auto& entry : library.routines()) {
        if (entry.origin != catalog::Origin::user || entry.file == source.file) continue;
        try {
            compare(library.routine_source(entry.id));
        } catch (const FileError&) {
            continue;  // told where that one is checked
        }
    }
    return warnings;
}

/// Warns of earlier ids that mean another routine as well.
std::vector<std::string> former_words(const catalog::Library& library, const Routine& routine) {
    std::vector<std::string> warnings;
    for (const auto& id : routine.formerly) {
        const auto& all = library.routines();
        if (std::ranges::find(all, id, &catalog::LibraryEntry::id) != all.end()) {
            warnings.push_back(
                fmt::format("'formerly' names '{}', which is a routine of its own; "
                            "what is done under that id stays with it",
                            id));
        } else if (const auto other = library.renamed(id); other && *other != routine.id) {
            warnings.push_back(
                fmt::format("'formerly' names '{}', and so does that of '{}'; only "
                            "one of them is found by it",
                            id, *other));
        }
    }
    return warnings;
}

/// Returns what there is to say about the words of a routine: too long for the ear, a pace that
/// its exercise does not keep, and what its language lacks.
std::vector<std::string> speech_warnings(const catalog::Library& library, const Settings& settings,
                                         const catalog::RoutineFile& source) {
    std::vector<std::string> warnings;
    auto findings = library.check_speech(source, settings.rate);
    std::ranges::move(findings.notices, std::back_inserter(findings.faults));
    warnings.reserve(findings.faults.size());
    for (const auto& fault : findings.faults) warnings.push_back(fault.text());
    const std::string language = language_for(settings, source.routine);
    if (language == "en") return warnings;
    if (const auto keys = catalog::lacking(library.messages(language)); !keys.empty()) {
        warnings.push_back(
            fmt::format("the language '{}' lacks these messages, which are said in "
                        "English: {}",
                        language, fmt::join(keys, ", ")));
    }
    if (const auto keys = catalog::lacking(library.care(language)); !keys.empty()) {
        warnings.push_back(
            fmt::format("the language '{}' lacks these sentences about pain and safety, which are "
                        "in English: {}",
                        language, fmt::join(keys, ", ")));
    }
    std::set<std::string> told;
    for (const auto& step : source.routine.steps) {
        if (!told.insert(step.exercise).second) continue;
        const Exercise& exercise = library.exercise_of(source.routine, step.exercise);
        std::ranges::move(lacking_texts(library, exercise, language), std::back_inserter(warnings));
    }
    return warnings;
}

/// Returns what is doubtful about the figures of a routine: of its own exercises, and of those of
/// the user that it names.
std::vector<Diagnostic> warnings_of(const catalog::Library& library,
                                    const catalog::RoutineFile& source) {
    std::vector<Diagnostic> warnings = source.warnings;
    std::ranges::move(catalog::keys_without_effect(library, source), std::back_inserter(warnings));
    std::set<std::string> told;
    for (const auto& exercise : source.routine.inline_exercises) told.insert(exercise.id);
    for (const auto& step : source.routine.steps) {
        if (!told.insert(step.exercise).second) continue;
        const auto& of_it = library.exercise_source(step.exercise).warnings;
        warnings.insert(warnings.end(), of_it.begin(), of_it.end());
    }
    return warnings;
}

}  // namespace

CheckedRoutine check_routine(const catalog::Library& library, const Settings& settings,
                             const std::string& name, const std::function<Person()>& person) {
    const bool as_built = library.is_as_shipped() && sounds_as_usual(settings);
    const catalog::RoutineDigest* digest = as_built ? catalog::find_digest(name) : nullptr;
    if (digest != nullptr) return checked_by_the_build(*digest);
    CheckedRoutine checked{name, {}, 0, {}, {}};
    try {
        const catalog::RoutineFile source = find_routine(library, name);
        checked.faults = library.check(source);
        if (!checked.faults.empty()) return checked;
        const Prescription prescription = prescription_of(library, settings, source, {});
        checked.steps = steps_once(prescription);
        checked.total = timeline_of(library, settings, source, prescription).total;
        require_length(library, settings, source);
        checked.warnings = shadowing_words(library, source);
        std::ranges::move(double_words(library, source), std::back_inserter(checked.warnings));
        std::ranges::move(former_words(library, source.routine),
                          std::back_inserter(checked.warnings));
        for (const auto& warning : warnings_of(library, source)) {
            checked.warnings.push_back(warning.text());
        }
        std::ranges::move(speech_warnings(library, settings, source),
                          std::back_inserter(checked.warnings));
        std::ranges::move(wordy_levels(library, settings, prescription),
                          std::back_inserter(checked.warnings));
        std::ranges::move(agreements_of(library, source.routine, person),
                          std::back_inserter(checked.warnings));
        const auto firsts = first_rounds_of(prescription.steps);
        for (std::size_t i = 0; i < firsts.size(); ++i) {
            const Exercise& exercise = prescription.steps[i].work.exercise;
            const bool is_new = firsts[i] == i;
            if (is_new && !exercise.risks) {
                checked.warnings.push_back(coach::untagged_words(exercise));
            }
        }
    } catch (const FileError& error) {
        checked.faults = error.faults();
    }
    return checked;
}

std::vector<std::string> all_routines(const catalog::Library& library,
                                      std::vector<Diagnostic>& faults) {
    const bool checked = library.is_as_shipped() && !catalog::bundled_digests().empty();
    if (!checked) faults = library.check();
    std::vector<std::string> names;
    names.reserve(library.routines().size());
    for (const auto& entry : library.routines()) names.push_back(entry.id);
    return names;
}

}  // namespace hipflow::today
