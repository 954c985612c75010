// SPDX-License-Identifier: MIT
#include "today/first_page.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"
#include "today/days.h"
#include "today/views.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

class FirstPageTest : public testing::Test {
   protected:
    FirstPage page() {
        const store::Filter all =
            filter_of(desk_, {.all = true}, desk_.now().local_day, usual_weeks);
        return read_report(desk_, all).first;
    }
    /// A session of one exercise, timed or reported, with a set that hurt.
    void with_session(Source source, SetStatus status, std::optional<StopReason> reason,
                      const std::string& done) {
        store::Change change;
        change.now = desk_.clock().wall();
        Session session;
        session.id = "01978000-0000-7000-8000-000000000001";
        session.routine = "hip-rotation";
        session.started = desk_.now();
        session.status = SessionStatus::partial;
        session.source = source;
        session.note = "so so";
        PerformedSet set;
        set.id = "01978000-0000-7000-8000-000000000002";
        set.session_id = session.id;
        set.step = 1;
        set.planned_exercise = "glute-bridge";
        set.exercise = done;
        set.side = Side::left;
        set.status = status;
        set.reason = reason;
        set.planned = set.actual = 10s;
        PainReading reading;
        reading.id = "01978000-0000-7000-8000-000000000003";
        reading.session_id = session.id;
        reading.moment = Moment::before;
        reading.felt = desk_.now();
        reading.note = "left of it";
        change.put = {session, set, reading};
        desk_.store().commit(change);
    }
    /// A score of an exercise, told in the session of that name; empty: in none.
    void with_peak(const std::string& session, int score) {
        PainReading peak =
            support::reading("peak of " + session, Moment::peak, score, "2026-11-24T12:00:00Z");
        peak.exercise = "glute-bridge";
        if (!session.empty()) peak.session_id = session;
        home_.put(peak);
    }
    void tell(SymptomKind kind) {
        store::Change change;
        change.now = desk_.clock().wall();
        Symptom symptom;
        symptom.id = "01978000-0000-7000-8000-000000000004";
        symptom.kind = kind;
        symptom.side = Side::right;
        symptom.exercise = "glute-bridge";
        symptom.felt = desk_.now();
        change.put.emplace_back(symptom);
        desk_.store().commit(change);
    }

    support::ADesk home_;
    Desk desk_ = home_.desk_at();
};

TEST_F(FirstPageTest, KnowsAStopForPainWithItsExerciseAndSide) {
    with_session(Source::timed, SetStatus::partial, StopReason::pain, "glute-bridge");
    const FirstPage first = page();
    ASSERT_EQ(first.stops.size(), 1U);
    EXPECT_EQ(first.stops[0].day, desk_.now().local_day);
    EXPECT_EQ(first.stops[0].side, Side::left);
    EXPECT_EQ(first.stops[0].exercise, desk_.library().exercise_or_drill("glute-bridge").name);
    EXPECT_TRUE(first.replaced.empty());
    EXPECT_EQ(first.notes.size(), 2U);
}

TEST_F(FirstPageTest, KnowsWhatWasDoneInPlaceOfAnExercise) {
    with_session(Source::timed, SetStatus::done, std::nullopt, "figure-4-supine");
    const FirstPage first = page();
    ASSERT_EQ(first.replaced.size(), 1U);
    EXPECT_EQ(first.replaced[0].times, 1);
    EXPECT_EQ(first.replaced[0].sessions, 1);
    EXPECT_EQ(first.replaced[0].done, desk_.library().exercise_or_drill("figure-4-supine").name);
    EXPECT_TRUE(first.stops.empty());
}

TEST_F(FirstPageTest, CountsASessionAsAskedOnlyIfItWasTimed) {
    with_session(Source::timed, SetStatus::done, std::nullopt, "glute-bridge");
    EXPECT_EQ(page().sessions_asked, 1);
}

TEST_F(FirstPageTest, DoesNotCountATypedInSessionAsAsked) {
    with_session(Source::reported, SetStatus::done, std::nullopt, "glute-bridge");
    EXPECT_EQ(page().sessions_asked, 0);
}

TEST_F(FirstPageTest, TakesPeaksOfTheChosenSessionsOnly) {
    Session discarded = support::session("s2", "2026-11-24T08:00:00Z");
    discarded.status = SessionStatus::discarded;
    home_.put(support::session("s1", "2026-11-24T07:00:00Z"), discarded);
    with_peak("s1", 4);
    with_peak("s2", 9);
    ASSERT_EQ(page().peaks.size(), 1U);
    EXPECT_EQ(page().peaks[0].highest.value(), 4);
    EXPECT_EQ(page().peaks[0].times, 1);
    const store::Filter other = filter_of(desk_, {.routine = "desk-reset", .all = true},
                                          desk_.now().local_day, usual_weeks);
    EXPECT_TRUE(read_report(desk_, other).first.peaks.empty());
}

TEST_F(FirstPageTest, KnowsASignAndWhetherItWasLookedAt) {
    tell(SymptomKind::weakness);
    const FirstPage first = page();
    ASSERT_EQ(first.signs.size(), 1U);
    EXPECT_EQ(first.signs[0].side, Side::right);
    EXPECT_TRUE(first.signs[0].exercise.has_value());
    EXPECT_TRUE(first.uncleared);
    EXPECT_FALSE(page().person.restrictions_told);
}

}  // namespace
}  // namespace hipflow::today
