// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "catalog/library.h"
#include "catalog/speech_check.h"
#include "domain/speech.h"

namespace hipflow::catalog {
namespace {

void expect_none(const std::vector<Diagnostic>& findings) {
    for (const auto& finding : findings) ADD_FAILURE() << finding.text();
}

TEST(ShippedSpeech, OfEveryExerciseInEveryLanguageKeepsTheRules) {
    const Library library({});
    for (const auto& entry : library.exercises()) {
        const auto findings = library.check_speech(library.exercise_source(entry.id), usual_rate);
        expect_none(findings.faults);
        expect_none(findings.notices);
    }
}

TEST(ShippedSpeech, OfEveryRoutineKeepsThePacesOfItsExercises) {
    const Library library({});
    for (const auto& entry : library.routines()) {
        const auto findings = library.check_speech(library.routine_source(entry.id), usual_rate);
        expect_none(findings.faults);
        expect_none(findings.notices);
    }
}

TEST(ShippedSpeech, SaysEveryExerciseInGerman) {
    const Library library({});
    ASSERT_EQ(library.languages(), std::vector<std::string>{"de"});
    for (const auto& entry : library.exercises()) {
        const auto words = library.translation(entry.id, "de");
        ASSERT_TRUE(words.has_value()) << entry.id;
        EXPECT_EQ(lacking(library.exercise(entry.id), words->translation),
                  std::vector<std::string>{})
            << entry.id;
    }
}

TEST(ShippedSpeech, ReadsAllThereIsWithoutFault) { expect_none(Library({}).check()); }

}  // namespace
}  // namespace hipflow::catalog
