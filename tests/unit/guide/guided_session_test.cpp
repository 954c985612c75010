// SPDX-License-Identifier: MIT
#include "guide/guided_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>

#include "coach/safety.h"
#include "domain/error.h"
#include "guide/before.h"
#include "store/coach_record.h"
#include "support/a_desk.h"
#include "support/scripted_face.h"
#include "support/sessions.h"
#include "today/beginnings.h"
#include "today/routine_source.h"

namespace hipflow::guide {
namespace {

using support::error_of;

/// Somebody with a desk of their own, and starts that are led without sound.
class Guidance : public testing::Test {
   protected:
    static constexpr const char* routine = "five-minute-minimum";

    Request request(session::GivenAnswers given = nobody_to_ask()) {
        Request request;
        request.chosen.name = routine;
        request.source = today::find_routine(desk->library(), routine);
        request.given = std::move(given);
        return request;
    }
    static session::GivenAnswers nobody_to_ask() {
        session::GivenAnswers given;
        given.ask = false;
        return given;
    }

    Outcome lead(Request asked) {
        Recorder recorder(desk->store(), desk->clock(), std::chrono::hours(4),
                          std::filesystem::path(), [](const std::string&) {});
        sound::Speaker speaker({false, false, 80, {}},
                               [](const std::string&) { return std::nullopt; }, {});
        speaker.try_out(desk->clock().real());
        Companion companion(desk->clock(), face, speaker);
        return lead_session({*desk, face, recorder, speaker, companion}, std::move(asked));
    }
    /// A session that stops because its terminal is gone. Returns its id.
    std::string broken_off(session::GivenAnswers given = nobody_to_ask()) {
        face.keys.clear();
        EXPECT_THROW(lead(request(std::move(given))), terminal::Interrupted);
        return last().id;
    }
    Session last() { return desk->store().last_session().value(); }
    Session kept(const std::string& id) { return desk->store().session(id).value(); }
    /// A session yesterday that began at a pain of 1, and 6 on the morning after it.
    void bad_morning() {
        PainReading before = support::reading("r1", Moment::before, 1, "2026-11-23T07:00:00Z");
        before.session_id = "s1";
        PainReading morning = support::reading("r2", Moment::morning, 6, "2026-11-24T07:00:00Z");
        morning.for_day = support::day("2026-11-23");
        desk.put(support::session("s1", "2026-11-23T07:00:00Z"), before, morning);
    }
    std::string name_of(const char* id) {
        return today::find_routine(desk->library(), id).routine.name;
    }

    support::ADesk desk;
    support::ScriptedFace face;
};

TEST_F(Guidance, LeadsThroughASessionAndKeepsIt) {
    face.keys = {session::Key::quit};
    session::GivenAnswers given = nobody_to_ask();
    given.pain_before = PainScore::from(2);
    given.pain_after = PainScore::from(1);
    const Outcome outcome = lead(request(given));
    EXPECT_EQ(outcome.performed, name_of(routine));
    EXPECT_EQ(outcome.ending, coach::Ending::session);
    const Session session = last();
    EXPECT_EQ(session.status, SessionStatus::partial);
    EXPECT_EQ(session.routine, routine);
    EXPECT_EQ(desk->store().readings_of(session.id).size(), 2U);
    const auto record = store::coach_record(session);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->before, PainScore::from(2));
    EXPECT_FALSE(record->states.empty());
}

TEST_F(Guidance, RestsWhereASignNeedsHelp) {
    session::GivenAnswers given = nobody_to_ask();
    given.news = session::News::emergency;
    const Outcome outcome = lead(request(given));
    EXPECT_FALSE(outcome.performed);
    EXPECT_EQ(outcome.ending, coach::Ending::emergency);
    EXPECT_FALSE(outcome.words.empty());
    EXPECT_EQ(last().status, SessionStatus::rested);
    EXPECT_EQ(last().gate, Gate::refused);
}

TEST_F(Guidance, BeginsNothingBeforeASignIsCleared) {
    const std::string id = broken_off();
    desk.put(support::symptom("y1", SymptomKind::weakness, "2026-11-24T12:30:00Z"));
    Request again = request();
    again.recovery = Recovery::resume;
    const Outcome outcome = lead(again);
    EXPECT_EQ(outcome.ending, coach::Ending::uncleared);
    EXPECT_EQ(kept(id).status, SessionStatus::partial);
    EXPECT_EQ(last().status, SessionStatus::rested);
    EXPECT_EQ(store::coach_record(last())->gate,
              "A sign that needs to be looked at has not been cleared.");
}

TEST_F(Guidance, RestsWhereNothingOfTheRoutineIsLeft) {
    desk.write_config("routines/mine.toml",
                      "format = 1\nname = \"Mine\"\nsummary = \"Mine.\"\nlevel = 1\n[[step]]\n"
                      "exercise = \"rest-90-90\"\n");
    desk.anew();
    desk.put(Preference{"p1", PreferenceSubject::exercise, "rest-90-90", PreferenceRule::avoid,
                        support::stamp("2026-11-20T07:00:00Z").at});
    Request mine = request();
    mine.source = today::find_routine(desk->library(), "mine");
    const Outcome outcome = lead(mine);
    EXPECT_FALSE(outcome.performed);
    EXPECT_EQ(outcome.ending, coach::Ending::nothing_left);
    EXPECT_EQ(outcome.words, store::coach_record(last())->gate.value() + '\n');
    EXPECT_EQ(last().status, SessionStatus::rested);
    EXPECT_EQ(last().routine, "mine");
    EXPECT_EQ(last().gate, Gate::rest);
}

TEST_F(Guidance, TakesTheFlareUpDayOnRequest) {
    face.keys = {session::Key::quit};
    session::GivenAnswers given = nobody_to_ask();
    given.pain_before = PainScore::from(7);
    given.flare = true;
    const Outcome outcome = lead(request(given));
    EXPECT_EQ(outcome.performed, name_of(today::flare_up_routine));
    EXPECT_EQ(outcome.ending, coach::Ending::flare);
    EXPECT_EQ(last().gate, Gate::flare);
}

TEST_F(Guidance, TakesTheGentleDayAfterABadMorning) {
    bad_morning();
    face.keys = {session::Key::quit};
    EXPECT_EQ(lead(request()).performed, name_of(today::gentle_day_routine));
    face.keys = {session::Key::quit};
    session::GivenAnswers all_the_same = nobody_to_ask();
    all_the_same.override_gate = true;
    EXPECT_EQ(lead(request(all_the_same)).performed, name_of(routine));
}

TEST_F(Guidance, AsksAboutTheGentleDayOnlyWhereAnotherRoutineIsPlanned) {
    bad_morning();
    const auto asks_about_it = [&](const char* planned) {
        Request asked = request();
        asked.source = today::find_routine(desk->library(), planned);
        asked.given.ask = true;
        asked.recovery = Recovery::keep_partial;
        face.options.clear();
        EXPECT_THROW(lead(asked), terminal::Interrupted);
        return std::ranges::count(face.options, "Enter begin the gentle day") > 0;
    };
    EXPECT_TRUE(asks_about_it(routine));
    EXPECT_FALSE(asks_about_it(today::gentle_day_routine));
}

TEST_F(Guidance, BeginsWithTheBetterSide) {
    face.keys = {session::Key::quit};
    session::GivenAnswers given = nobody_to_ask();
    given.pain_before = PainScore::from(2);
    given.side = Side::left;
    lead(request(given));
    const auto begun = desk->store().prescription(last().prescription_hash.value());
    ASSERT_TRUE(begun);
    for (const auto& step : begun->steps) EXPECT_EQ(step.first, Side::right);
}

TEST_F(Guidance, PraisesAStopForPainOnly) {
    face.keys = {session::Key::quit};
    face.answers = {"p"};
    lead(request());
    EXPECT_NE(face.said_last().find(coach::stopped_words()), std::string::npos);
    face.keys = {session::Key::quit};
    face.answers = {"t"};
    lead(request());
    EXPECT_EQ(face.said_last().find(coach::stopped_words()), std::string::npos);
    EXPECT_NE(face.said_last().find("What was done is kept."), std::string::npos);
}

TEST_F(Guidance, IsToldWhatToDoWithAnUnfinishedSessionWhereNobodyCanBeAsked) {
    const std::string id = broken_off();
    EXPECT_EQ(kept(id).status, SessionStatus::in_progress);
    EXPECT_NE(error_of([&] { lead(request()); }).find("--keep-partial or --discard"),
              std::string::npos);
    EXPECT_EQ(last().id, id);
}

TEST_F(Guidance, GoesOnWithAnUnfinishedSession) {
    const std::string id = broken_off();
    face.keys = {session::Key::quit};
    Request again = request();
    again.recovery = Recovery::resume;
    const Outcome outcome = lead(again);
    EXPECT_EQ(outcome.performed, name_of(routine));
    EXPECT_EQ(outcome.ending, coach::Ending::session);
    EXPECT_EQ(last().id, id);
    EXPECT_EQ(last().status, SessionStatus::partial);
}

TEST_F(Guidance, GoesOnWithAFlareUpDayAsWithOne) {
    session::GivenAnswers given = nobody_to_ask();
    given.pain_before = PainScore::from(7);
    given.flare = true;
    const std::string id = broken_off(given);
    face.keys = {session::Key::quit};
    Request again = request();
    again.recovery = Recovery::resume;
    EXPECT_EQ(lead(again).ending, coach::Ending::flare);
    EXPECT_EQ(last().id, id);
}

TEST_F(Guidance, KeepsAnUnfinishedSessionThatPainNowSpeaksAgainst) {
    const std::string id = broken_off();
    Request again = request();
    again.recovery = Recovery::resume;
    again.given.pain_before = PainScore::from(8);
    const Outcome outcome = lead(again);
    EXPECT_FALSE(outcome.performed);
    EXPECT_EQ(outcome.ending, coach::Ending::rest);
    EXPECT_EQ(kept(id).status, SessionStatus::partial);
    EXPECT_NE(last().id, id);
}

TEST_F(Guidance, DiscardsAnUnfinishedSessionAndBeginsAnew) {
    const std::string id = broken_off();
    face.keys = {session::Key::quit};
    Request again = request();
    again.recovery = Recovery::discard;
    EXPECT_EQ(lead(again).performed, name_of(routine));
    EXPECT_EQ(kept(id).status, SessionStatus::discarded);
    EXPECT_NE(last().id, id);
}

TEST_F(Guidance, DiscardsAnUnfinishedSessionWhateverIsToldNow) {
    session::GivenAnswers numbness = nobody_to_ask();
    numbness.news = session::News::numbness;
    session::GivenAnswers nine = nobody_to_ask();
    nine.pain_before = PainScore::from(9);
    for (const auto& given : {numbness, nine}) {
        const std::string id = broken_off();
        Request again = request(given);
        again.recovery = Recovery::discard;
        EXPECT_FALSE(lead(again).performed);
        EXPECT_EQ(kept(id).status, SessionStatus::discarded);
        EXPECT_EQ(last().status, SessionStatus::rested);
    }
}

TEST_F(Guidance, AsksWhatToDoWithAnUnfinishedSession) {
    const std::string id = broken_off();
    Request again = request();
    again.given.ask = true;
    face.questions.clear();
    face.answers = {"", "", "d"};  // the first run, the restrictions, the session
    again.given.experience = session::Experience::used_to_this;
    face.keys.clear();
    EXPECT_THROW(lead(again), terminal::Interrupted);
    EXPECT_EQ(kept(id).status, SessionStatus::discarded);
    EXPECT_NE(face.questions.back().find("How strong is your pain right now"), std::string::npos);
}

TEST_F(Guidance, BeginsWithTheAnswerBelowWhatWasSeen) {
    const auto asks_to_begin = [&](const char* score) {
        Request asked = request();
        asked.given.ask = true;
        asked.recovery = Recovery::discard;
        asked.given.news = session::News::none;
        asked.given.experience = session::Experience::used_to_this;
        face.questions.clear();
        face.answers = {score};
        if (!desk->store().acknowledged(coach::first_run_text)) face.answers = {"", "", score};
        face.keys.clear();
        EXPECT_THROW(lead(asked), terminal::Interrupted);
        return face.questions.back().find("Press Enter to begin.") != std::string::npos;
    };
    EXPECT_FALSE(asks_to_begin("0"));
    EXPECT_TRUE(asks_to_begin("5")) << "the gentler session was not seen before";
    EXPECT_FALSE(asks_to_begin("2"));
}

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

TEST_F(Guidance, KeepsASignWhereNobodyCanBeLed) {
    EXPECT_EQ(keep_news(*desk, session::News::none), "");
    EXPECT_NE(keep_news(*desk, session::News::emergency).find("Please get that help now"),
              std::string::npos);
    EXPECT_TRUE(desk->store().last_symptom(SymptomKind::emergency));
    EXPECT_EQ(lead(request()).ending, coach::Ending::uncleared);
}

TEST_F(Guidance, BelongsToTheProgramThatChoseIt) {
    face.keys = {session::Key::quit};
    Request asked = request();
    today::Enrolled enrolled;
    enrolled.enrolment = {"e1", "steady-six", support::day("2026-11-23"), std::nullopt};
    enrolled.program = desk->library().program_source("steady-six").program;
    enrolled.today.week = 1;
    asked.chosen.enrolled = enrolled;
    ScheduleVersion schedule;
    schedule.valid_from = support::day("2026-11-24");
    schedule.rule = "3 per week";
    asked.chosen.schedule_due = schedule;
    lead(asked);
    EXPECT_EQ(last().program, "steady-six");
    EXPECT_EQ(last().week, 1);
    ASSERT_EQ(desk->store().schedules().size(), 1U);
    EXPECT_EQ(desk->store().schedules().front().rule, "3 per week");
}

TEST(PeakQuestions, FollowEachExerciseOnlyWhereSomebodyCanAnswerThere) {
    Settings settings;
    settings.ask_peak = AskPeak::after_each_exercise;
    EXPECT_EQ(when_to_ask_peak(settings, false, true), AskPeak::after_each_exercise);
    EXPECT_EQ(when_to_ask_peak(settings, true, true), AskPeak::at_the_end);
    EXPECT_EQ(when_to_ask_peak(settings, false, false), AskPeak::at_the_end);
    settings.ask_peak = AskPeak::at_the_end;
    EXPECT_EQ(when_to_ask_peak(settings, false, true), AskPeak::at_the_end);
}

TEST(Rehearsals, TellWhatToDoAboutASevereScore) {
    const platform::Clock clock{platform::Environment(
        std::map<std::string, std::string>{{"HIPFLOW_NOW", "2026-11-22T08:00:00+00:00"}})};
    support::ScriptedFace face;
    face.keys = {session::Key::next, session::Key::hurts};
    face.answers = {"9", "1", "l", "d"};
    session::Hearing tones;
    tones.voice = false;
    const auto session = support::session_of({support::holds("one", std::chrono::minutes(10))});
    play_rehearsal(session::make_script(session, AskPeak::at_the_end, tones), clock, face,
                   Settings{});
    EXPECT_NE(face.said_last().find(coach::last_words(coach::Ending::severe_pain)),
              std::string::npos);
}

}  // namespace
}  // namespace hipflow::guide
