// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catalog/library.h"

namespace hipflow::catalog {
namespace {

using Texts = std::vector<std::string>;

std::vector<Exercise> all_exercises() {
    const Library library("");
    std::vector<Exercise> exercises;
    for (const auto& entry : library.exercises()) exercises.push_back(library.exercise(entry.id));
    return exercises;
}

/// All that is said and shown of the movement, with the words of the left side.
Texts texts_of_movement(const Exercise& exercise) {
    Texts texts = movement_texts(exercise);
    texts.insert(texts.end(), exercise.cues.begin(), exercise.cues.end());
    texts.insert(texts.end(), exercise.finish.begin(), exercise.finish.end());
    texts.insert(texts.end(), {exercise.feel, exercise.brief, joined(exercise.start)});
    return texts;
}

Texts every_text(const Exercise& exercise) {
    Texts texts = texts_of_movement(exercise);
    texts.insert(texts.end(), exercise.avoid.begin(), exercise.avoid.end());
    texts.insert(texts.end(), {exercise.name, exercise.say});
    return texts;
}

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

bool has_any(const std::string& text, const std::vector<std::string_view>& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](auto part) { return has(text, part); });
}

/// Tells whether a word of the text begins like this: "treat" is in "treats", not in "retreat".
bool has_word(const std::string& text, std::string_view beginning) {
    for (auto at = text.find(beginning); at != std::string::npos;
         at = text.find(beginning, at + 1)) {
        const bool inside = at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z';
        if (!inside) return true;
    }
    return false;
}

TEST(ShippedTexts, SayEverythingAboutEveryExercise) {
    const auto exercises = all_exercises();
    EXPECT_GE(exercises.size(), 40U);
    for (const auto& e : exercises) {
        SCOPED_TRACE(e.id);
        EXPECT_FALSE(e.target.empty());
        EXPECT_FALSE(movement_texts(e).empty());
        EXPECT_FALSE(e.brief.empty());
        EXPECT_EQ(e.phases.empty(), !e.dose.reps.has_value() || e.dose.hold.has_value());
        EXPECT_GE(e.cues.size(), 3U);
        EXPECT_GE(e.avoid.size(), 2U);
        EXPECT_FALSE(e.feel.empty());
        EXPECT_FALSE(e.source.empty());
        EXPECT_TRUE(e.risks);
    }
}

TEST(ShippedTexts, AreToldApartByEar) {
    std::set<std::string> names;
    for (const auto& e : all_exercises()) {
        EXPECT_TRUE(names.insert(lower(e.say)).second) << e.say;
    }
}

TEST(ShippedTexts, SayWhatToDoInsteadInEveryAvoid) {
    for (const auto& e : all_exercises()) {
        for (const auto& text : e.avoid) EXPECT_TRUE(has(text, ": ")) << e.id << ": " << text;
    }
}

// Nothing that frightens, diagnoses or promises (docs/design/care.md, "Words about pain").
TEST(ShippedTexts, HaveNoneOfTheBannedWords) {
    const std::vector<std::string_view> banned = {
        "damage", "slipped",  "unstable", "cure",     "treat",     "prescri", "releas",
        "safe",   "realign",  "heal",     "fix",      "degenerat", "worn",    "arthritis",
        "injure", "guarante", "dose",     "sciatica", "syndrome",  "nerve"};
    const auto check = [&](const std::string& where, const std::string& text) {
        for (const auto word : banned) {
            EXPECT_FALSE(has_word(lower(text), word))
                << where << " says '" << word << "': " << text;
        }
    };
    for (const auto& e : all_exercises()) {
        for (const auto& text : every_text(e)) check(e.id, text);
    }
    const Library library("");
    for (const auto& entry : library.routines()) {
        const Routine& routine = library.routine(entry.id);
        check(routine.id, routine.name);
        check(routine.id, routine.summary);
    }
}

// With the knee bent and the foot in the air the shin is the pointer: the foot swings away from the
// middle where the thigh turns in, and towards it where the thigh turns out.
TEST(ShippedTexts, SwingTheFootOutFirstAndThenIn) {
    const Library library("");
    const std::vector<std::string_view> away = {"out to the side", "apart"};
    const std::vector<std::string_view> towards = {" in,", "cross"};
    for (const auto* id :
         {"hip-rotation-seated", "prone-hip-rotation", "prone-hip-rotation-one-leg"}) {
        const auto texts = movement_texts(library.exercise(id));
        ASSERT_EQ(texts.size(), 4U) << id;
        EXPECT_TRUE(has_any(texts[0], away)) << texts[0];
        EXPECT_FALSE(has_any(texts[0], towards)) << texts[0];
        EXPECT_TRUE(has_any(texts[2], towards)) << texts[2];
        EXPECT_FALSE(has_any(texts[2], away)) << texts[2];
    }
}

// Feet on the floor, the knee is the pointer: it falls out where the thigh turns out.
TEST(ShippedTexts, AimTheClamsAndTheFalloutAtTheRightRotation) {
    const Library library("");
    const auto aims_at = [&](std::string_view id) { return library.exercise(id).target.front(); };
    EXPECT_EQ(aims_at("bent-knee-fallout"), "outward rotation");
    EXPECT_EQ(aims_at("clamshell"), "outward rotation");
    EXPECT_EQ(aims_at("clamshell-band"), "outward rotation");
    EXPECT_EQ(aims_at("clamshell-reverse"), "inward rotation");
    const auto tags = library.exercise("clamshell-reverse").risks.value();
    EXPECT_NE(std::find(tags.begin(), tags.end(), "hip-ir-end"), tags.end());
}

}  // namespace
}  // namespace hipflow::catalog
