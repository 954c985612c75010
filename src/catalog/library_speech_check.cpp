// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "catalog/library.h"
#include "catalog/speech_check.h"
#include "catalog/step_check.h"
#include "domain/dose.h"

namespace hipflow::catalog {
namespace {

/// Sorts remarks about one file.
void sort_into(SpeechFindings& findings, const std::string& file,
               const std::vector<SpeechRemark>& remarks) {
    for (const auto& [place, message, notice] : remarks) {
        auto& list = notice ? findings.notices : findings.faults;
        list.push_back({file, place.line, place.column, message});
    }
}

/// Holds the words of one exercise against the rules, those that are spoken and those of its
/// figure.
void check_exercise_words(SpeechFindings& findings, const Exercise& exercise,
                          const ExercisePlaces& places, const std::string& file,
                          const HeardAs& heard) {
    sort_into(findings, file, check_speech(exercise, places.speech, heard));
    sort_into(findings, file, check_figure_words(exercise, places.figure.text, heard));
}

/// The spoken names of a routine's exercises, each once.
std::vector<std::string> spoken_names(const Library& library, const Routine& routine) {
    std::vector<std::string> names;
    std::vector<std::string> ids;
    for (const auto& step : routine.steps) {
        if (std::ranges::find(ids, step.exercise) != ids.end()) continue;
        ids.push_back(step.exercise);
        names.push_back(library.exercise_of(routine, step.exercise).say);
    }
    return names;
}

}  // namespace

SpeechFindings Library::check_speech(const ExerciseFile& source, int rate) const {
    SpeechFindings findings;
    const Lengths length = estimated_lengths(rate);
    const auto book = phrases(source.exercise.language);
    check_exercise_words(findings, source.exercise, source.places, source.file, {length, *book});
    for (const auto& language : languages()) {
        const auto words = translation(source.exercise.id, language);
        if (!words) continue;
        const auto its_book = phrases(language);
        sort_into(findings, words->file,
                  check_translation(source.exercise, words->translation, words->places,
                                    {length, *its_book}));
    }
    return findings;
}

SpeechFindings Library::check_speech(const RoutineFile& source, int rate) const {
    SpeechFindings findings;
    const Lengths length = estimated_lengths(rate);
    const Routine& routine = source.routine;
    for (std::size_t i = 0; i < routine.inline_exercises.size(); ++i) {
        const Exercise& exercise = routine.inline_exercises[i];
        const auto book = phrases(exercise.language);
        check_exercise_words(findings, exercise, source.inline_exercises.at(i), source.file,
                             {length, *book});
    }
    for (std::size_t i = 0; i < routine.steps.size(); ++i) {
        const Step& step = routine.steps[i];
        const Place at = source.steps.at(i).step;
        for (auto& words : long_phases(step, routine.language.value_or("en"), length)) {
            findings.faults.push_back({source.file, at.line, at.column, std::move(words)});
        }
        const bool own_pace = step.dose.pace.has_value();
        if (!own_pace || !has_exercise(routine, step.exercise)) continue;
        const Exercise& exercise = exercise_of(routine, step.exercise);
        auto words = pace_fault(merged(step.dose, exercise.dose), with_phases_of(step, exercise));
        if (words.empty()) continue;
        const Place place = source.steps.at(i).pace;
        findings.faults.push_back({source.file, place.line, place.column, std::move(words)});
    }
    for (const auto& [one, other] : names_too_close(spoken_names(*this, routine))) {
        findings.notices.push_back(
            {source.file, 0, 0,
             fmt::format(R"("{}" and "{}" are easily mixed up by ear)", one, other)});
    }
    return findings;
}

}  // namespace hipflow::catalog
