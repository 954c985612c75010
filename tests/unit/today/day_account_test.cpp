// SPDX-License-Identifier: MIT
#include "today/day_account.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/a_desk.h"
#include "today/explained.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::session;

/// A score of the morning after a day.
PainReading morning(const std::string& id, int score, std::string_view felt) {
    return support::reading(id, Moment::morning, score, felt);
}

DayKind kind(ADesk& desk) { return explain_today(*desk).account->kind; }

TEST(DayAccount, TheFirstDayHasNothingToCompareWith) {
    ADesk desk;
    const Explained today = explain_today(*desk);
    ASSERT_TRUE(today.account);
    EXPECT_EQ(today.account->kind, DayKind::first);
    EXPECT_FALSE(today.account->last);
    EXPECT_FALSE(today.account->usual_work);
    EXPECT_TRUE(today.account->timeline);
    EXPECT_EQ(today.account->gentler_from, 5);
    EXPECT_EQ(today.account->rest_from, 7);
    EXPECT_EQ(today.account->none_from, 9);
}

TEST(DayAccount, TellsTheWorstOfSeveralPlacesUntilASessionHasBegun) {
    ADesk desk;
    desk.put(session("s1", "2026-11-22T07:00:00Z"),
             support::reading("a", Moment::checkin, 7, "2026-11-24T06:00:00Z"),
             support::reading("b", Moment::checkin, 2, "2026-11-24T06:00:00Z"));
    EXPECT_EQ(sore_today(*desk), PainScore::from(7));
    EXPECT_EQ(kind(desk), DayKind::sore);
    desk.put(session("s2", "2026-11-24T07:00:00Z"));
    EXPECT_FALSE(sore_today(desk.anew()));
    desk.put(support::reading("c", Moment::checkin, 1, "2026-11-24T07:30:00Z"));
    EXPECT_FALSE(sore_today(desk.anew()));
}

TEST(DayAccount, AnOrdinaryDayKnowsTheLastSession) {
    ADesk desk;
    desk.put(session("s1", "2026-11-21T07:00:00Z"), session("s2", "2026-11-22T07:00:00Z"));
    const Explained today = explain_today(*desk);
    EXPECT_EQ(today.account->kind, DayKind::ordinary);
    EXPECT_EQ(today.account->last->session.id, "s2");
    EXPECT_EQ(today.account->held_lately, 2);
    EXPECT_FALSE(today.account->done_today);
    desk.put(session("s3", "2026-11-24T07:00:00Z"));
    EXPECT_TRUE(explain_today(*desk).account->done_today);
}

TEST(DayAccount, HasThePlansOfRoutinesBesideTheOther) {
    ADesk desk;
    desk.put(ScheduleVersion{"v1", day("2026-11-20"), "daily", ScheduleSource::own},
             ScheduleVersion{"v2", day("2026-11-20"), "tue", ScheduleSource::own, "desk-reset"});
    desk.anew();
    const auto account = explain_today(*desk).account;
    ASSERT_TRUE(account->plan);
    EXPECT_FALSE(account->plan->plan.routine);
    ASSERT_EQ(account->own_plans.size(), 1U);
    EXPECT_EQ(account->own_plans.front().next, day("2026-11-24"));
}

TEST(DayAccount, ADayOfAProgramIsOne) {
    ADesk desk;
    desk.put(session("s1", "2026-11-22T07:00:00Z"),
             Enrolment{"e1", "steady-six", day("2026-11-22"), std::nullopt});
    EXPECT_EQ(kind(desk), DayKind::program);
    EXPECT_TRUE(explain_today(*desk).account->program);
}

TEST(DayAccount, AfterABreakIsNoOrdinaryDay) {
    ADesk desk;
    desk.put(session("s1", "2026-11-18T07:00:00Z"));
    EXPECT_EQ(kind(desk), DayKind::ordinary);
    desk.anew("2026-11-25T12:00:00Z");
    EXPECT_EQ(kind(desk), DayKind::after_break);
}

/// A day of rest for pain.
Session rested(std::string id, std::string_view started) {
    Session session = support::session(std::move(id), started);
    session.status = SessionStatus::rested;
    session.gate = Gate::rest;
    session.done = session.planned = Millis{0};
    return session;
}

TEST(DayAccount, AfterARestForPainIsNoOrdinaryDay) {
    ADesk desk;
    PainReading before = support::reading("r1", Moment::before, 8, "2026-11-23T07:00:00Z");
    before.session_id = "s2";
    desk.put(session("s1", "2026-11-21T07:00:00Z"), rested("s2", "2026-11-23T07:00:00Z"), before);
    const Explained today = explain_today(*desk);
    EXPECT_EQ(today.account->kind, DayKind::after_pain);
    ASSERT_TRUE(today.account->pain_since);
    EXPECT_TRUE(today.account->pain_since->rested);
    EXPECT_EQ(today.account->pain_since->score, PainScore::from(8));
    desk.anew("2026-11-25T12:00:00Z");
    EXPECT_EQ(kind(desk), DayKind::after_pain) << "the second day after";
    desk.anew("2026-12-14T12:00:00Z");
    EXPECT_EQ(kind(desk), DayKind::after_break);
    desk.anew("2026-11-25T12:00:00Z");
    desk.put(session("s3", "2026-11-24T07:00:00Z"));
    EXPECT_EQ(kind(desk), DayKind::ordinary);
}

TEST(DayAccount, AfterMuchPainWasToldIsNoOrdinaryDay) {
    ADesk desk;
    desk.put(session("s1", "2026-11-22T07:00:00Z"),
             support::reading("c1", Moment::checkin, 8, "2026-11-23T07:00:00Z"));
    const Explained today = explain_today(*desk);
    EXPECT_EQ(today.account->kind, DayKind::after_pain);
    EXPECT_FALSE(today.account->pain_since->rested);
    desk.put(support::reading("c2", Moment::checkin, 2, "2026-11-23T20:00:00Z"));
    EXPECT_EQ(kind(desk), DayKind::ordinary) << "it went down again";
}

TEST(DayAccount, AfterTheFlareUpDayIsNoOrdinaryDay) {
    ADesk desk;
    Session flare = session("s1", "2026-11-23T07:00:00Z");
    flare.gate = Gate::flare;
    desk.put(flare);
    EXPECT_EQ(kind(desk), DayKind::after_pain);
    desk.put(session("s2", "2026-11-23T17:00:00Z"));
    EXPECT_EQ(kind(desk), DayKind::ordinary);
}

TEST(DayAccount, KnowsThatSessionsWereEnteredByHand) {
    ADesk desk;
    desk.put(session("s1", "2026-11-22T07:00:00Z"));
    EXPECT_FALSE(explain_today(*desk).entered_by_hand);
    Session reported = session("s2", "2026-11-23T07:00:00Z");
    reported.source = Source::reported;
    desk.put(reported);
    EXPECT_TRUE(explain_today(*desk).entered_by_hand);
    EXPECT_TRUE(explain_today(*desk).account->entered_by_hand);
}

TEST(DayAccount, AfterAMuchSorerMorningItIsTheGentleDayThatStartTakes) {
    ADesk desk;
    PainReading sore = morning("m1", 8, "2026-11-24T07:00:00Z");
    sore.for_day = day("2026-11-23");
    desk.put(session("s1", "2026-11-23T07:00:00Z"), sore);
    const Explained today = explain_today(*desk);
    EXPECT_EQ(today.account->kind, DayKind::gentler);
    EXPECT_EQ(today.routine, gentle_day_routine);
    EXPECT_TRUE(today.account->in_place_of);
    ASSERT_TRUE(today.record.gate);
    EXPECT_NE(today.record.gate->find("sorer than usual"), std::string::npos);
    EXPECT_TRUE(today.account->calm);
    EXPECT_TRUE(std::ranges::all_of(today.account->outlooks, [](const auto& outlook) {
        return outlook.second.next.empty() && !outlook.second.amount.empty();
    }));
}

TEST(DayAccount, WhereSomethingSpeaksAgainstItThereIsNoSession) {
    ADesk desk;
    desk.put(session("s1", "2026-11-22T07:00:00Z"),
             support::symptom("y1", SymptomKind::weakness, "2026-11-24T07:00:00Z"));
    const Explained today = explain_today(*desk);
    EXPECT_EQ(today.account->kind, DayKind::no_session);
    EXPECT_FALSE(today.account->session);
    EXPECT_EQ(today.title, "Today, no session");
}

TEST(DayAccount, ExplainsTheRoutineThatIsNamed) {
    ADesk desk;
    EXPECT_EQ(explain_today(*desk, "desk-reset").routine, "desk-reset");
}

TEST(DayAccount, PainThatIsUsualMovesTheLimits) {
    ADesk desk;
    for (int i = 1; i <= 7; ++i) {
        const std::string on = "2026-11-1" + std::to_string(i) + "T08:00:00Z";
        desk.put(morning("m" + std::to_string(i), 5, on));
    }
    EXPECT_GT(explain_today(*desk).account->gentler_from, 6);
}

TEST(Outlooks, SayWhatComesAfterComfortableSessions) {
    ADesk desk;
    const Explained today = explain_today(*desk);
    const auto& outlooks = today.account->outlooks;
    EXPECT_FALSE(outlooks.empty());
    const bool any = std::ranges::any_of(outlooks, [](const auto& outlook) {
        return outlook.second.lacking == 2 && !outlook.second.next.empty();
    });
    EXPECT_TRUE(any);
}

TEST(Outlooks, NameNoExerciseToWhoLeavesSomethingOut) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\n[me]\nrestrictions = [\"pregnancy\"]\n");
    desk.anew();
    const Explained today = explain_today(*desk);
    for (const auto& [planned, outlook] : today.account->outlooks) {
        const bool amount = outlook.next.empty() || outlook.next == "its next harder form" ||
                            outlook.next.find_first_of("0123456789") != std::string::npos;
        EXPECT_TRUE(amount) << outlook.next;
    }
}

}  // namespace
}  // namespace hipflow::today
