// SPDX-License-Identifier: MIT
#include "today/measurements.h"

#include <gtest/gtest.h>

#include "domain/error.h"
#include "support/a_desk.h"

namespace hipflow::today {
namespace {

TEST(RotationReadings, AreWholeDegreesOfOneToNineTrials) {
    EXPECT_EQ(Trials::from_text("32,33,0").value().degrees, (std::vector{32, 33, 0}));
    for (const char* text : {"32,,31", "91", "-1", "3.5", "1,1,1,1,1,1,1,1,1,1", ""}) {
        EXPECT_FALSE(Trials::from_text(text)) << text;
    }
}

class RotationTestUnderWay : public testing::Test {
   protected:
    RotationTaking begin(Desk& desk, std::optional<RotationPosition> position = {}) {
        return {desk, rotation_way(desk, position, {})};
    }
    void take(Desk& desk, RotationTaking& test, std::vector<int> degrees, int pain = 0) {
        const RotationReadings readings{Side::left, Rotation::internal, std::move(degrees),
                                        PainScore::from(pain)};
        desk.store().commit(test.add(std::span(&readings, 1), desk.now()));
    }

    support::ADesk home_;
};

TEST_F(RotationTestUnderWay, GoesOnAsTheLastOneWasTaken) {
    Desk desk = home_.desk_at();
    RotationTaking first = begin(desk, RotationPosition::prone);
    take(desk, first, {30, 32});
    EXPECT_EQ(begin(desk).way().position, RotationPosition::prone);
    EXPECT_EQ(begin(desk, RotationPosition::seated).way().position, RotationPosition::seated);
    EXPECT_THROW(rotation_way(desk, {}, ""), Error);
}

TEST_F(RotationTestUnderWay, IsTooEarlyForThreeWeeksButForASecondBaseline) {
    Desk desk = home_.desk_at();
    RotationTaking first = begin(desk);
    EXPECT_EQ(first.too_early_until(), std::nullopt);
    take(desk, first, {30});
    Desk baseline = home_.desk_at("2026-12-01T12:00:00Z");
    EXPECT_EQ(begin(baseline).too_early_until(), std::nullopt);
    Desk soon = home_.desk_at("2026-12-02T12:00:00Z");
    EXPECT_EQ(begin(soon).too_early_until(), *parse_day("2026-12-15"));
    Desk later = home_.desk_at("2026-12-15T12:00:00Z");
    EXPECT_EQ(begin(later).too_early_until(), std::nullopt);
}

TEST_F(RotationTestUnderWay, IsTakenBackAsAWhole) {
    Desk desk = home_.desk_at();
    RotationTaking test = begin(desk);
    take(desk, test, {30, 46}, 2);
    take(desk, test, {31}, 5);
    EXPECT_EQ(test.worst(), PainScore::from(5));
    const auto wide = wide_spreads(test.series().tests.back());
    ASSERT_EQ(wide.size(), 1U);
    EXPECT_EQ(wide.front().degrees, 16);
    desk.store().undo(desk.clock().wall());
    EXPECT_TRUE(desk.store().measurements(Measured::rotation, {}).empty());
}

TEST(ActivityScores, AreAnActivityAndANumber) {
    EXPECT_EQ(ActivityScore::from_text("a=b=4").value().name, "a=b");
    EXPECT_EQ(ActivityScore::from_text("1=10").value().score, 10);
    for (const char* text : {"4", "1=11", "1=", "1=x"}) {
        EXPECT_FALSE(ActivityScore::from_text(text)) << text;
    }
}

TEST(Activities, AreFewShortAndDifferent) {
    std::vector<Activity> known(1);
    known.front().text = "tie my shoes";
    EXPECT_EQ(objection_to("stand", known), std::nullopt);
    EXPECT_TRUE(objection_to("tie my shoes", known));
    EXPECT_TRUE(objection_to("\x1b[2J", known));
    EXPECT_TRUE(objection_to(std::string(81, 'x'), known));
    known.resize(most_activities);
    EXPECT_TRUE(objection_to("stand", known));
    EXPECT_EQ(&activity_named(known, "1", "--score"), &known.front());
    EXPECT_EQ(&activity_named(known, "tie my shoes", "--drop"), &known.front());
    EXPECT_THROW(activity_named(known, "6", "--score"), Error);
}

TEST(FunctionTestUnderWay, AsksWhatIsNotDropped) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    FunctionTaking test(desk, desk.now());
    EXPECT_FALSE(test.changed());
    store::Change change = test.empty_change();
    const Activity shoes = test.add(change, "tie my shoes");
    const Activity stand = test.add(change, "stand");
    test.score(change, shoes, 4);
    test.drop(change, stand);
    desk.store().commit(change);
    EXPECT_TRUE(test.changed());

    FunctionTaking next(desk, desk.now());
    ASSERT_EQ(next.asked().size(), 1U);
    EXPECT_EQ(next.asked().front().text, "tie my shoes");
    EXPECT_EQ(next.previous().at(shoes.id), 4);
    EXPECT_EQ(next.series().size(), 2U);
}

TEST(FunctionTestUnderWay, TakesAnswersAsTyped) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    FunctionTaking first(desk, desk.now());
    desk.store().commit(
        first.take({.add = {"tie my shoes", "stand"}, .drop = {}, .scores = {{"stand", 4}}}));
    FunctionTaking next(desk, desk.now());
    desk.store().commit(
        next.take({.add = {"walk"}, .drop = {"stand"}, .scores = {{"1", 7}, {"walk", 2}}}));
    FunctionTaking last(desk, desk.now());
    std::vector<std::string> asked;
    for (const auto& activity : last.asked()) asked.push_back(activity.text);
    EXPECT_EQ(asked, (std::vector<std::string>{"tie my shoes", "walk"}));
    EXPECT_EQ(last.previous().at(last.asked().front().id), 7);
    EXPECT_EQ(last.previous().at(last.asked().back().id), 2);
    EXPECT_THROW(last.take({.add = {"walk"}, .drop = {}, .scores = {}}), Error);
    EXPECT_THROW(last.take({.add = {}, .drop = {"run"}, .scores = {}}), Error);
}

}  // namespace
}  // namespace hipflow::today
