// SPDX-License-Identifier: MIT
// What the answers before a session make of the day.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <string>

#include "guide/before.h"
#include "store/coach_record.h"
#include "today/beginnings.h"
#include "unit/guide/guidance.h"

namespace hipflow::guide {
namespace {

/// Somebody in the third day of a flare.
class InAFlare : public Guidance {
   protected:
    InAFlare() {
        for (const char* on : {"2026-11-22T07:00:00Z", "2026-11-23T07:00:00Z"}) {
            Session rested = support::session(std::string("s") + on, on);
            rested.status = SessionStatus::rested;
            rested.gate = Gate::rest;
            rested.done = Millis{0};
            PainReading told = support::reading(std::string("r") + on, Moment::before, 7, on);
            told.session_id = rested.id;
            desk.put(rested, told);
        }
    }
    Outcome answers(std::deque<std::string> given) {
        Request asked = request();
        asked.given.ask = true;
        asked.given.news = session::News::none;
        asked.given.pain_before = PainScore::from(7);
        face.answers = {"", "", ""};  // the first run, the restrictions, the experience
        face.answers.insert(face.answers.end(), given.begin(), given.end());
        face.keys = {session::Key::quit};
        return lead(asked);
    }
};

TEST_F(InAFlare, EnterIsTheFlareUpDayFromTheThirdDayOn) {
    EXPECT_EQ(answers({""}).ending, coach::Ending::flare);
    EXPECT_TRUE(std::ranges::count(face.options, "1/r rest today") > 0 ||
                std::ranges::count(face.options, "r rest today") > 0);
}

TEST_F(InAFlare, RIsRest) {
    const Outcome outcome = answers({"r"});
    EXPECT_FALSE(outcome.performed);
    EXPECT_EQ(outcome.ending, coach::Ending::rest);
    EXPECT_EQ(last().gate, Gate::rest);
}

TEST_F(InAFlare, NobodyToAskRests) {
    session::GivenAnswers given = nobody_to_ask();
    given.pain_before = PainScore::from(7);
    EXPECT_EQ(lead(request(given)).ending, coach::Ending::rest);
}

TEST_F(Guidance, BeginsGentlyAfterASevereScoreOfTheSameDay) {
    desk.put(support::reading("r1", Moment::checkin, 9, "2026-11-24T08:00:00Z"));
    face.keys = {session::Key::quit};
    session::GivenAnswers given = nobody_to_ask();
    given.pain_before = PainScore::from(2);
    EXPECT_TRUE(lead(request(given)).performed);
    EXPECT_EQ(last().gate, Gate::gentle);
    EXPECT_EQ(store::coach_record(last())->gate, "Pain was 9 earlier today.");
}

TEST_F(Guidance, SaysThatSteadyPainKeepsThePlan) {
    for (const char* on : {"2026-11-21", "2026-11-22", "2026-11-23"}) {
        PainReading morning = support::reading(std::string("m") + on, Moment::morning, 5,
                                               std::string(on) + "T07:00:00Z");
        morning.for_day = support::day(on) - std::chrono::days(1);
        desk.put(morning);
    }
    face.keys = {session::Key::quit};
    session::GivenAnswers given = nobody_to_ask();
    given.pain_before = PainScore::from(5);
    lead(request(given));
    EXPECT_EQ(last().gate, Gate::none);
    EXPECT_TRUE(
        store::coach_record(last())->gate.value().starts_with("Pain now is 5, your usual:"));
}

TEST_F(Guidance, AsksBeforeTheFirstSessionWhetherThisIsNew) {
    const auto led_with = [&](const char* answer) {
        Request asked;
        asked.chosen = today::choose_routine(*desk, "", desk->now().local_day);
        asked.source = today::find_routine(desk->library(), asked.chosen.name);
        asked.given.news = session::News::none;
        face.answers = {"", "", answer, "0"};
        face.keys.clear();
        EXPECT_THROW(lead(asked), terminal::Interrupted);
        return last().routine;
    };
    EXPECT_EQ(led_with("u"), "hip-rotation");
    EXPECT_EQ(today::told_experience(desk->store()), session::Experience::used_to_this);
    EXPECT_EQ(std::ranges::count(face.options, "1/n new to this"), 1);
}

TEST_F(Guidance, TakesExperienceFromTheCommandLine) {
    face.keys = {session::Key::quit};
    session::GivenAnswers given = nobody_to_ask();
    given.experience = session::Experience::new_to_this;
    lead(request(given));
    EXPECT_EQ(today::told_experience(desk->store()), session::Experience::new_to_this);
}

TEST_F(Guidance, SuggestsAtItsEndToHaveSomebodyLook) {
    for (int on = 5; on <= 23; ++on) {
        const std::string day = (on < 10 ? "2026-11-0" : "2026-11-") + std::to_string(on);
        PainReading morning = support::reading("m" + day, Moment::morning, 8, day + "T07:00:00Z");
        morning.for_day = support::day(day) - std::chrono::days(1);
        desk.put(morning);
    }
    const auto words = [&] {
        face.keys = {session::Key::quit};
        return lead(request()).words;
    };
    EXPECT_NE(words().find("A physiotherapist or doctor could check"), std::string::npos);
    EXPECT_EQ(words(), "") << "once in two weeks";
}

TEST_F(Guidance, AsksNothingBeforeTheWordsAboutHelp) {
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));  // a morning is owed
    session::GivenAnswers given;
    given.news = session::News::weakness;
    const Outcome outcome = lead(request(given));
    EXPECT_EQ(outcome.ending, coach::Ending::weakness);
    EXPECT_TRUE(face.questions.empty());
    given.news.reset();
    given.pain_before = PainScore::from(9);
    EXPECT_EQ(lead(request(given)).ending, coach::Ending::uncleared);
}

TEST_F(Guidance, KeepsASignThatIsToldBeforeAnotherIsCleared) {
    desk.put(support::symptom("y1", SymptomKind::weakness, "2026-11-23T12:30:00Z"));
    session::GivenAnswers given;
    given.news = session::News::emergency;
    EXPECT_EQ(lead(request(given)).ending, coach::Ending::uncleared);
    EXPECT_TRUE(desk->store().last_symptom(SymptomKind::emergency));
}

TEST_F(Guidance, KeepsTheSideOfASignThatHasOne) {
    session::GivenAnswers given;
    given.side = Side::left;
    given.news = session::News::weakness;
    lead(request(given));
    EXPECT_EQ(desk->store().last_symptom(SymptomKind::weakness).value().side, Side::left);
    keep_news(*desk, session::News::numbness, Side::right);
    EXPECT_EQ(desk->store().last_symptom(SymptomKind::numbness).value().side, Side::right);
    keep_news(*desk, session::News::saddle, Side::right);
    EXPECT_EQ(desk->store().last_symptom(SymptomKind::saddle).value().side, std::nullopt);
}

TEST_F(Guidance, KeepsASignWhereNobodyCanBeLed) {
    EXPECT_EQ(keep_news(*desk, session::News::none), "");
    EXPECT_NE(keep_news(*desk, session::News::emergency).find("Please get that help now"),
              std::string::npos);
    EXPECT_TRUE(desk->store().last_symptom(SymptomKind::emergency));
    EXPECT_EQ(lead(request()).ending, coach::Ending::uncleared);
}

}  // namespace
}  // namespace hipflow::guide
