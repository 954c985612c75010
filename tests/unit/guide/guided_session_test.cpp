// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "coach/safety.h"
#include "domain/error.h"
#include "store/coach_record.h"
#include "support/english.h"
#include "support/scripted_face.h"
#include "support/sessions.h"
#include "today/routine_source.h"
#include "unit/guide/guidance.h"

namespace hipflow::guide {
namespace {

using support::error_of;

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

TEST_F(Guidance, RestsOnlyForPainWhereNothingOfTheRoutineIsLeft) {
    desk.write_config("routines/mine.toml",
                      "format = 1\nname = \"Mine\"\nsummary = \"Mine.\"\nlevel = 1\n[[step]]\n"
                      "exercise = \"rest-90-90\"\n");
    desk.anew();
    for (const auto& entry : desk->library().exercises()) {  // so that nothing takes its place
        desk.put(Preference{"p-" + entry.id, PreferenceSubject::exercise, entry.id,
                            PreferenceRule::avoid, support::stamp("2026-11-20T07:00:00Z").at});
    }
    Request mine = request();
    mine.source = today::find_routine(desk->library(), "mine");
    const Outcome left_out = lead(mine);
    EXPECT_FALSE(left_out.performed);
    EXPECT_EQ(left_out.ending, coach::Ending::left_out);
    EXPECT_TRUE(left_out.words.starts_with("Nothing of 'mine' is left for today."))
        << left_out.words;
    EXPECT_TRUE(left_out.words.ends_with("\nNo session was recorded.\n")) << left_out.words;
    EXPECT_FALSE(desk->store().last_session());
    mine.given.pain_before = PainScore::from(5);
    const Outcome outcome = lead(mine);
    EXPECT_FALSE(outcome.performed);
    EXPECT_EQ(outcome.ending, coach::Ending::nothing_left);
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
    EXPECT_NE(face.said_last().find(support::english_care().say(Care::stopped)), std::string::npos);
    face.keys = {session::Key::quit};
    face.answers = {"t"};
    lead(request());
    EXPECT_EQ(face.said_last().find(support::english_care().say(Care::stopped)), std::string::npos);
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
                   support::english_care(), Settings{});
    EXPECT_NE(face.said_last().find(
                  coach::last_words(coach::Ending::severe_pain, support::english_care())),
              std::string::npos);
}

}  // namespace
}  // namespace hipflow::guide
