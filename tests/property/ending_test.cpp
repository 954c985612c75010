// SPDX-License-Identifier: MIT
// Whoever tells of an emergency, of weakness or of nine or ten is told nothing of moving after
// that, wherever they tell it.
#include "coach/ending.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <map>

#include "guide/after.h"
#include "guide/before.h"
#include "guide/conductor.h"
#include "guide/morning.h"
#include "guide/recovery.h"
#include "support/english.h"
#include "support/scripted_face.h"
#include "support/sessions.h"
#include "text/utf8.h"
#include "today/signs.h"
#include "unit/store/samples.h"

namespace hipflow {
namespace {

using support::ScriptedFace;
using support::speaks_of_moving;

constexpr int severe = 9;

/// Somebody with a history of their own, at a clock that runs.
struct Person {
    platform::Clock clock{platform::Environment(
        std::map<std::string, std::string>{{"HIPFLOW_NOW", "2026-11-22T08:00:00+00:00"}})};
    store::Store store = store::samples::empty_store();
    guide::Recorder recorder{store, clock, std::chrono::hours(4), std::filesystem::path(),
                             [](const std::string&) {}};
    ScriptedFace face;
    Settings settings;
    const CareWords* words = &support::english_care();
    Stamp now{clock.wall(), {}, local_day(clock.wall(), {}, std::chrono::hours(4))};
};

std::string digits(int score) { return std::to_string(score); }

template <typename Enum>
Enum any_of_enum() {
    return static_cast<Enum>(*rc::gen::inRange<std::size_t>(0, words<Enum>.size()));
}

/// The letters that answer the question after what is new.
std::deque<std::string> typed(session::News news) {
    static const std::map<session::News, std::deque<std::string>> keys = {
        {session::News::none, {"n"}},        {session::News::numbness, {"t", "n"}},
        {session::News::saddle, {"t", "y"}}, {session::News::weakness, {"w"}},
        {session::News::gave_way, {"k"}},    {session::News::emergency, {"b"}}};
    return keys.at(news);
}

const CareWords* any_language() {
    return *rc::gen::element(&support::english_care(), &support::german_care());
}

bool needs_help(session::News news) {
    return news == session::News::saddle || news == session::News::weakness ||
           news == session::News::emergency;
}

void require_no_moving(const std::string& text) {
    if (speaks_of_moving(text)) RC_FAIL("it speaks of moving: " + text);
}

RC_GTEST_PROP(EndingProperty, BeforeASessionHelpIsAnsweredWithoutAWordOfMoving, ()) {
    Person person;
    person.words = any_language();
    const auto news = any_of_enum<session::News>();
    const int score = *rc::gen::inRange(0, 11);
    const bool by_flags = *rc::gen::arbitrary<bool>();
    session::GivenAnswers given;
    given.ask = !by_flags;
    given.flare = *rc::gen::arbitrary<bool>();
    given.override_gate = !given.flare && *rc::gen::arbitrary<bool>();
    person.recorder.symptom(SymptomKind::further, Moment::after, std::nullopt, std::nullopt);
    person.recorder.clearance("looked at");
    if (by_flags) {
        given.news = news;
        given.pain_before = PainScore::from(score);
    } else {
        person.face.answers = typed(news);
        for (const auto& answer : {digits(score), std::string("2"), std::string("l")}) {
            person.face.answers.push_back(answer);
        }
        if (*rc::gen::arbitrary<bool>()) person.face.answers.emplace_back("f");
    }
    const guide::Before before =
        guide::ask_before(person.face, *person.words, person.recorder, person.store, given,
                          person.settings, person.now);
    const bool in_need = needs_help(news) || score >= severe;
    RC_ASSERT(coach::asks_for_help(before.ending) == in_need);
    if (!in_need) return;
    RC_ASSERT(!before.session());
    require_no_moving(person.face.said_last() + before.unsaid +
                      coach::last_words(before.ending, *person.words));
    // What is written of it is told by `why` and the glance.
    require_no_moving(before.gate_reason.value_or(""));
    const auto against = today::against_today(person.store, person.now.local_day,
                                              person.settings.pain, *person.words);
    RC_ASSERT(against.has_value());
    require_no_moving(*against);
}

RC_GTEST_PROP(EndingProperty, InASessionHelpEndsItWithoutAWordOfMoving, ()) {
    Person person;
    person.words = any_language();
    const int score = *rc::gen::inRange(0, 11);
    const auto kind = *rc::gen::element<std::string>("s", "t", "w", "k", "d", "n", "");
    const auto between = *rc::gen::element<std::string>("y", "n", "");
    const bool kept = *rc::gen::arbitrary<bool>();
    const auto prescription =
        support::session_of({support::holds("one", std::chrono::minutes(10)),
                             support::holds("two", std::chrono::minutes(10))});
    if (kept) {
        person.recorder.begin(prescription, std::chrono::minutes(20), Gate::none, false, {});
    }
    person.face.keys = {session::Key::next, session::Key::hurts};
    person.face.answers = {digits(score)};
    if (score > 0) person.face.answers.insert(person.face.answers.end(), {"1", "l"});
    person.face.answers.push_back(kind);
    if (kind == "t") person.face.answers.push_back(between);
    person.face.answers.emplace_back("n");  // after a red answer: the next exercise, and no rest
    coach::Exposure at_start;
    at_start.before = PainScore::from(2);
    guide::Conductor conductor(person.clock, person.face, *person.words,
                               kept ? &person.recorder : nullptr, nullptr, person.settings.pain,
                               at_start);
    bool finished = true;
    try {
        session::Hearing tones;
        tones.voice = false;
        conductor.run(
            session::begin(session::make_script(prescription, AskPeak::at_the_end, tones)));
    } catch (const terminal::Interrupted&) {
        finished = false;  // the keys ran out: the session would have gone on
    }
    const bool in_need = kind == "w" || (kind == "t" && between == "y") || score >= severe;
    RC_ASSERT(coach::asks_for_help(conductor.ending()) == in_need);
    RC_ASSERT(finished == in_need);
    if (!in_need) return;
    const guide::Close close = guide::close_of(conductor.ending(), conductor.worst(), {},
                                               coach::Ending::session, "", *person.words);
    require_no_moving(person.face.said_last() + close.words +
                      coach::last_words(close.ending, *person.words));
    if (!kept) return;
    RC_ASSERT(person.recorder.session().status == SessionStatus::partial);
    const bool sign = kind == "w" || (kind == "t" && between == "y");
    RC_ASSERT(today::uncleared_sign(person.store).has_value() == sign);
    RC_ASSERT(today::against_today(person.store, person.now.local_day, person.settings.pain,
                                   *person.words)
                  .has_value());
}

RC_GTEST_PROP(EndingProperty, AfterASessionNineOrTenIsAnsweredWithoutAWordOfMoving, ()) {
    Person person;
    person.words = any_language();
    const auto prescription =
        support::session_of({support::holds("one", std::chrono::seconds(40))});
    person.recorder.begin(prescription, std::chrono::seconds(40), Gate::none, false, {});
    const int score = *rc::gen::inRange(0, 11);
    session::GivenAnswers given;
    given.ask = *rc::gen::arbitrary<bool>();
    if (given.ask) {
        person.face.answers = {digits(score), "1", "l"};
    } else {
        given.pain_after = PainScore::from(score);
    }
    const guide::After after =
        guide::ask_after(person.face, *person.words, person.recorder, given, prescription,
                         prescription, PainScore::from(2), person.settings.pain);
    const guide::Close close = guide::close_of(coach::Ending::session, std::nullopt, after,
                                               coach::Ending::session, "", *person.words);
    RC_ASSERT((close.ending == coach::Ending::severe_pain) == (score >= severe));
    if (score < severe) return;
    require_no_moving(person.face.said_last() + close.words +
                      coach::last_words(close.ending, *person.words));
    RC_ASSERT(today::against_today(person.store, person.now.local_day, person.settings.pain,
                                   *person.words)
                  .has_value());
    // Nothing more was asked.
    RC_ASSERT(person.face.questions.size() == (given.ask ? 3U : 0U));
}

RC_GTEST_PROP(EndingProperty, WithoutAClearanceNothingBegins, ()) {
    Person person;
    person.words = any_language();
    const auto kind =
        *rc::gen::element(SymptomKind::weakness, SymptomKind::saddle, SymptomKind::emergency);
    person.recorder.symptom(kind, Moment::before, std::nullopt, std::nullopt);
    session::GivenAnswers given;
    given.ask = *rc::gen::arbitrary<bool>();
    RC_ASSERT(!guide::is_cleared(person.face, *person.words, person.recorder, person.store, given,
                                 person.now.local_day));
    require_no_moving(person.face.said_last() +
                      coach::last_words(coach::Ending::uncleared, *person.words));
}

TEST(Morning, OfNineOrTenIsAnsweredAndStandsWherePainNowIsNotTold) {
    Person person;
    session::GivenAnswers given;
    given.ask = false;
    given.morning = PainScore::from(9);
    const Day yesterday = person.now.local_day - std::chrono::days(1);
    guide::note_morning(person.face, *person.words, person.recorder, person.settings, given,
                        yesterday);
    EXPECT_NE(person.face.said_last().find("is a lot to carry"), std::string::npos);
    EXPECT_FALSE(speaks_of_moving(person.face.said_last()));
    const guide::Before before =
        guide::ask_before(person.face, *person.words, person.recorder, person.store, given,
                          person.settings, person.now);
    EXPECT_EQ(before.ending, coach::Ending::severe_pain);
    given.pain_before = PainScore::from(2);
    const guide::Before eased = guide::ask_before(person.face, *person.words, person.recorder,
                                                  person.store, given, person.settings, person.now);
    EXPECT_EQ(eased.ending, coach::Ending::session);
}

TEST(Questions, AfterSignsAreReadWholeOnTheSmallestScreen) {
    constexpr std::size_t columns_for_an_option = 53;  // of 60
    for (const CareWords* words : {&support::english_care(), &support::german_care()}) {
        ScriptedFace face;
        face.answers = {"t", "", "3", "1", "l", "t"};
        guide::ask_news(face, *words);
        guide::ask_what_hurts(face, *words);
        EXPECT_GE(face.options.size(), 20U);
        for (const auto& option : face.options) {
            EXPECT_LE(character_count(option), columns_for_an_option) << option;
        }
    }
}

TEST(Resuming, IsSpokenAgainstByWhatWasToldSince) {
    Person person;
    const Session session = store::samples::session("s");
    const auto against = [&](const session::GivenAnswers& given) {
        return guide::speaks_against_resuming(person.store, session, given, person.settings,
                                              person.now);
    };
    EXPECT_FALSE(against({}));
    for (const int score : {6, 9}) {
        session::GivenAnswers given;
        given.pain_before = PainScore::from(score);
        EXPECT_EQ(against(given), score == 9);
    }
    for (const session::News news : {session::News::numbness, session::News::saddle,
                                     session::News::weakness, session::News::emergency}) {
        session::GivenAnswers given;
        given.news = news;
        EXPECT_TRUE(against(given)) << word(news);
    }
    store::samples::put(person.store, session, store::samples::reading("r", Moment::peak, 9, "s"));
    EXPECT_TRUE(against({}));
}

}  // namespace
}  // namespace hipflow
