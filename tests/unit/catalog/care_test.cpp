// SPDX-License-Identifier: MIT
#include "catalog/care.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "catalog/bundled.h"
#include "catalog/library.h"
#include "domain/messages.h"
#include "support/english.h"
#include "unit/store/samples.h"

namespace hipflow::catalog {
namespace {

std::vector<Diagnostic> faults_of(const std::string& lines) {
    std::vector<Diagnostic> faults;
    parse_care("language = \"fr\"\n" + lines, "fr", "fr.toml", faults);
    return faults;
}

std::vector<std::string> all_sentences(const CareWords& words) {
    std::vector<std::string> all;
    for (const auto& entries : words.by_key) all.insert(all.end(), entries.begin(), entries.end());
    return all;
}

TEST(Care, IsWholeInEveryBundledLanguage) {
    for (const auto& file : bundled_care()) {
        const CareWords words = read_care({}, file.id);
        EXPECT_EQ(lacking(words), std::vector<std::string>{}) << file.id;
        EXPECT_EQ(words.language, file.id);
    }
    EXPECT_EQ(bundled_care().size(), bundled_messages().size());
}

TEST(Care, IsInAnotherLanguageInEachSentence) {
    const CareWords& german = support::german_care();
    std::size_t same = 0;
    for (std::size_t i = 0; i < german.by_key.size(); ++i) {
        if (german.by_key.at(i) == support::english_care().by_key.at(i)) ++same;
    }
    EXPECT_EQ(same, 1U) << "\"Enter {pain}\" alone is the same";
}

TEST(Care, StandsInTheOrderOfItsKeys) {
    for (const auto& file : bundled_care()) {
        std::size_t at = 0;
        for (const auto key : hipflow::words<Care>) {
            const auto next = file.text.find('\n' + std::string(key) + " = ", at);
            ASSERT_NE(next, std::string_view::npos) << key;
            at = next;
        }
    }
}

// Describe, do not diagnose; no promise; no number that is right in one country only.
TEST(Care, NeitherDiagnosesNorPromisesNorNamesANumber) {
    const std::regex frightening(
        R"(\b(safe|safely|sicher|guarantee|garantier|promis|versprech|cure|heal|heilt|heilung|harmless|harmlos|)"
        R"(arthritis|arthrose|sciatica|ischias|hernia|bandscheib|slipped|disc|damage|schaden|torn|gerissen|)"
        R"(degenerat|inflammation|entzündung|diagnos|should not worry|keine sorge|you have a|du hast eine )\w*)",
        std::regex::icase);
    const std::regex number(R"([0-9]{3})");
    for (const CareWords* words : {&support::english_care(), &support::german_care()}) {
        for (std::string sentence : all_sentences(*words)) {
            constexpr std::string_view command = "'hipflow safety'";
            if (const auto at = sentence.find(command); at != std::string::npos)
                sentence.erase(at, command.size());
            std::smatch found;
            EXPECT_FALSE(std::regex_search(sentence, found, frightening))
                << found.str() << ": " << sentence;
            EXPECT_FALSE(std::regex_search(sentence, number)) << sentence;
        }
    }
}

TEST(Care, RefusesWhatWouldBeMisunderstood) {
    const auto fault = [](const std::string& lines) {
        const auto faults = faults_of(lines);
        return faults.empty() ? std::string() : faults.front().text();
    };
    EXPECT_EQ(fault("about = \"Bonjour.\""), "");
    EXPECT_NE(fault("about = \"{name}.\"").find("has '{name}', expected no names"),
              std::string::npos);
    EXPECT_NE(fault("help = \"Appelez.\"").find("leaves out {number}"), std::string::npos);
    EXPECT_NE(fault("yes_no = [\"o oui\", \"n non\"]").find("expected \"y \""), std::string::npos);
    EXPECT_NE(fault("yes_no = [\"y oui\"]").find("has 1 texts, expected 2"), std::string::npos);
    EXPECT_NE(fault("now_signs = []").find("at least one"), std::string::npos);
    EXPECT_NE(fault("go_on = \"continuer\"").find("expected \"Enter \""), std::string::npos);
    EXPECT_NE(fault("easier = \"e " + std::string(60, 'x') + "\"").find("at most 53"),
              std::string::npos);
    EXPECT_NE(fault("aboot = \"x\"").find("unknown key"), std::string::npos);
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(parse_care("language = \"en\"\n", "fr", "fr.toml", faults));
}

TEST(Care, OfTheUserStandsAboveEnglishAndIsLeftOutWithFaults) {
    const store::samples::TempFolder folder;
    std::filesystem::create_directories(folder.path() / "care");
    const auto write = [&](const std::string& text) {
        std::ofstream(folder.path() / "care" / "fr.toml") << text;
    };
    write("language = \"fr\"\nask_side = \"De quel côté ?\"\n");
    const CareWords words = care_words(folder.path(), "fr-ca");
    EXPECT_EQ(words.say(Care::ask_side), "De quel côté ?");
    EXPECT_EQ(words.say(Care::about), support::english_care().say(Care::about));
    EXPECT_EQ(lacking(read_care(folder.path(), "fr")).size(), words.by_key.size() - 1);
    const Library library(folder.path());
    EXPECT_EQ(library.languages(), (std::vector<std::string>{"de", "fr"}));
    const auto faults = [&] {
        return std::ranges::count_if(library.check(), [](const Diagnostic& fault) {
            return fault.file.ends_with("care/fr.toml");
        });
    };
    EXPECT_EQ(faults(), 0);
    write("language = \"fr\"\nask_side = 3\n");
    EXPECT_EQ(care_words(folder.path(), "fr").say(Care::ask_side), "Which side?");
    EXPECT_EQ(faults(), 1);
}

TEST(CareWords, PutValuesIntoASentenceOnce) {
    CareWords words;
    words.list(Care::pain_compared) = {"{score} and {usual} of {score}"};
    EXPECT_EQ(words.say(Care::pain_compared, {{"score", "{usual}"}, {"usual", "2"}}),
              "{usual} and 2 of {usual}");
    EXPECT_EQ(words.say(Care::about), "");
}

}  // namespace
}  // namespace hipflow::catalog
