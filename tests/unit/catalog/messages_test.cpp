// SPDX-License-Identifier: MIT
#include "catalog/messages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "catalog/library.h"
#include "support/english.h"
#include "support/scratch_folder.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

/// A table of German messages has one fault, with these words in it.
void expect_fault(std::string_view text, std::string_view words) {
    std::vector<Diagnostic> faults;
    parse_messages(text, "de", "de.toml", faults);
    ASSERT_EQ(faults.size(), 1U) << text;
    const std::string line = faults.front().text();
    EXPECT_NE(line.find(words), std::string::npos) << line;
}

/// Names in braces, by which two languages can be compared.
std::set<std::string> names_in(std::string_view text) {
    std::set<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos;
         open = text.find('{', open + 1)) {
        const auto name = text.substr(open, text.find('}', open) - open + 1);
        // The two forms of a side are words of the language.
        names.emplace(name.find('|') == std::string_view::npos ? name : "{|}");
    }
    return names;
}

TEST(Messages, EnglishAndGermanHaveEveryMessage) {
    const Library library({});
    EXPECT_EQ(lacking(library.messages("en")), std::vector<std::string>{});
    EXPECT_EQ(lacking(library.messages("de")), std::vector<std::string>{});
}

TEST(Messages, GermanGivesTheSameNumbersAndNamesAsEnglish) {
    const Library library({});
    const auto english = library.messages("en");
    const auto german = library.messages("de");
    for (std::size_t i = 0; i < english.by_key.size(); ++i) {
        // Either names the side by itself, or with the part of the body.
        const auto of_side = {"{part}", "{side}", "{Side}"};
        auto wanted = names_in(english.by_key.at(i).other);
        auto given = names_in(german.by_key.at(i).other);
        for (const std::string name : of_side) {
            wanted.erase(name);
            given.erase(name);
        }
        EXPECT_EQ(given, wanted) << words<Say>[i];
    }
}

TEST(Messages, HaveFormsForNumbers) {
    const auto book = support::english();
    EXPECT_EQ(book->say(Say::times, {.n = 6}).text, "6 times.");
    EXPECT_EQ(book->say(Say::times, {.n = 1}).text, "Once.");
    EXPECT_EQ(book->say(Say::now_hold, {.time = 1s}).text, "Hold for one second.");
    EXPECT_EQ(book->say(Say::now_hold, {.time = 90s}).text, "Hold for one minute 30.");
    EXPECT_EQ(support::german()->say(Say::now_times, {.n = 1}).text, "Jetzt einmal.");
    EXPECT_EQ(support::german()->say(Say::times, {.n = 6}).text, "6 Mal.");
}

TEST(Messages, NameTheSideAndItsPart) {
    const MessageValues left_arm{.side = Side::left, .part = Part::arm};
    EXPECT_EQ(support::english()->say(Say::side_first, left_arm).text, "Left arm first.");
    EXPECT_EQ(support::german()->say(Say::side_first, left_arm).text, "Zuerst der linke Arm.");
    EXPECT_EQ(support::german()->say(Say::on_side, left_arm).text, "Jetzt der linke Arm.");
}

TEST(Messages, RefuseWhatTheyDoNotKnow) {
    expect_fault("language = \"de\"\nnecst = \"Weiter.\"\n", "de.toml:2:1: unknown key 'necst'");
    expect_fault("language = \"de\"\nnecst = \"Weiter.\"\n", "Did you mean 'next'?");
    expect_fault("language = \"fr\"\n", "'language' is \"fr\", expected \"de\"");
    expect_fault("language = \"de\"\nnext = \"Jetzt: {nam}.\"\n",
                 "de.toml:2:8: 'next' has '{nam}', expected {name}");
    expect_fault("language = \"de\"\npaused = \"Pause {n}.\"\n", "expected no names in braces");
    expect_fault("language = \"de\"\nturn = \"Nach {links|rechts.\"\n", "without a '}'");
    expect_fault("language = \"de\"\nside = [\"links\"]\n", "'side' has 1, expected two");
    expect_fault("language = \"de\"\ntimes = { one = \"Einmal.\" }\n", "'other' is missing");
    expect_fault("language = \"de\"\npaused = \"-v\"\n", "begins with '-'");
    expect_fault("language = \"de\"\npart = { leg = 3 }\n", "'leg' is no text");
}

TEST(Messages, OfTheUserStandOverTheBundledOnes) {
    const support::ScratchFolder folder;
    folder.write("messages/de.toml", "language = \"de\"\npaused = \"Halt.\"\n");
    const Library library(folder.path());
    const auto book = library.phrases("de");
    EXPECT_EQ(book->say(Say::paused), (Phrase{"Halt.", "de"}));
    EXPECT_EQ(book->say(Say::skipped), (Phrase{"Übersprungen.", "de"}));
    EXPECT_EQ(library.phrases("en")->say(Say::paused), (Phrase{"Paused.", "en"}));
}

TEST(Messages, OfAnotherLanguageFallBackToEnglish) {
    const support::ScratchFolder folder;
    folder.write("messages/fr.toml", "language = \"fr\"\npaused = \"Pause.\"\n");
    const auto book = Library(folder.path()).phrases("fr-be");
    EXPECT_EQ(book->language(), "fr");
    EXPECT_EQ(book->say(Say::paused), (Phrase{"Pause.", "fr"}));
    EXPECT_EQ(book->say(Say::skipped), (Phrase{"Skipped.", "en"}));
    EXPECT_EQ(book->place({"Le pied {side}.", "fr"}, Side::left).text, "Le pied left.");
}

TEST(Messages, OfTheUserWithFaultsAreLeftOutAndToldByTheCheck) {
    const support::ScratchFolder folder;
    folder.write("messages/de.toml", "language = \"de\"\npausd = \"Halt.\"\n");
    const Library library(folder.path());
    EXPECT_EQ(library.phrases("de")->say(Say::paused), (Phrase{"Pause.", "de"}));
    const auto faults = library.check();
    EXPECT_TRUE(std::ranges::any_of(faults, [](const Diagnostic& fault) {
        return fault.text().find("de.toml:2:1: unknown key") != std::string::npos;
    }));
}

/// What is doubtful about a table of the user's.
std::vector<std::string> doubts(std::string_view language, const std::string& lines) {
    const support::ScratchFolder folder;
    folder.write("messages/" + std::string(language) + ".toml",
                 "language = \"" + std::string(language) + "\"\n" + lines);
    std::vector<std::string> texts;
    for (const auto& doubt : Library(folder.path()).warnings()) {
        const std::string text = doubt.text();
        texts.push_back(text.substr(text.find("messages/")));
    }
    return texts;
}

TEST(Messages, OfTheUserAreDoubtfulWithoutTheNamesThatTellWhatIsMeant) {
    using Texts = std::vector<std::string>;
    EXPECT_EQ(doubts("en", "next = \"The next one.\"\n"),
              Texts{"messages/en.toml:2:8: 'next' leaves out {name}, so nobody hears it; put "
                    "{name} into it"});
    EXPECT_EQ(doubts("en", "change = \"Now the {part}.\"\n"),
              Texts{"messages/en.toml:2:10: 'change' does not say which side; put {side} or {left "
                    "form|right form} into it"});
    EXPECT_EQ(doubts("de", "times = { one = \"Einmal.\", other = \"Ein paar Mal.\" }\n"),
              Texts{"messages/de.toml:2:36: 'times' leaves out {n}, so nobody hears it; put {n} "
                    "into it"});
    EXPECT_EQ(doubts("de", "hold_sets = \"{sets} Mal.\"\n").size(), 1U);
}

TEST(Messages, OfTheUserAreWellWhereTheySayTheSameInOtherWords) {
    const std::vector<std::string> none;
    EXPECT_EQ(doubts("de", "change = \"Jetzt {part}.\"\n"), none);
    EXPECT_EQ(doubts("fr", "change = \"Maintenant {la gauche|la droite}.\"\n"), none);
    EXPECT_EQ(doubts("en", "opening = \"Let us begin.\"\npaused = \"Halt.\"\n"), none);
    EXPECT_EQ(doubts("en", "times = { one = \"Just once.\", other = \"{n} times.\" }\n"), none);
    EXPECT_EQ(doubts("en", "turn = \"Turn round.\"\n"), none);
}

TEST(Messages, ThatComeWithTheProgramLeaveNothingOut) {
    for (const auto& file : bundled_messages()) {
        std::vector<Diagnostic> faults;
        const auto messages = parse_messages(file.text, file.id, "f", faults);
        ASSERT_TRUE(messages) << file.id;
        for (const auto& doubt : message_doubts(file.text, "f", *messages)) {
            ADD_FAILURE() << file.id << ": " << doubt.text();
        }
    }
}

TEST(Messages, OfAVariantAreThoseOfItsLanguage) {
    EXPECT_EQ(text_language("en-gb"), "en");
    EXPECT_EQ(text_language("de"), "de");
    EXPECT_EQ(text_language("../de"), "en");
    EXPECT_EQ(text_language(""), "en");
}

}  // namespace
}  // namespace hipflow::catalog
