// SPDX-License-Identifier: MIT
#include "today/glance.h"

#include <gtest/gtest.h>

#include "store/change.h"
#include "support/a_desk.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::session;

TEST(Glance, HasTodaysSessionForANewcomer) {
    ADesk desk;
    const Glance seen = glance(*desk, 12);
    ASSERT_TRUE(seen.session);
    EXPECT_TRUE(seen.session->timeline);
    EXPECT_FALSE(seen.session->advice);
    EXPECT_FALSE(seen.last);
    EXPECT_TRUE(seen.plans.empty());
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

TEST(Glance, HasTheLastSessionAndWhatIsOwed) {
    ADesk desk;
    PainReading before = support::reading("r1", Moment::before, 4, "2026-11-23T18:59:00Z");
    before.session_id = "s1";
    desk.put(session("s1", "2026-11-23T19:00:00Z"), before,
             ScheduleVersion{"v1", day("2026-11-20"), "daily", ScheduleSource::own},
             Enrolment{"e1", "steady-six", day("2026-11-23"), std::nullopt});
    const Glance seen = glance(*desk, 12);
    EXPECT_EQ(seen.last->id, "s1");
    EXPECT_EQ(seen.readings.size(), 1U);
    EXPECT_EQ(seen.morning_owed, day("2026-11-23"));
    EXPECT_EQ(seen.program->today.week, 1);
    EXPECT_EQ(seen.plans.at(0).adherence.kept, 1);
    EXPECT_EQ(seen.session->session.prescription->routine, seen.program->today.left.front());
}

TEST(Glance, KnowsWhenTodaysSessionIsDone) {
    ADesk desk;
    EXPECT_FALSE(glance(*desk, 12).done_today);
    desk.put(session("s1", "2026-11-23T19:00:00Z"));
    EXPECT_FALSE(glance(*desk, 12).done_today);
    desk.put(session("s2", "2026-11-24T07:00:00Z"));
    EXPECT_TRUE(glance(*desk, 12).done_today);
    desk.put(ScheduleVersion{"v1", day("2026-11-20"), "daily at am,pm", ScheduleSource::own});
    EXPECT_FALSE(glance(*desk, 12).done_today);  // the second one of the day is left
}

TEST(Glance, NamesAnotherRoutineWhereThatOfTheDayKeepsOnlyItsOwnPlan) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"hip-rotation\"\n");
    desk.put(ScheduleVersion{"v1", day("2026-11-20"), "daily", ScheduleSource::own},
             session("s1", "2026-11-20T08:00:00Z"));
    EXPECT_FALSE(glance(desk.anew(), 12).another);
    desk.put(
        ScheduleVersion{"v2", day("2026-11-20"), "daily", ScheduleSource::own, "hip-rotation"});
    const Glance seen = glance(desk.anew(), 12);
    ASSERT_TRUE(seen.another);
    EXPECT_EQ(seen.another->not_of, "hip-rotation");
    EXPECT_NE(seen.another->other, "hip-rotation");
    Session other = session("s2", "2026-11-24T08:00:00Z");
    other.routine = "five-minute-minimum";
    desk.put(other);
    EXPECT_FALSE(glance(desk.anew(), 12).another);  // kept
}

TEST(Glance, HasNoSessionWhereASignIsToBeLookedAt) {
    ADesk desk;
    desk.put(support::symptom("y1", SymptomKind::weakness, "2026-11-23T08:00:00Z"));
    const Glance seen = glance(*desk, 12);
    EXPECT_TRUE(seen.no_session);
    EXPECT_FALSE(seen.session);
    EXPECT_EQ(seen.trouble, "");
}

TEST(Glance, NamesTheRoutineThatCannotBeDone) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"mine\"\n");
    desk.write_config("routines/mine.toml", "format = 1\n");
    desk.anew();
    const Glance seen = glance(*desk, 12);
    EXPECT_FALSE(seen.session);
    EXPECT_NE(seen.trouble.find("'hipflow routine check mine'"), std::string::npos);
}

TEST(Glance, SaysInOneLineThatThereIsNoSuchRoutine) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"hip-rotatoin\"\n");
    desk.anew();
    EXPECT_NE(glance(*desk, 12).trouble.find("'hip-rotation'"), std::string::npos);
}

/// The advice that comes with today's session; empty where there is none.
std::string advice_at(ADesk& desk) {
    const Glance seen = glance(*desk, 12);
    if (!seen.session) return "no session";
    return seen.session->advice ? seen.session->advice->words : "";
}

Session flare(const std::string& id, std::string_view started) {
    Session one = session(id, started);
    one.gate = Gate::flare;
    return one;
}

TEST(Advice, CountsADayOfFlaresOnce) {
    ADesk desk;
    desk.put(flare("s1", "2026-11-22T07:00:00Z"), flare("s2", "2026-11-23T07:00:00Z"),
             flare("s3", "2026-11-23T19:00:00Z"));
    EXPECT_EQ(advice_at(desk), "");
    desk.put(flare("s4", "2026-11-24T07:00:00Z"));
    EXPECT_TRUE(advice_at(desk).starts_with("Pain called for rest on 3 of the last seven days."));
}

TEST(Advice, CountsTheFlaresOfSevenDays) {
    ADesk desk;
    desk.put(flare("s1", "2026-11-17T07:00:00Z"), flare("s2", "2026-11-22T07:00:00Z"),
             flare("s3", "2026-11-23T07:00:00Z"));
    EXPECT_EQ(advice_at(desk), "");
    desk.put(flare("s4", "2026-11-18T07:00:00Z"));
    EXPECT_NE(advice_at(desk), "");
}

/// Pain of four, four weeks ago and now.
void keeps_its_pain(ADesk& desk) {
    for (const std::string on : {"2026-10-22", "2026-10-23", "2026-10-24", "2026-10-25",
                                 "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"}) {
        desk.put(support::reading(on, Moment::checkin, 4, on + "T08:00:00Z"));
    }
}

TEST(Advice, LooksAtThePracticeOfTheFourWeeksBeforeToday) {
    ADesk desk;
    keeps_its_pain(desk);
    for (const std::string on : {"2026-10-28", "2026-11-03", "2026-11-06", "2026-11-10",
                                 "2026-11-13", "2026-11-17", "2026-11-24"}) {
        desk.put(session(on, on + "T07:00:00Z"));
    }
    EXPECT_EQ(advice_at(desk), "");  // six: today is not over
    desk.put(session("s7", "2026-11-20T07:00:00Z"));
    EXPECT_TRUE(advice_at(desk).starts_with("Your scores have not changed much in 4 weeks"));
    desk.put(ScheduleVersion{"v1", day("2026-10-01"), "daily", ScheduleSource::own});
    EXPECT_EQ(advice_at(desk), "") << "that is little of what is planned";
}

TEST(Glance, HasAllThatIsReplacedAndTheSameInALine) {
    ADesk desk;
    desk.put(Preference{"p1", PreferenceSubject::restriction, "pregnancy", PreferenceRule::has,
                        desk->now().at});
    const Glance seen = glance(*desk, 12);
    ASSERT_TRUE(seen.session);
    EXPECT_GT(seen.session->changes.size(), 2U);
    ASSERT_EQ(seen.session->changes_in_brief.size(), 1U);
    EXPECT_NE(seen.session->changes_in_brief.front().find("for pregnancy; 'hipflow why'"),
              std::string::npos);
}

TEST(Glance, OffersNoSessionOnADayOfRest) {
    ADesk desk;
    Session rested = session("s1", "2026-11-24T07:00:00Z");
    rested.status = SessionStatus::rested;
    rested.gate = Gate::rest;
    rested.done = Millis{0};
    desk.put(rested,
             ScheduleVersion{"v1", day("2026-11-20"), "daily at am,pm", ScheduleSource::own});
    const Glance seen = glance(*desk, 12);
    EXPECT_FALSE(seen.session);
    EXPECT_TRUE(seen.no_session.value().starts_with("Today is a day of rest"));
    desk.put(session("s2", "2026-11-24T09:00:00Z"));
    EXPECT_TRUE(glance(*desk, 12).session) << "it was done after all";
}

TEST(Glance, OffersNoFullSessionAfterAJointGaveWay) {
    ADesk desk;
    desk.put(support::symptom("y1", SymptomKind::gave_way, "2026-11-23T11:00:00Z"));
    EXPECT_TRUE(glance(*desk, 12).session);
    desk.put(support::symptom("y2", SymptomKind::gave_way, "2026-11-24T11:00:00Z"));
    EXPECT_TRUE(glance(*desk, 12).no_session.value().starts_with("A joint gave way"));
}

/// A session of one exercise, two holds, that stopped after the first one, or in a later step.
void leave_unfinished(ADesk& desk, std::string_view at, int step = 1) {
    const catalog::RoutineFile source = find_routine(desk->library(), "gentle-day");
    Prescription prescription = prescription_for(*desk, source, {});
    prescription.steps.resize(1);
    const session::Timeline timeline = session::compile(prescription, AskPeak::at_the_end, {});
    store::Change change;
    change.now = support::stamp(at).at;
    Session going = session("s1", at);
    going.status = SessionStatus::in_progress;
    going.ended_at.reset();
    going.prescription_hash = store::remember(prescription, change);
    change.put.emplace_back(going);
    change.checkpoint = Checkpoint{
        "s1", step, 1, timeline.sets.front().key.side, {}, std::chrono::minutes(4), change.now};
    desk->store().commit(change);
}

TEST(Unfinished, IsFoundUntilItIsClosed) {
    ADesk desk;
    desk->store();
    EXPECT_FALSE(find_unfinished(*desk->history()));
    leave_unfinished(desk, "2026-11-24T11:00:00Z");
    const auto found = find_unfinished(*desk->history());
    ASSERT_TRUE(found);
    EXPECT_TRUE(glance(*desk, 12).unfinished);
    const auto told = [&](const char* now, const char* today) {
        return description(*found, Stamp{parse_instant(now)->at, {}, *parse_day(today)});
    };
    EXPECT_TRUE(told("2026-11-24T12:00:00Z", "2026-11-24")
                    .starts_with("the session 'hip-rotation' of 11:00, 0 of "));
    EXPECT_TRUE(told("2026-11-25T01:00:00Z", "2026-11-24").find(" of 11:00, ") !=
                std::string::npos);
    EXPECT_TRUE(told("2026-11-25T09:00:00Z", "2026-11-25").find(" of yesterday 11:00, ") !=
                std::string::npos);
    EXPECT_TRUE(told("2026-11-27T09:00:00Z", "2026-11-27").find(" of Tuesday 11:00, ") !=
                std::string::npos);
    EXPECT_TRUE(told("2026-12-24T09:00:00Z", "2026-12-24").find(" of 2026-11-24 11:00, ") !=
                std::string::npos);
    close_unfinished(desk->store(), *found, SessionStatus::partial, desk->now().at);
    EXPECT_FALSE(find_unfinished(*desk->history()));
    EXPECT_EQ(desk->history()->last_session()->status, SessionStatus::partial);
    EXPECT_EQ(desk->history()->last_session()->active, std::chrono::minutes(4));
    for (const auto& set : desk->history()->sets_of("s1")) {
        EXPECT_EQ(set.status, SetStatus::not_reached);
    }
    EXPECT_FALSE(desk->history()->sets_of("s1").empty());
}

TEST(Unfinished, HoldsTheClosingRestThatItWasIn) {
    ADesk desk;
    leave_unfinished(desk, "2026-11-24T11:00:00Z", 2);
    const auto found = find_unfinished(*desk->history());
    ASSERT_TRUE(found && found->prescription.closing);
    close_unfinished(desk->store(), *found, SessionStatus::partial, desk->now().at);
    const PerformedSet last = desk->history()->sets_of("s1").back();
    EXPECT_EQ(last.step, 2);
    EXPECT_EQ(last.exercise, found->prescription.closing->exercise.id);
}

TEST(Unfinished, IsTooOldAfterFourHours) {
    ADesk desk;
    leave_unfinished(desk, "2026-11-24T08:00:00Z");
    const auto found = find_unfinished(*desk->history());
    ASSERT_TRUE(found);
    EXPECT_FALSE(is_too_old(*found, support::stamp("2026-11-24T12:00:00Z").at));
    EXPECT_TRUE(is_too_old(*found, support::stamp("2026-11-24T12:00:01Z").at));
}

}  // namespace
}  // namespace hipflow::today
