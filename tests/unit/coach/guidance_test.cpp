// SPDX-License-Identifier: MIT
#include "coach/guidance.h"

#include <gtest/gtest.h>

#include "support/sessions.h"

namespace hipflow::coach {
namespace {

using namespace support;
using std::chrono::days;

const Day today = *parse_day("2026-11-24");

Practice practised(int times, days ago = days(1), bool stopped = false) {
    return {times, today - ago, stopped};
}

GuidancePlan by_practice(Practices practices) {
    GuidancePlan plan;
    plan.practices = std::move(practices);
    plan.today = today;
    return plan;
}

/// Two steps, the first with an easier alternate, and a closing rest.
Prescription session_with_a_rest() {
    Prescription session =
        session_of({with_alternate(holds("a", 30s), holds("easy", 20s)), holds("b", 30s)});
    session.closing = holds("rest", 60s).work;
    return session;
}

TEST(LevelFor, ExplainsWhatWasDoneLessThanThreeTimes) {
    EXPECT_EQ(level_for({}, today), Guidance::full);
    EXPECT_EQ(level_for(practised(2), today), Guidance::full);
    for (const int times : {3, 9, 10}) {
        EXPECT_EQ(level_for(practised(times), today), Guidance::brief) << times;
    }
}

TEST(LevelFor, ExplainsAnewAfterFourWeeks) {
    EXPECT_EQ(level_for(practised(50, days(27)), today), Guidance::brief);
    EXPECT_EQ(level_for(practised(50, days(28)), today), Guidance::full);
}

TEST(LevelFor, ExplainsWhatWasStoppedForPain) {
    EXPECT_EQ(level_for(practised(50, days(1), true), today), Guidance::full);
}

TEST(Guide, GivesEveryExerciseTheLevelOfItsOwnHistory) {
    Prescription session = session_with_a_rest();
    guide(session,
          by_practice({{"a", practised(10)}, {"b", practised(2)}, {"rest", practised(3)}}));
    EXPECT_EQ(session.steps[0].work.guidance, Guidance::brief);
    EXPECT_EQ(session.steps[0].work.times, 10);
    EXPECT_EQ(session.steps[0].easier[0].guidance, Guidance::full);
    EXPECT_EQ(session.steps[0].easier[0].times, 0);
    EXPECT_EQ(session.steps[1].work.guidance, Guidance::full);
    EXPECT_EQ(session.steps[1].work.times, 2);
    ASSERT_TRUE(session.closing);
    EXPECT_EQ(session.closing->guidance, Guidance::brief);
}

TEST(Guide, GivesAnEasierExerciseThatIsTakenItsOwnLevel) {
    Prescription session = session_with_a_rest();
    guide(session, by_practice({{"a", practised(10)}, {"b", practised(10)}}));
    const auto easier = with_easier(session, 0);
    ASSERT_TRUE(easier);
    EXPECT_EQ(easier->steps[0].work.guidance, Guidance::full);
    guide(session, by_practice({{"easy", practised(10)}}));
    EXPECT_EQ(session.steps[0].easier[0].guidance, Guidance::brief);
    EXPECT_EQ(session.steps[0].work.guidance, Guidance::full);
}

TEST(Guide, GivesEveryExerciseTheLevelThatIsAskedForAndCountsOn) {
    Prescription session = session_with_a_rest();
    GuidancePlan plan = by_practice({{"a", practised(10)}});
    plan.level = Guidance::counts;
    guide(session, plan);
    for (const auto& step : session.steps) EXPECT_EQ(step.work.guidance, Guidance::counts);
    EXPECT_EQ(session.steps[0].easier[0].guidance, Guidance::counts);
    EXPECT_EQ(session.steps[0].work.times, 10);
}

TEST(Guide, BeginsTheFirstThreeSessionsWithTheSafetySentence) {
    for (const auto& [before, safety] : {std::pair(0, true), {2, true}, {3, false}}) {
        Prescription session = session_with_a_rest();
        GuidancePlan plan;
        plan.sessions = before;
        plan.language = "de";
        guide(session, plan);
        EXPECT_EQ(session.safety, safety) << before;
        EXPECT_EQ(session.language, "de");
    }
}

TEST(OnceKnown, IsBriefWhereTheSessionIsFull) {
    Prescription session = session_with_a_rest();
    guide(session, by_practice({{"a", practised(10)}}));
    const auto known = once_known(session);
    ASSERT_TRUE(known);
    for (const auto& step : known->steps) EXPECT_EQ(step.work.guidance, Guidance::brief);
    EXPECT_FALSE(once_known(*known));
    EXPECT_FALSE(explains_everything(session));
    GuidancePlan all;
    all.level = Guidance::full;
    guide(session, all);
    EXPECT_TRUE(explains_everything(session));
}

TEST(Wordless, IsASessionWithEveryExerciseOff) {
    Prescription session = session_with_a_rest();
    EXPECT_FALSE(is_wordless(session));
    GuidancePlan plan;
    plan.level = Guidance::off;
    guide(session, plan);
    EXPECT_TRUE(is_wordless(session));
    session.steps[1].work.guidance = Guidance::brief;
    EXPECT_FALSE(is_wordless(session));
}

TEST(TimesDone, AreReadBackAsTheyWere) {
    Prescription session = session_with_a_rest();
    guide(session, by_practice({{"a", practised(12)}, {"easy", practised(1)}}));
    const auto times = times_of(session);
    EXPECT_EQ(times, (std::vector<TimesDone>{{"a", 12}, {"easy", 1}}));
    Prescription stored = session;
    set_times(stored, {});
    EXPECT_EQ(stored.steps[0].work.times, 0);
    set_times(stored, times);
    EXPECT_EQ(stored, session);
}

TEST(ExercisesOf, NamesEachOnce) {
    Prescription session = session_with_a_rest();
    session.steps.push_back(holds("a", 10s));
    EXPECT_EQ(exercises_of(session), (std::vector<std::string>{"a", "b", "easy", "rest"}));
}

}  // namespace
}  // namespace hipflow::coach
