// SPDX-License-Identifier: MIT
#include "guide/after.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "store/coach_record.h"
#include "support/english.h"
#include "support/scripted_face.h"
#include "support/sessions.h"
#include "unit/store/samples.h"

namespace hipflow::guide {
namespace {

/// Somebody whose session of two exercises has just ended.
class AfterASession : public testing::Test {
   protected:
    AfterASession() {
        recorder.begin(prescription, std::chrono::minutes(2), Gate::none, false, {});
    }

    /// Goes on with this session as if its sets had ended so.
    void ended_with(const std::vector<std::optional<StopReason>>& reasons) {
        std::vector<PerformedSet> sets;
        for (const auto& reason : reasons) {
            PerformedSet& set = sets.emplace_back();
            set.session_id = recorder.session().id;
            set.step = static_cast<int>(sets.size());
            set.exercise = set.step == 1 ? "one" : "two";
            set.actual = std::chrono::seconds(30);
            set.reason = reason;
        }
        recorder.take_up(recorder.session(), sets);
    }
    Session kept() const { return *store.session(recorder.session().id); }

    platform::Clock clock{platform::Environment(
        std::map<std::string, std::string>{{"HIPFLOW_NOW", "2026-11-22T08:00:00+00:00"}})};
    store::Store store = store::samples::empty_store();
    Recorder recorder{store, clock, std::chrono::hours(4), std::filesystem::path(),
                      [](const std::string&) {}};
    support::ScriptedFace face;
    Prescription prescription =
        support::session_of({support::holds("one", std::chrono::minutes(1)),
                             support::holds("two", std::chrono::minutes(1))});
};

TEST_F(AfterASession, ThatWasStoppedForPainAnywhereWasStoppedForPain) {
    ended_with({StopReason::pain, StopReason::tired, std::nullopt});
    note_stop_reason(recorder);
    EXPECT_EQ(kept().reason, StopReason::pain);
}

TEST_F(AfterASession, TheFirstReasonStandsWhereNoneWasPain) {
    ended_with({StopReason::time, StopReason::tired, std::nullopt});
    note_stop_reason(recorder);
    EXPECT_EQ(kept().reason, StopReason::time);
}

TEST_F(AfterASession, OfWhichAllWasDoneThereIsNoReason) {
    ended_with({std::nullopt});
    note_stop_reason(recorder);
    EXPECT_EQ(kept().reason, std::nullopt);
}

TEST_F(AfterASession, TheCoachIsToldWhatHurtMoreByAnUnknownAmount) {
    ended_with({std::nullopt, std::nullopt});
    session::GivenAnswers given;
    given.hurt_more = HurtMore::some;
    given.peaks = {{"one", PainScore::from(5)}, {"two", std::nullopt}};
    ask_after(face, support::english_care(), recorder, given, prescription, prescription,
              PainScore::from(2), {});
    const auto record = store::coach_record(kept());
    ASSERT_TRUE(record);
    EXPECT_EQ(record->unscored, std::vector<std::string>{"two"});
    EXPECT_EQ(kept().hurt_more, HurtMore::some);
}

TEST_F(AfterASession, NothingIsChangedForTheCoachWhereEveryAmountIsKnown) {
    ended_with({std::nullopt, std::nullopt});
    session::GivenAnswers given;
    given.hurt_more = HurtMore::some;
    given.peaks = {{"one", PainScore::from(5)}};
    ask_after(face, support::english_care(), recorder, given, prescription, prescription,
              PainScore::from(2), {});
    EXPECT_EQ(store::coach_record(kept()), coach::CoachRecord{});
}

/// Somebody whose session ended over a pain that has been told.
class AfterPain : public AfterASession {
   protected:
    AfterPain() {
        ended_with({std::nullopt, std::nullopt});
        told.just_now = PainAnswer{PainScore::from(6), Site::buttock, Side::left};
        PainReading peak;
        peak.exercise = "two";
        peak.score = *PainScore::from(6);
        told.peaks = {peak};
    }
    std::vector<std::string> asked() {
        ask_after(face, support::english_care(), recorder, {}, prescription, prescription,
                  PainScore::from(2), {}, told);
        return face.questions;
    }
    Told told;
};

TEST_F(AfterPain, AsksNothingAgain) {
    face.answers = {"0"};
    const auto questions = asked();
    ASSERT_EQ(questions.size(), 2U);
    EXPECT_NE(questions[0].find("Did any other exercise"), std::string::npos);
    EXPECT_NE(questions[0].find("1 one"), std::string::npos);
    EXPECT_EQ(questions[0].find("two"), std::string::npos);
    const auto readings = store.readings_of(recorder.session().id);
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].moment, Moment::after);
    EXPECT_EQ(readings[0].score, PainScore::from(6));
    EXPECT_EQ(readings[0].site, Site::buttock);
    EXPECT_EQ(kept().hurt_more, HurtMore::some) << "the one that was told of did";
}

TEST_F(AfterPain, LeavesTheOthersOpenWhereTheyAre) {
    asked();
    EXPECT_EQ(kept().hurt_more, std::nullopt);
}

TEST_F(AfterPain, AsksAboutNoExerciseWhereAllWereToldOf) {
    told.peaks.push_back(told.peaks.front());
    told.peaks.back().exercise = "one";
    EXPECT_EQ(asked().size(), 1U);
    EXPECT_EQ(kept().hurt_more, HurtMore::some);
}

TEST_F(AfterPain, ThatWasNoMoreThanAtTheStartHurtNotMore) {
    told.peaks.front().score = *PainScore::from(2);
    face.answers = {"0"};
    asked();
    EXPECT_EQ(kept().hurt_more, HurtMore::none);
}

/// Somebody who felt it in the back before, and is asked how it is now.
class AfterLegPain : public AfterASession {
   protected:
    AfterLegPain() {
        ended_with({std::nullopt, std::nullopt});
        told.before = {PainScore::from(3), Site::low_back, Side::left};
    }
    /// Answers to score, site, side and what follows; returns the score as it was kept.
    PainReading kept_after(std::deque<std::string> answers) {
        face.questions.clear();
        face.answers = std::move(answers);
        said = ask_after(face, support::english_care(), recorder, {}, prescription, prescription,
                         PainScore::from(3), {}, told)
                   .words;
        return store.readings_of(recorder.session().id).back();
    }
    bool was_asked(std::string_view words) const {
        return std::ranges::any_of(face.questions, [&](const std::string& question) {
            return question.find(words) != std::string::npos;
        });
    }
    static constexpr std::string_view how_far = "How far down do you feel it?";
    static constexpr std::string_view minute = "Is it still there after a minute?";
    Told told;
    std::string said;  // at the end
};

TEST_F(AfterLegPain, IsNotAskedHowFarWhereItNeverWentBelowTheBack) {
    kept_after({"3", "l", "l"});
    EXPECT_FALSE(was_asked(how_far) || was_asked(minute));
}

TEST_F(AfterLegPain, HasMovedFurtherOnlyIfItIsStillThereAfterAMinute) {
    const PainReading stays = kept_after({"3", "t", "l", "", "y"});
    EXPECT_TRUE(was_asked(how_far) && was_asked(minute));
    EXPECT_EQ(stays.site, Site::thigh);
    EXPECT_EQ(stays.furthest, Site::thigh);
    EXPECT_TRUE(said.starts_with("You felt it further down the leg, and it stayed")) << said;
}

TEST_F(AfterLegPain, HasNotMovedFurtherIfItWentAgain) {
    for (const char* answer : {"n", ""}) {
        const PainReading went = kept_after({"3", "t", "l", "c", answer});
        EXPECT_EQ(went.site, Site::thigh);
        EXPECT_EQ(went.furthest, Site::low_back) << "as far as before";
        EXPECT_EQ(said, "");
    }
}

TEST_F(AfterLegPain, IsComparedWithHowFarItWentBefore) {
    told.below_back = true;
    told.before.furthest = Site::foot;
    const PainReading after = kept_after({"3", "l", "l", "t"});
    EXPECT_TRUE(was_asked(how_far));
    EXPECT_FALSE(was_asked(minute)) << "it came nearer";
    EXPECT_EQ(after.furthest, Site::thigh);
}

TEST_F(AfterASession, ANoteIsAKeyOfHowItWas) {
    ended_with({std::nullopt, std::nullopt});
    face.answers = {"0", "0", "n", "in the sun", "h"};
    ask_after(face, support::english_care(), recorder, {}, prescription, prescription,
              PainScore::from(2), {});
    EXPECT_EQ(kept().note, "in the sun");
    EXPECT_EQ(kept().effort, Effort::hard);
}

}  // namespace
}  // namespace hipflow::guide
