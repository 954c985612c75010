// SPDX-License-Identifier: MIT
#include "guide/restrictions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

#include "catalog/restriction_table.h"
#include "domain/error.h"
#include "terminal/plain_face.h"

namespace hipflow::guide {
namespace {

using Ids = std::vector<std::string>;

const RestrictionTable& table() { return catalog::shipped_restrictions(); }

NamedRestrictions named(std::string_view text) { return named_restrictions(text, table()); }

Ids understood(std::string_view text) {
    const auto answer = named(text);
    EXPECT_EQ(answer.trouble, "") << text;
    EXPECT_TRUE(answer.guesses.empty()) << text;
    return answer.ids;
}

TEST(NamedRestrictions, TakesNumbersHoweverTheyAreSeparated) {
    EXPECT_EQ(understood("2 5"), (Ids{"hip-replacement-posterior", "spine-fracture"}));
    EXPECT_EQ(understood("5,2"), (Ids{"hip-replacement-posterior", "spine-fracture"}));
    EXPECT_EQ(understood(" 17 ;  1 "), (Ids{"hip-surgery", "no-floor"}));
    EXPECT_EQ(understood("6 and 17"), (Ids{"osteoporosis", "no-floor"}));
}

TEST(IdsNamed, TakesWordsTogetherOrEachForItself) {
    EXPECT_EQ(ids_named({"osteoporosis"}, table()), Ids{"osteoporosis"});
    EXPECT_EQ(ids_named({"17", "6"}, table()), (Ids{"osteoporosis", "no-floor"}));
    const auto& two_words = table().restrictions.front().short_name;
    Ids words;
    for (std::size_t at = 0; at < two_words.size();) {
        const auto end = std::min(two_words.find(' ', at), two_words.size());
        words.push_back(two_words.substr(at, end - at));
        at = end + 1;
    }
    EXPECT_EQ(ids_named(words, table()), Ids{table().restrictions.front().id});
}

TEST(IdsNamed, DoesNotGuess) {
    EXPECT_THROW(ids_named({"osteoperosis"}, table()), Error);
    EXPECT_THROW(ids_named({"hip"}, table()), Error);
    EXPECT_THROW(ids_named({"none"}, table()), Error);
}

TEST(NamedRestrictions, TakesEveryNameWholeAndEveryNumber) {
    std::size_t number = 0;
    for (const auto& it : table().restrictions) {
        EXPECT_EQ(understood(it.id), Ids{it.id});
        EXPECT_EQ(understood(it.short_name), Ids{it.id});
        EXPECT_EQ(understood(fmt::format("{}", ++number)), Ids{it.id});
        const bool has_comma = it.name.find(',') != std::string::npos;  // parts the answer
        if (!has_comma) {
            EXPECT_EQ(understood(it.name), Ids{it.id});
        }
    }
}

TEST(NamedRestrictions, TakesBeginningsAndWords) {
    EXPECT_EQ(understood("osteo"), Ids{"osteoporosis"});
    EXPECT_EQ(understood("Osteoporosis"), Ids{"osteoporosis"});
    EXPECT_EQ(understood("floor"), Ids{"no-floor"});
    EXPECT_EQ(understood("no floor"), Ids{"no-floor"});
    EXPECT_EQ(understood("the floor"), Ids{"no-floor"});
    EXPECT_EQ(understood("falls"), Ids{"balance"});
    EXPECT_EQ(understood("numb feet"), Ids{"balance"});
    EXPECT_EQ(understood("knees"), Ids{"knees"});
    EXPECT_EQ(understood("a knee replacement"), Ids{"knee-replacement"});
    EXPECT_EQ(understood("pelvic"), Ids{"pelvic-girdle"});
    EXPECT_EQ(understood("hypermobile"), Ids{"hypermobility"});
    EXPECT_EQ(understood("osteoporosis floor 8"), (Ids{"osteoporosis", "lying-flat", "no-floor"}));
    EXPECT_EQ(understood("I have osteoporosis and a sore shoulder"),
              (Ids{"osteoporosis", "shoulder"}));
}

TEST(NamedRestrictions, KnowsNoneFromNothing) {
    for (const auto* text : {"0", "none", "nothing", "no", " 0 "}) {
        EXPECT_EQ(understood(text), Ids{}) << text;
        EXPECT_TRUE(named(text).none) << text;
    }
    EXPECT_FALSE(named("").none);
    EXPECT_FALSE(named("and").none);
    EXPECT_NE(named("0 3").trouble, "");
    EXPECT_NE(named("none, osteoporosis").trouble, "");
}

TEST(NamedRestrictions, AsksBackWhereSeveralAreMeant) {
    const auto answer = named("hip");
    EXPECT_NE(answer.trouble.find("'hip' may be 1 hip surgery; 2 "), std::string::npos)
        << answer.trouble;
    EXPECT_NE(answer.trouble.find("Which of them?"), std::string::npos);
    EXPECT_TRUE(answer.ids.empty());
    EXPECT_NE(named("leg pain").trouble, "");
    EXPECT_NE(named("knee").trouble, "") << "kneeling, or a new knee";
    EXPECT_EQ(named("osteoporosis, hip").ids, Ids{"osteoporosis"});
    EXPECT_NE(named("osteoporosis, hip").trouble, "");
}

TEST(NamedRestrictions, GuessesAtATypingErrorAndSaysSo) {
    for (const auto* text : {"osteoperosis", "osteoporosi", "pregnant", "wirsts"}) {
        const auto answer = named(text);
        EXPECT_EQ(answer.ids.size(), 1U) << text;
        EXPECT_EQ(answer.trouble, "") << text;
    }
    EXPECT_EQ(named("pregnant").ids, Ids{"pregnancy"});
    EXPECT_EQ(named("osteoperosis").guesses, Ids{"osteoporosis by 'osteoperosis'"});
}

TEST(NamedRestrictions, UnderstandsNothingByHalves) {
    for (const auto* text :
         {"22", "-1 x", "2-99", "x", "2 x", "1.99", "not osteoporosis", "\xff"}) {
        EXPECT_NE(named(text).trouble, "") << text;
    }
}

/// Says what it is asked, and answers with what it was given.
class Scripted final : public terminal::Face {
   public:
    explicit Scripted(std::deque<std::string> answers) : answers_(std::move(answers)) {}
    void say(std::string_view text) override { said += text; }
    std::string ask(const terminal::Question& question) override {
        asked.push_back(question);
        if (answers_.empty()) throw terminal::Interrupted{std::nullopt};
        std::string answer = answers_.front();
        answers_.pop_front();
        return answer;
    }
    std::optional<std::size_t> choose(const terminal::ChoiceList& /*list*/) override {
        return std::nullopt;
    }
    void show(const session::Event& /*event*/, const session::Player& /*player*/) override {}
    void draw(const session::Player& /*player*/, Millis /*now*/) override {}
    std::optional<Millis> next_draw(const session::Player& /*player*/,
                                    Millis /*now*/) const override {
        return std::nullopt;
    }
    terminal::Wake wait(std::optional<std::chrono::nanoseconds> /*patience*/) override {
        return terminal::TimeIsUp{};
    }
    void stop() override {}
    void continued() override {}

    std::string said;
    std::vector<terminal::Question> asked;

   private:
    std::deque<std::string> answers_;
};

TEST(AskRestrictions, SaysBackWhatWasUnderstoodBeforeItCounts) {
    Scripted face({"osteoporosis, 17", ""});
    EXPECT_EQ(ask_restrictions(face, table(), {}), (Ids{"osteoporosis", "no-floor"}));
    EXPECT_EQ(face.asked.back().text, "Noted: osteoporosis; the floor.");
}

TEST(AskRestrictions, CanBeCorrected) {
    Scripted face({"6", "c", "7", ""});
    EXPECT_EQ(ask_restrictions(face, table(), {}), Ids{"pregnancy"});
    const Ids pregnancy = {"pregnancy"};
    Scripted none({"0", "c", "floor", ""});
    EXPECT_EQ(ask_restrictions(none, table(), pregnancy), Ids{"no-floor"});
    EXPECT_EQ(none.asked[1].text, "Nothing is left out.");
}

TEST(AskRestrictions, TakesNoneAtOnceWhereThereWereNone) {
    Scripted face({"0"});
    EXPECT_EQ(ask_restrictions(face, table(), {}), Ids{});
    EXPECT_EQ(face.asked.size(), 1U);
}

TEST(AskRestrictions, ShowsTheListAgainAfterAnAnswerThatWasNotUnderstood) {
    Scripted face({"lava", "99", "hip", "0", ""});
    EXPECT_EQ(ask_restrictions(face, table(), {}), Ids{});
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(face.asked[i].options.size(), table().restrictions.size()) << i;
        EXPECT_NE(face.asked[i].text.find("Which of these apply to you?"), std::string::npos) << i;
    }
    EXPECT_EQ(face.asked[1].text.find("'lava' is none of these."), 0U) << face.asked[1].text;
}

TEST(AskRestrictions, AsksWhetherAGuessWasMeant) {
    Scripted face({"osteoperosis", ""});
    EXPECT_EQ(ask_restrictions(face, table(), {}), Ids{"osteoporosis"});
    EXPECT_EQ(face.asked.back().text,
              "Did you mean osteoporosis by 'osteoperosis'?\nNoted: osteoporosis.");
}

TEST(AskRestrictions, IsLeftOpenByEnterAlone) {
    Scripted face({""});
    EXPECT_FALSE(ask_restrictions(face, table(), {}));
}

}  // namespace
}  // namespace hipflow::guide
