// SPDX-License-Identifier: MIT
#include "guide/after.h"

#include <gtest/gtest.h>

#include <map>

#include "store/coach_record.h"
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
    ask_after(face, recorder, given, prescription, prescription, PainScore::from(2), {});
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
    ask_after(face, recorder, given, prescription, prescription, PainScore::from(2), {});
    EXPECT_EQ(store::coach_record(kept()), coach::CoachRecord{});
}

}  // namespace
}  // namespace hipflow::guide
