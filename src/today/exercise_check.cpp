// SPDX-License-Identifier: MIT
#include "today/exercise_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "catalog/figure_check.h"
#include "catalog/speech_check.h"
#include "domain/speech.h"

namespace hipflow::today {
namespace {

bool is_bundled(const catalog::Library& library, const std::string& id) {
    const auto& entries = library.exercises();
    const auto entry = std::ranges::find(entries, id, &catalog::LibraryEntry::id);
    return entry != entries.end() && entry->origin == catalog::Origin::bundled;
}

/// Returns what is doubtful about the figure of a bundled exercise.
std::vector<Diagnostic> doubts(const catalog::ExerciseFile& source) {
    const auto& figure = source.exercise.figure;
    if (!figure) return {};
    return catalog::figure_warnings(source.exercise, *figure, source.places.figure, source.file);
}

/// Adds what there is to say about its words. Those of a bundled file have to be right.
void add_speech(const catalog::Library& library, const Settings& settings,
                const catalog::ExerciseFile& source, bool bundled, CheckedExercise& checked) {
    auto findings = library.check_speech(source, bundled ? usual_rate : settings.rate);
    std::ranges::move(findings.faults,
                      std::back_inserter(bundled ? checked.faults : checked.warnings));
    std::ranges::move(findings.notices, std::back_inserter(checked.warnings));
    const std::string language = catalog::text_language(settings.language);
    for (auto& words : lacking_texts(library, source.exercise, language)) {
        checked.warnings.push_back({source.file, 0, 0, std::move(words)});
    }
}

}  // namespace

std::vector<std::string> lacking_texts(const catalog::Library& library, const Exercise& exercise,
                                       const std::string& language) {
    if (language == "en" || exercise.language == language) return {};
    const auto words = library.translation(exercise.id, language);
    if (!words) {
        return {fmt::format("'{}' has no texts in the language '{}'; it is spoken in '{}'",
                            exercise.id, language, exercise.language)};
    }
    const auto keys = catalog::lacking(exercise, words->translation);
    if (keys.empty()) return {};
    return {fmt::format("{} lacks {}", words->file, fmt::join(keys, ", "))};
}

CheckedExercise check_exercise(const catalog::Library& library, const Settings& settings,
                               const std::string& name) {
    CheckedExercise checked{name, {}, {}};
    const bool is_file = name.ends_with(".toml") || name.find('/') != std::string::npos;
    const bool bundled = !is_file && is_bundled(library, name);
    try {
        const catalog::ExerciseFile source =
            is_file ? library.open_exercise(name) : library.exercise_source(name);
        checked.faults = library.check(source);
        checked.warnings = source.warnings;
        if (bundled) std::ranges::move(doubts(source), std::back_inserter(checked.faults));
        add_speech(library, settings, source, bundled, checked);
    } catch (const FileError& error) {
        checked.faults = error.faults();
    }
    return checked;
}

}  // namespace hipflow::today
