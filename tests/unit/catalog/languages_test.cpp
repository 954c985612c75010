// SPDX-License-Identifier: MIT
#include "catalog/languages.h"

#include <gtest/gtest.h>

#include "catalog/library.h"
#include "catalog/settings.h"
#include "support/scratch_folder.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

const std::vector<std::string> shipped = {"de", "en"};

/// The faults of a configuration with this language.
Lines faults_of(const std::string& language, const Languages& languages = bundled_languages) {
    std::vector<Diagnostic> faults;
    parse_settings("format = 1\n[session]\nlanguage = \"" + language + "\"\n", "f", faults,
                   languages);
    return texts_of(faults);
}

/// The faults of a routine file with this language, in a library with the files of a folder.
Lines faults_of_routine(const support::ScratchFolder& folder, const std::string& language,
                        const std::string& more = "") {
    const Library library(folder.path());
    auto source = library.read_routine("format = 1\nname = \"Mine\"\nlanguage = \"" + language +
                                           "\"\n[[step]]\nexercise = \"childs-pose\"\n" + more,
                                       "mine", "f");
    return texts_of(library.check(source));
}

TEST(Languages, AreKnownWithTheirVariants) {
    EXPECT_EQ(bundled_languages(), shipped);
    EXPECT_EQ(Library({}).spoken_languages(), shipped);
    EXPECT_TRUE(is_known_language("en-gb", shipped));
    EXPECT_TRUE(is_known_language("de", shipped));
    EXPECT_FALSE(is_known_language("fr", shipped));
    EXPECT_FALSE(is_known_language("deutsch", shipped));
    EXPECT_FALSE(is_known_language("", shipped));
}

TEST(Languages, AreHintedAtByWhatPeopleWrite) {
    for (const auto* meant : {"german", "German", "deutsch", "DE", "de_AT", "de.UTF-8", "dee"}) {
        EXPECT_EQ(language_hint(meant, shipped), " Did you mean 'de'?") << meant;
    }
    EXPECT_EQ(language_hint("English (GB)", shipped), " Did you mean 'en'?");
    EXPECT_EQ(language_hint("fr", shipped), "");
    EXPECT_EQ(language_hint("german", std::vector<std::string>{"en"}), "");
}

TEST(Languages, OfTheSettingsAreRefusedIfNothingIsSaidInThem) {
    EXPECT_EQ(faults_of("german"),
              Lines{"f:3:12: 'language' is \"german\", expected \"de\", \"en\", or a language of "
                    "your own that has a file such as messages/fr.toml in the configuration "
                    "folder. Did you mean 'de'?"});
    EXPECT_EQ(faults_of("fr").size(), 1U);
    EXPECT_EQ(faults_of("en-gb"), Lines{});
    EXPECT_EQ(faults_of("de"), Lines{});
    const auto with_french = [] { return std::vector<std::string>{"de", "en", "fr"}; };
    EXPECT_EQ(faults_of("fr", with_french), Lines{});
    EXPECT_EQ(faults_of("fr-ca", with_french), Lines{});
}

TEST(Languages, OfARoutineAreRefusedIfNothingIsSaidInThem) {
    const support::ScratchFolder folder;
    const Lines faults = faults_of_routine(folder, "fr");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_TRUE(faults.front().starts_with("f:3:12: 'language' is \"fr\", expected \"de\", "))
        << faults.front();
    EXPECT_EQ(faults_of_routine(folder, "de"), Lines{});
    folder.write("messages/fr.toml", "language = \"fr\"\npaused = \"Pause.\"\n");
    EXPECT_EQ(faults_of_routine(folder, "fr"), Lines{});
}

// Its exercises are said in it, and the check lists the messages that are said in English.
TEST(Languages, OfARoutineMayBeThoseOfItsOwnExercises) {
    const support::ScratchFolder folder;
    const std::string own =
        "[exercise.assis]\nname = \"Assis\"\nlevel = 1\nposition = \"chair\"\nsides = \"both\"\n"
        "start = \"Assieds-toi.\"\ndo = [\"Tourne.\"]\ndose = { reps = 8, pace = \"5s\" }\n";
    EXPECT_EQ(faults_of_routine(folder, "fr", own), Lines{});
    EXPECT_EQ(faults_of_routine(folder, "fr", own + "language = \"en\"\n").size(), 1U);
}

}  // namespace
}  // namespace hipflow::catalog
