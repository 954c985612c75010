// SPDX-License-Identifier: MIT
// What is said before a session, and how often.
#include "guide/preview.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "coach/safety.h"
#include "today/beginnings.h"
#include "today/todays_session.h"
#include "unit/guide/guidance.h"

namespace hipflow::guide {
namespace {

std::size_t count(std::string_view text, std::string_view words) {
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        ++found;
    }
    return found;
}

/// Somebody who starts the usual routine, tells how strong the pain is, and ends it at once.
class BeforeASession : public Guidance {
   protected:
    BeforeASession() {
        acknowledge("first-run", coach::first_run_version);
        acknowledge("restrictions", 1);
        const auto [name, rule] = today::experience_rule(session::Experience::used_to_this);
        desk.put(Preference{"x", PreferenceSubject::experience, name, rule, desk->now().at});
    }
    void acknowledge(const char* text, int version) {
        desk.put(Acknowledgement{std::string("a-") + text, text, version, desk->now().at});
    }
    void names(const char* restriction) {
        desk.put(Preference{std::string("p-") + restriction, PreferenceSubject::restriction,
                            restriction, PreferenceRule::has, desk->now().at});
    }
    /// Returns what was said before and after the answers.
    std::string start(std::deque<std::string> answers, const char* named = "hip-rotation") {
        Request asked = request();
        asked.chosen.name = named;
        asked.source = today::find_routine(desk->library(), named);
        asked.given.ask = true;
        asked.given.news = session::News::none;
        face.transcript.clear();
        face.answers = std::move(answers);
        face.keys = {session::Key::quit};
        lead(asked);
        return face.transcript;
    }
};

TEST_F(BeforeASession, WhatIsReplacedIsToldInFullOnceAndInALineFromThenOn) {
    names("pregnancy");
    const std::string first = start({"1"});
    EXPECT_GT(count(first, " takes the place of "), 2U) << first;
    EXPECT_EQ(count(first, "'hipflow why' has which"), 0U);
    desk.anew("2026-11-26T12:00:00Z");
    const std::string second = start({"1"});
    EXPECT_EQ(count(second, "for pregnancy; 'hipflow why' has which."), 1U) << second;
    EXPECT_LT(count(second, " takes the place of "), count(first, " takes the place of "));
}

TEST_F(BeforeASession, NoSentenceIsSaidAgainAfterTheScore) {
    names("pregnancy");
    const std::string said = start({"5", "b", "l", "h"});  // the gentler session
    EXPECT_EQ(count(said, "Seated figure-4 takes the place of"), 1U) << said;
}

TEST_F(BeforeASession, LyingOnTheBedIsToldOnce) {
    names("no-floor");
    EXPECT_EQ(count(start({"1"}), "Lying exercises are set on the bed"), 1U);
    desk.anew("2026-11-26T12:00:00Z");
    EXPECT_EQ(count(start({"1"}), "Lying exercises are set on the bed"), 0U);
}

TEST_F(BeforeASession, TheRoutineMadeForSomebodyIsNamedOnce) {
    EXPECT_EQ(count(start({"1"}), "There is a routine for this"), 0U);
    names("pregnancy");
    desk.anew("2026-11-25T12:00:00Z");
    EXPECT_EQ(count(start({"1"}), "There is a routine for this: 'hipflow start expecting'.\n"), 1U);
    desk.anew("2026-11-26T12:00:00Z");
    EXPECT_EQ(count(start({"1"}), "There is a routine for this"), 0U);
}

TEST_F(BeforeASession, ASteadyScoreIsExplainedOnceAWeek) {
    for (const std::string on : {"2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"}) {
        PainReading morning = support::reading("m" + on, Moment::morning, 5, on + "T07:00:00Z");
        morning.for_day = support::day(on) - std::chrono::days(1);
        desk.put(morning);
    }
    const char* steady = "Pain now is 5, your usual";
    EXPECT_EQ(count(start({"5", "b", "l", "h"}), steady), 1U) << face.transcript;
    desk.anew("2026-11-26T12:00:00Z");
    EXPECT_EQ(count(start({""}), steady), 0U) << face.transcript;
    desk.anew("2026-11-30T12:00:00Z");
    EXPECT_EQ(count(start({""}), steady), 1U) << face.transcript;
}

TEST_F(Guidance, AStepUpThatWasToldOnAConditionIsNotToldAgainWithout) {
    const catalog::RoutineFile source = today::find_routine(desk->library(), routine);
    today::TodaysSession session = today::todays_session(*desk, source, {});
    coach::CoachReason up;
    up.exercise = source.routine.steps.front().exercise;
    up.rule = coach::CoachRule::steps_up;
    up.change = true;
    up.text = "Bridge a little more: the last two felt fine, if pain is no more than usual.";
    session.record.reasons = {up};
    const auto script =
        session::make_script(*session.prescription, AskPeak::at_the_end, session::Hearing{});
    sound::Speaker speaker({false, false, 80, {}}, [](const std::string&) { return std::nullopt; },
                           {});
    speaker.try_out(desk->clock().real());
    Companion companion(desk->clock(), face, speaker);
    Preview preview(*desk, face, companion, false);
    EXPECT_TRUE(preview.say(*script, session, request().chosen, "Stop at 6."));
    EXPECT_EQ(count(face.transcript, "Stop at 6."), 1U);
    EXPECT_EQ(count(face.transcript, "Bridge a little more"), 1U);
    session.record.reasons.front().text = "Bridge a little more: the last two felt fine.";
    session.record.reasons.emplace_back().text = "Pain is above your usual.";
    session.record.reasons.back().change = true;
    EXPECT_FALSE(preview.say(*script, session, request().chosen, "Stop at 7."))
        << "the list is the same";
    EXPECT_EQ(count(face.transcript, "Bridge a little more"), 1U);
    EXPECT_TRUE(face.transcript.ends_with("Pain is above your usual.\nStop at 7.\n"))
        << "another answer, another rule";
}

}  // namespace
}  // namespace hipflow::guide
