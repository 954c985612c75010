// SPDX-License-Identifier: MIT
#include "today/entries.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "domain/error.h"
#include "support/a_desk.h"
#include "support/sessions.h"
#include "today/days.h"
#include "today/enrolment.h"
#include "today/past_sessions.h"
#include "today/preferences.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

ReportedSession two_holds(Desk& desk) {
    ReportedSession reported;
    reported.prescription =
        support::session_of({support::holds("bridge", 30s), support::holds("clam", 30s)});
    reported.started = moment_at(desk, PastMoment::from_text("yesterday 19:30"));
    return reported;
}

ScoresEntered score(Desk& desk, int value, std::optional<Site> site = {}) {
    return {{{*PainScore::from(value), site, {}}}, desk.now(), {}};
}

TEST(Entries, ReadAShareOfTheWork) {
    EXPECT_DOUBLE_EQ(WorkShare::from_text("80%").value().value, 0.8);
    EXPECT_DOUBLE_EQ(WorkShare::from_text("100").value().value, 1);
    for (const char* text : {"0", "101%", "most", ""}) EXPECT_FALSE(WorkShare::from_text(text));
    EXPECT_EQ(share_of(1001ms, 0.5), 501ms);
}

TEST(Entries, ReadScoresWithTheirPlaces) {
    const ScoreEntry buttock{*PainScore::from(6), Site::buttock, Side::left};
    EXPECT_EQ(ScoreEntry::from_text("buttock:left=6"), buttock);
    EXPECT_EQ(ScoreEntry::from_text("4"), (ScoreEntry{.score = *PainScore::from(4)}));
    for (const char* text : {"11", "-1", "", "foot=", "foot=x"}) {
        EXPECT_FALSE(ScoreEntry::from_text(text)) << text;
    }
    EXPECT_THROW(ScoreEntry::from_text("ear=4"), Error);
    EXPECT_THROW(ScoreEntry::from_text("foot:up=4"), Error);
    EXPECT_EQ(one_entry({{.score = buttock.score}}, Site::buttock, Side::left),
              std::vector{buttock});
    EXPECT_THROW(one_entry({buttock, buttock}, {}, {}), Error);
    EXPECT_THROW(one_entry({buttock}, Site::foot, {}), Error);
}

TEST(Entries, ReportWhatWouldHaveBeenPlannedThatDay) {
    support::ADesk desk;
    const Stamp at = moment_at(*desk, PastMoment::from_text("yesterday 19:30"));
    ChosenRoutine chosen;
    chosen.name = "hip-rotation";
    const ReportedSession whole = as_planned(*desk, chosen, at);
    EXPECT_EQ(whole.prescription.routine, "hip-rotation");
    EXPECT_EQ(whole.started, at);
    EXPECT_FALSE(whole.program);
    Enrolled enrolled;
    enrolled.program.id = "mine";
    enrolled.today.week = 2;
    enrolled.today.cap = 1;
    chosen.enrolled = enrolled;
    const ReportedSession capped = as_planned(*desk, chosen, at);
    EXPECT_EQ(capped.program, "mine");
    EXPECT_EQ(capped.week, 2);
    for (const auto& step : capped.prescription.steps) EXPECT_EQ(step.work.exercise.level, 1);
    avoid_exercise(*desk, whole.prescription.steps.front().work.exercise.id);
    EXPECT_NE(exercises_in(as_planned(*desk, chosen, at).prescription),
              exercises_in(whole.prescription));
}

TEST(Entries, RecordASessionThatWasDoneInPart) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    ReportedSession reported = two_holds(desk);
    reported.share.value = 0.5;
    enter_session(desk, reported);
    const Session session = desk.store().find_session("last");
    EXPECT_EQ(session.source, Source::reported);
    EXPECT_EQ(session.status, SessionStatus::partial);
    EXPECT_EQ(session.done * 2, session.planned);
    EXPECT_EQ(session.started.local_day, *parse_day("2026-11-23"));
    EXPECT_TRUE(desk.store().sets_of(session.id).empty());
}

TEST(Entries, RecordTheExercisesThatWereDone) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    ReportedSession reported = two_holds(desk);
    reported.exercises = {"clam"};
    reported.answers.pain_after = PainScore::from(3);
    enter_session(desk, reported);
    const Session session = desk.store().find_session("last");
    Millis bridge{};
    Millis clam{};
    for (const auto& set : desk.store().sets_of(session.id)) {
        (set.exercise == "clam" ? clam : bridge) += set.actual;
    }
    EXPECT_EQ(bridge, 0ms);
    EXPECT_EQ(clam, session.done);
    ASSERT_EQ(desk.store().readings_of(session.id).size(), 1U);
    EXPECT_EQ(desk.store().readings_of(session.id).front().felt.at, session.ended_at);
    EXPECT_THROW(require_planned({"plank"}, reported.prescription), Error);
}

TEST(Entries, PlaceTheScoresOfTheSessionButNoPeak) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    ReportedSession reported = two_holds(desk);
    reported.answers.pain_after = PainScore::from(3);
    reported.answers.site = Site::buttock;
    reported.answers.side = Side::left;
    reported.answers.peaks = {{"clam", PainScore::from(5)}};
    enter_session(desk, reported);
    const auto readings = desk.store().readings_of(desk.store().find_session("last").id);
    ASSERT_EQ(readings.size(), 2U);
    for (const auto& reading : readings) {
        const bool placed = reading.moment == Moment::after;
        EXPECT_EQ(reading.site, placed ? std::optional(Site::buttock) : std::nullopt);
        EXPECT_EQ(reading.side, placed ? std::optional(Side::left) : std::nullopt);
    }
}

TEST(Entries, KeepOneMorningScoreForADayAndPlace) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    const auto morning = [&](int value, std::optional<Site> site = {}) {
        return enter_morning(desk, {score(desk, value, site), {}, false});
    };
    EXPECT_EQ(morning(5).day, *parse_day("2026-11-23"));
    morning(2);
    morning(4, Site::low_back);
    const auto known = desk.store().morning_scores(*parse_day("2026-11-23"));
    ASSERT_EQ(known.size(), 2U);
    int sum = 0;
    for (const auto& reading : known) sum += reading.score.value();
    EXPECT_EQ(sum, 6);
}

TEST(Entries, KeepTheMorningScoresOfBothSides) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    for (const Side side : {Side::left, Side::right}) {
        ScoresEntered told = score(desk, 4, Site::buttock);
        told.scores.front().side = side;
        enter_morning(desk, {told, {}, false});
    }
    EXPECT_EQ(desk.store().morning_scores(*parse_day("2026-11-23")).size(), 2U);
}

TEST(Entries, OweTheMorningToTheDayOfTheSession) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    ReportedSession reported = two_holds(desk);
    reported.started =
        moment_at(desk, PastMoment::from_text("2026-11-23 03:00"));  // of the day before, at night
    enter_session(desk, reported);
    const auto recorded = enter_morning(desk, {score(desk, 2), {}, true});
    EXPECT_EQ(recorded.day, *parse_day("2026-11-22"));
    ASSERT_EQ(desk.store().symptoms_since(*parse_day("2026-11-24")).size(), 1U);
}

TEST(Entries, RefuseAMorningThatFollowsNoEarlierDay) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    EXPECT_THROW(enter_morning(desk, {score(desk, 2), PastDay::from_text("today"), false}), Error);
    EXPECT_EQ(enter_morning(desk, {score(desk, 2), PastDay::from_text("2026-11-20"), false}).day,
              *parse_day("2026-11-20"));
}

class CorrectionTest : public testing::Test {
   protected:
    CorrectionTest() {
        ReportedSession reported = two_holds(desk_);
        reported.answers.pain_before = PainScore::from(4);
        reported.answers.pain_after = PainScore::from(3);
        reported.answers.effort = Effort::ok;
        enter_session(desk_, reported);
        session_ = named_session(desk_, "yesterday");
    }
    Corrected correct(const Correction& correction) {
        return correct_session(desk_, session_, correction);
    }

    support::ADesk home_;
    Desk desk_ = home_.desk_at();
    PainReading reading_of(Moment moment) {
        for (const auto& reading : desk_.store().readings_of(session_.id)) {
            if (reading.moment == moment) return reading;
        }
        throw std::logic_error("no score");
    }
    Session session_;
};

TEST_F(CorrectionTest, ChangesOnlyWhatIsOtherwise) {
    Correction same;
    same.answers.effort = Effort::ok;
    EXPECT_FALSE(correct(same).step);
    Correction harder;
    harder.answers.effort = Effort::hard;
    harder.done = WorkShare{0.5};
    const Corrected corrected = correct(harder);
    ASSERT_TRUE(corrected.step);
    EXPECT_EQ(corrected.change.put.size(), 2U);  // the score at its end came earlier
    EXPECT_EQ(corrected.session.effort, Effort::hard);
    EXPECT_EQ(desk_.store().find_session("last"), corrected.session);
    EXPECT_EQ(corrected.session.status, SessionStatus::partial);
}

TEST_F(CorrectionTest, MakesFactsUnknown) {
    Correction unknown;
    unknown.clear = {Clearable::effort, Clearable::pain_before, Clearable::pain_after};
    correct(unknown);
    EXPECT_EQ(desk_.store().find_session("last").effort, std::nullopt);
    EXPECT_TRUE(desk_.store().readings_of(session_.id).empty());
}

TEST_F(CorrectionTest, MovesTheEndWithTheBeginning) {
    const auto length = *session_.ended_at - session_.started.at;
    Correction earlier;
    earlier.at = PastMoment::from_text("yesterday 8:00");
    const Session moved = correct(earlier).session;
    EXPECT_EQ(*moved.ended_at - moved.started.at, length);
    EXPECT_EQ(moved.started.local_day, *parse_day("2026-11-23"));
}

TEST_F(CorrectionTest, MovesTheScoresWithTheSession) {
    Correction earlier;
    earlier.at = PastMoment::from_text("2026-11-22 8:00");
    earlier.answers.pain_after = PainScore::from(5);
    const Session moved = correct(earlier).session;
    EXPECT_EQ(reading_of(Moment::before).felt, moved.started);
    EXPECT_EQ(reading_of(Moment::after).felt.at, moved.ended_at);
    EXPECT_EQ(reading_of(Moment::after).felt.local_day, *parse_day("2026-11-22"));
    EXPECT_EQ(reading_of(Moment::after).score, *PainScore::from(5));
}

TEST_F(CorrectionTest, MovesNoScoreThatIsTakenAway) {
    Correction earlier;
    earlier.at = PastMoment::from_text("2026-11-22 8:00");
    earlier.clear = {Clearable::pain_before};
    correct(earlier);
    const auto left = desk_.store().readings_of(session_.id);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.front().moment, Moment::after);
}

TEST_F(CorrectionTest, LeavesTheScoresOfExercisesAlone) {
    PainReading of_bridge = reading_of(Moment::after);
    of_bridge.id = "r1";
    of_bridge.exercise = "bridge";
    home_.put(of_bridge);
    Correction unknown;
    unknown.clear = {Clearable::pain_after};
    correct(unknown);
    EXPECT_EQ(reading_of(Moment::after).id, "r1");
}

TEST_F(CorrectionTest, TakesTheTimeOfTheWorkThatWasDone) {
    const Millis whole = session_.active;
    Correction half;
    half.done = WorkShare{0.5};
    const Session session = correct(half).session;
    EXPECT_EQ(session.active, share_of(whole, 0.5));
    EXPECT_EQ(session.ended_at, session.started.at + session.active);
    EXPECT_EQ(reading_of(Moment::after).felt.at, session.ended_at);
    session_ = session;
    half.done = WorkShare{1};
    EXPECT_EQ(correct(half).session.active, whole);
}

TEST_F(CorrectionTest, KeepsTheTimeThatWasTold) {
    ReportedSession reported = two_holds(desk_);
    reported.started = moment_at(desk_, PastMoment::from_text("2026-11-20 8:00"));
    reported.active = 7min;
    enter_session(desk_, reported);
    session_ = named_session(desk_, "2026-11-20");
    Correction half;
    half.done = WorkShare{0.5};
    EXPECT_EQ(correct(half).session.active, Millis(7min));
}

TEST_F(CorrectionTest, KeepsPeaksThatAreSaidAgain) {
    Correction hurt;
    hurt.answers.hurt_more = HurtMore::some;
    hurt.answers.peaks = {{"bridge", PainScore::from(3)}};
    EXPECT_TRUE(correct(hurt).step);
    session_ = named_session(desk_, "last");
    EXPECT_FALSE(correct(hurt).step);
    hurt.answers.peaks = {{"bridge", PainScore::from(4)}};
    EXPECT_TRUE(correct(hurt).step);
    EXPECT_EQ(reading_of(Moment::peak).score, *PainScore::from(4));
}

TEST_F(CorrectionTest, AsksWhatToCorrect) {
    EXPECT_NE(support::error_of([&] { correct({}); }).find("--effort"), std::string::npos);
}

TEST_F(CorrectionTest, RefusesContradictions) {
    Correction both;
    both.answers.effort = Effort::easy;
    both.clear = {Clearable::effort};
    EXPECT_THROW(correct(both), Error);
    Correction reason;
    reason.reason = StopReason::time;
    reason.clear = {Clearable::reason};
    EXPECT_NE(support::error_of([&] { correct(reason); }).find("--clear reason"),
              std::string::npos);
    Correction place;
    place.answers.site = Site::buttock;
    EXPECT_THROW(correct(place), Error);
}

TEST_F(CorrectionTest, RemovesAllThatBelongsToASession) {
    Symptom tingling = support::symptom("y1", SymptomKind::numbness, "2026-11-23T19:31:00Z");
    tingling.session_id = session_.id;
    home_.put(tingling);
    const HistoryStep step = remove_session(desk_, session_);
    EXPECT_EQ(step.changes.size(), 4U);  // the session, its scores and its symptom
    EXPECT_TRUE(desk_.store().symptoms_of(session_.id).empty());
    EXPECT_THROW(named_session(desk_, "last"), Error);
}

TEST(Entries, KeepASessionOfTodayInItsDay) {
    const support::ADesk home;
    Desk desk = home.desk_at("2026-11-24T04:01:01Z");  // a minute after the day has begun
    ReportedSession reported = two_holds(desk);
    reported.started = moment_at(desk, PastMoment::from_text("today"));
    reported.at_any_time = true;
    enter_session(desk, reported);
    const Session session = desk.store().find_session("last");
    EXPECT_EQ(session.started, support::stamp("2026-11-24T04:00:00Z"));
    EXPECT_LT(session.ended_at, support::stamp("2026-11-24T04:01:05Z").at) << "its clock goes on";
}

TEST(RecordOf, HoldsTheMorningAfterButNotTheOneBefore) {
    support::ADesk desk;
    desk.put(support::session("s1", "2026-11-23T20:00:00Z"),
             support::reading("m0", Moment::morning, 5, "2026-11-23T08:00:00Z"),
             support::reading("m1", Moment::morning, 2, "2026-11-24T08:00:00Z"));
    const SessionRecord record = record_of(desk->store(), desk->store().find_session("last"));
    ASSERT_EQ(record.morning_after.size(), 1U);
    EXPECT_EQ(record.morning_after.front().id, "m1");
    EXPECT_TRUE(record.recorded_at.contains("m1"));
    EXPECT_FALSE(record.recorded_at.contains("m0"));
}

TEST(NamedSession, IsNoneWithoutAHistory) {
    const support::ADesk home;
    Desk desk = home.desk_at();
    try {
        named_session(desk, "last");
        FAIL() << "a session";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::nothing);
    }
    EXPECT_EQ(desk.history(), nullptr);
}

}  // namespace
}  // namespace hipflow::today
