// SPDX-License-Identifier: MIT
#include "coach/ending.h"

#include <gtest/gtest.h>

#include <set>

#include "coach/safety.h"
#include "support/english.h"
#include "support/scripted_face.h"

namespace hipflow::coach {
namespace {

using support::speaks_of_moving;

PainScore score(long value) { return *PainScore::from(value); }

std::vector<Ending> all_endings() {
    std::vector<Ending> all;
    for (std::size_t i = 0; i < hipflow::words<Ending>.size(); ++i)
        all.push_back(static_cast<Ending>(i));
    return all;
}

void expect_no_moving_where_help_is_needed(const CareWords& words) {
    for (const Ending ending : all_endings()) {
        if (!asks_for_help(ending)) continue;
        EXPECT_FALSE(speaks_of_moving(ending_words(ending, "", words))) << word(ending);
        EXPECT_FALSE(speaks_of_moving(last_words(ending, words))) << word(ending);
        EXPECT_FALSE(last_words(ending, words).empty()) << word(ending);
    }
    for (std::size_t i = 0; i < hipflow::words<Moment>.size(); ++i) {
        EXPECT_FALSE(speaks_of_moving(severe_words(score(9), static_cast<Moment>(i), "", words)));
    }
    EXPECT_FALSE(speaks_of_moving(clearance_words(Day{}, Day{}, words)));
}

TEST(Ending, SaysNothingOfMovingToWhoeverNeedsHelp) {
    expect_no_moving_where_help_is_needed(support::english_care());
    expect_no_moving_where_help_is_needed(support::german_care());
}

TEST(Ending, SpeaksOfWalksOnlyAfterRestAndTheFlareUpDay) {
    const CareWords& words = support::english_care();
    std::set<Ending> walking;
    for (const Ending ending : all_endings()) {
        if (last_words(ending, words).find("walks") != std::string_view::npos)
            walking.insert(ending);
    }
    EXPECT_EQ(walking, (std::set{Ending::rest, Ending::flare}));
}

TEST(Ending, HasLastWordsOfItsOwn) {
    const CareWords& words = support::english_care();
    std::set<std::string> said;
    std::size_t endings = 0;
    for (const Ending ending : all_endings()) {
        // Both get the same help.
        if (ending == Ending::weakness || ending == Ending::session) continue;
        said.insert(last_words(ending, words));
        ++endings;
    }
    EXPECT_EQ(said.size(), endings);
    EXPECT_EQ(last_words(Ending::weakness, words), last_words(Ending::emergency, words));
}

TEST(Ending, ShowsTheSignsThemselvesWhereTheyMatter) {
    const CareWords& words = support::english_care();
    for (const Ending ending : {Ending::emergency, Ending::weakness, Ending::leg_signs}) {
        for (const auto& sign : words.list(Care::now_signs)) {
            EXPECT_NE(ending_words(ending, "", words).find(sign), std::string::npos)
                << word(ending);
        }
    }
    for (const auto& sign : words.list(Care::now_signs)) {
        EXPECT_NE(severe_words(score(10), Moment::checkin, "", words).find(sign),
                  std::string::npos);
        EXPECT_NE(first_run_lines("", words).find(sign), std::string::npos);
    }
}

TEST(Ending, NamesTheUsersOwnNumberAndNoOther) {
    const CareWords& words = support::english_care();
    const auto texts = [&](std::string_view number) {
        std::vector<std::string> all = {first_run_lines(number, words),
                                        severe_words(score(9), Moment::before, number, words)};
        for (const Ending ending : {Ending::emergency, Ending::weakness, Ending::leg_signs}) {
            all.push_back(ending_words(ending, number, words));
        }
        return all;
    };
    for (const auto& text : texts("")) {
        EXPECT_NE(text.find("your local emergency number"), std::string::npos) << text;
        EXPECT_EQ(text.find_first_of("0123456789"), std::string::npos) << text;
    }
    for (const auto& text : texts("144")) {
        EXPECT_EQ(text.find("local emergency number"), std::string::npos) << text;
        EXPECT_NE(text.find("144"), std::string::npos) << text;
    }
}

TEST(Ending, OfAnAnswerInASessionIsThatOfTheGravestInIt) {
    Exposure told;
    told.peak = score(8);
    EXPECT_EQ(ending_after(told, {}), Ending::session);
    told.giving_way = true;
    told.numbness = true;
    EXPECT_EQ(ending_after(told, {}), Ending::session);
    told.peak = score(9);
    EXPECT_EQ(ending_after(told, {}), Ending::severe_pain);
    told.weakness = true;
    EXPECT_EQ(ending_after(told, {}), Ending::weakness);
    told.emergency = true;
    EXPECT_EQ(ending_after(told, {}), Ending::emergency);
}

TEST(Ending, FollowsTheScoreThatTheSettingsRefuse) {
    const CareWords& words = support::english_care();
    PainThresholds careful;
    careful.before_refuse = 8;
    Exposure told;
    told.peak = score(8);
    EXPECT_EQ(ending_after(told, careful), Ending::severe_pain);
    EXPECT_TRUE(
        severe_words(score(8), Moment::before, "", words).starts_with("8 out of ten is a lot"));
}

TEST(Safety, HasTheTiersInTheOrderOfUrgency) {
    const CareWords& words = support::english_care();
    std::vector<Tier> tiers;
    for (const auto& list : safety_lists("", words)) {
        tiers.push_back(list.tier);
        EXPECT_FALSE(list.items.empty());
    }
    EXPECT_EQ(tiers, (std::vector{Tier::now, Tier::today, Tier::within_days, Tier::appointment,
                                  Tier::session}));
    EXPECT_EQ(safety_lists("", words).front().items, words.list(Care::now_signs));
}

TEST(Safety, StopsOnAFlareUpDayWhenPainGetsStrongerAndNotAtAScore) {
    const CareWords& words = support::english_care();
    const SafetyList usual = safety_lists("", words).back();
    const SafetyList flare = flare_stops(words);
    EXPECT_EQ(flare.heading, usual.heading);
    ASSERT_EQ(flare.items.size(), usual.items.size());
    for (std::size_t i = 0; i < usual.items.size(); ++i) {
        if (usual.items[i].find("6 of 10") == std::string::npos) {
            EXPECT_EQ(flare.items[i], usual.items[i]);
        } else {
            EXPECT_EQ(flare.items[i], "pain that gets stronger than it was at the start");
        }
        EXPECT_EQ(flare.items[i].find("of 10"), std::string::npos);
    }
}

TEST(Safety, KeepsWhatCannotWaitOutOfTheListsThatCan) {
    const CareWords& words = support::english_care();
    for (const auto& list : safety_lists("", words)) {
        if (list.tier != Tier::within_days && list.tier != Tier::appointment) continue;
        for (const auto& item : list.items) {
            for (const char* grave : {"fever", "calf", "pulsing", "weight on the leg", "drops"}) {
                EXPECT_EQ(item.find(grave), std::string::npos) << item;
            }
        }
    }
}

TEST(ColourWords, OfAJointThatGaveWayAreItsOwn) {
    const CareWords& words = support::english_care();
    Exposure told;
    told.giving_way = true;
    EXPECT_EQ(colour_of(told, {}), Colour::red);
    EXPECT_EQ(colour_words(told, Colour::red, true, words), words.say(Care::gave_way));
    constexpr std::string_view easier = "easier exercise";
    EXPECT_NE(colour_words(told, Colour::amber, true, words).find(easier), std::string::npos);
    EXPECT_EQ(colour_words(told, Colour::amber, false, words).find(easier), std::string::npos);
    EXPECT_EQ(words.say(Care::gave_way).find("help now"), std::string::npos);
}

}  // namespace
}  // namespace hipflow::coach
