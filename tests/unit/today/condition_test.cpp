// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/a_desk.h"
#include "today/mornings.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::reading;
using support::stamp;
using support::symptom;

const Stamp noon = stamp("2026-11-24T12:00:00Z");

TEST(MorningOwed, IsThatOfYesterdaysSession) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    EXPECT_EQ(morning_owed(*desk->history(), noon), day("2026-11-23"));
}

TEST(MorningOwed, IsNothingOnTheSameDayOrAfterThirtySixHours) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    const store::Store& store = *desk->history();
    EXPECT_FALSE(morning_owed(store, stamp("2026-11-24T03:59:00Z")));  // the day starts at four
    EXPECT_TRUE(morning_owed(store, stamp("2026-11-25T07:09:00Z")));
    EXPECT_FALSE(morning_owed(store, stamp("2026-11-25T07:11:00Z")));
}

TEST(MorningOwed, IsNothingAfterARestOrAnAnswer) {
    ADesk desk;
    Session rested = support::session("s1", "2026-11-23T19:00:00Z");
    rested.status = SessionStatus::rested;
    desk.put(rested);
    EXPECT_FALSE(morning_owed(*desk->history(), noon));
    PainReading told = reading("r1", Moment::morning, 2, "2026-11-24T08:00:00Z");
    told.for_day = day("2026-11-23");
    desk.put(support::session("s2", "2026-11-23T20:00:00Z"));
    EXPECT_TRUE(morning_owed(*desk->history(), noon));
    desk.put(told);
    EXPECT_FALSE(morning_owed(*desk->history(), noon));
}

TEST(RecentMornings, MarkSorenessAndForgetWhatIsOld) {
    ADesk desk;
    PainReading old = reading("r1", Moment::morning, 5, "2026-09-01T08:00:00Z");
    PainReading sore = reading("r2", Moment::morning, 3, "2026-11-20T08:00:00Z");
    PainReading named = reading("r3", Moment::morning, 2, "2026-11-22T08:00:00Z");
    named.for_day = day("2026-11-20");
    Symptom soreness = symptom("y1", SymptomKind::soreness, "2026-11-20T08:00:00Z");
    soreness.moment = Moment::morning;
    desk.put(old, sore, named, soreness);
    const auto mornings = recent_mornings(*desk->history(), noon.local_day);
    ASSERT_EQ(mornings.size(), 2U);
    EXPECT_EQ(mornings[0].for_day, day("2026-11-20"));  // as it was named
    EXPECT_FALSE(mornings[0].sore);
    EXPECT_EQ(mornings[1].for_day, day("2026-11-19"));  // the day before
    EXPECT_TRUE(mornings[1].sore);
}

TEST(RecentMornings, AreNotSoreForWhatWasFeltLaterInTheDay) {
    ADesk desk;
    Symptom soreness = symptom("y1", SymptomKind::soreness, "2026-11-20T19:00:00Z");
    soreness.moment = Moment::after;
    desk.put(reading("r1", Moment::morning, 3, "2026-11-20T08:00:00Z"), soreness);
    const auto mornings = recent_mornings(*desk->history(), noon.local_day);
    ASSERT_EQ(mornings.size(), 1U);
    EXPECT_FALSE(mornings[0].sore);
}

TEST(LastDone, HasTheHighestScoreBeforeTheSession) {
    ADesk desk;
    PainReading low = reading("r1", Moment::before, 2, "2026-11-23T18:59:00Z");
    PainReading high = reading("r2", Moment::before, 4, "2026-11-23T18:59:00Z");
    PainReading after = reading("r3", Moment::after, 6, "2026-11-23T19:10:00Z");
    low.session_id = high.session_id = after.session_id = "s1";
    high.site = Site::buttock;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"), low, high, after);
    const auto last = last_done(*desk->history());
    ASSERT_TRUE(last);
    EXPECT_EQ(last->day, day("2026-11-23"));
    EXPECT_EQ(last->before, PainScore::from(4));
}

TEST(UnclearedSign, HoldsUntilAClearanceThatCameAfterIt) {
    ADesk desk;
    desk.put(symptom("y1", SymptomKind::clearance, "2026-11-20T08:00:00Z"),
             symptom("y2", SymptomKind::weakness, "2026-11-21T08:00:00Z"));
    const auto sign = uncleared_sign(*desk->history());
    ASSERT_TRUE(sign);
    EXPECT_EQ(sign->id, "y2");
    EXPECT_TRUE(speaks_against_today(*desk->history(), noon.local_day, {}));
    desk.put(symptom("y3", SymptomKind::clearance, "2026-11-22T08:00:00Z"));
    EXPECT_FALSE(uncleared_sign(*desk->history()));
    EXPECT_FALSE(speaks_against_today(*desk->history(), noon.local_day, {}));
}

TEST(UnclearedSign, IsNotClearedByWhatCameAtTheSameInstant) {
    ADesk desk;
    desk.put(symptom("y1", SymptomKind::weakness, "2026-11-21T08:00:00Z"),
             symptom("y2", SymptomKind::clearance, "2026-11-21T08:00:00Z"));
    EXPECT_TRUE(uncleared_sign(*desk->history()));
}

TEST(UnclearedSign, IsNoneOfThoseThatOnlyEndAnExercise) {
    ADesk desk;
    desk.put(symptom("y1", SymptomKind::numbness, "2026-11-21T08:00:00Z"));
    EXPECT_FALSE(uncleared_sign(*desk->history()));
}

TEST(SevereOn, IsTheLastWordOfTheDay) {
    ADesk desk;
    desk.put(reading("r1", Moment::checkin, 9, "2026-11-24T08:00:00Z"));
    EXPECT_EQ(severe_on(*desk->history(), noon.local_day, {}), PainScore::from(9));
    EXPECT_TRUE(speaks_against_today(*desk->history(), noon.local_day, {}));
    desk.put(reading("r2", Moment::checkin, 4, "2026-11-24T10:00:00Z"));
    EXPECT_FALSE(severe_on(*desk->history(), noon.local_day, {}));
}

TEST(SevereOn, TakesTheHighestOfSeveralPlacesToldAtOnce) {
    ADesk desk;
    PainReading back = reading("r1", Moment::checkin, 10, "2026-11-24T08:00:00Z");
    back.site = Site::low_back;
    desk.put(back, reading("r2", Moment::checkin, 3, "2026-11-24T08:00:00Z"));
    EXPECT_EQ(severe_on(*desk->history(), noon.local_day, {}), PainScore::from(10));
}

TEST(SevereOn, TakesTheHighestOfSeveralThatAreSevere) {
    ADesk desk;
    PainReading back = reading("r1", Moment::checkin, 10, "2026-11-24T08:00:00Z");
    back.site = Site::low_back;
    desk.put(back, reading("r2", Moment::checkin, 9, "2026-11-24T08:00:00Z"));
    EXPECT_EQ(severe_on(*desk->history(), noon.local_day, {}), PainScore::from(10));
}

TEST(SevereOn, IsNotTakenBackByHowTheMorningWas) {
    ADesk desk;
    desk.put(reading("r1", Moment::checkin, 9, "2026-11-24T08:00:00Z"),
             reading("r2", Moment::morning, 2, "2026-11-24T09:00:00Z"));
    EXPECT_TRUE(severe_on(*desk->history(), noon.local_day, {}));
    EXPECT_FALSE(severe_on(*desk->history(), day("2026-11-23"), {}));
}

std::optional<PainScore> news(int score, std::string_view felt) {
    return severe_news(PainScore::from(score), stamp(felt).at, noon.at, PainThresholds{});
}

TEST(SevereNews, IsASevereScoreOfTheLastDay) {
    EXPECT_EQ(news(9, "2026-11-24T11:00:00Z"), PainScore::from(9));
    EXPECT_EQ(news(10, "2026-11-23T12:00:00Z"), PainScore::from(10));
    EXPECT_FALSE(news(10, "2026-11-23T11:59:59Z"));
    EXPECT_FALSE(news(8, "2026-11-24T11:00:00Z"));
    EXPECT_FALSE(severe_news({}, noon.at, noon.at, PainThresholds{}));
}

TEST(HighestScore, IsThatOfAllReadingsOfAChange) {
    store::Change change;
    EXPECT_FALSE(highest_score(change));
    change.put = {support::session("s1", "2026-11-23T19:00:00Z"),
                  reading("r1", Moment::after, 3, "2026-11-23T19:10:00Z"),
                  reading("r2", Moment::peak, 6, "2026-11-23T19:10:00Z"),
                  reading("r3", Moment::before, 2, "2026-11-23T19:00:00Z")};
    EXPECT_EQ(highest_score(change), PainScore::from(6));
}

}  // namespace
}  // namespace hipflow::today
