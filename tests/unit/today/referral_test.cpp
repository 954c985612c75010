// SPDX-License-Identifier: MIT
#include "today/referral.h"

#include <gtest/gtest.h>

#include <string>

#include "store/coach_record.h"
#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::session;

/// Mornings of this score on these days of November.
void mornings(ADesk& desk, int score, int first, int last) {
    for (int on = first; on <= last; ++on) {
        const std::string day = (on < 10 ? "2026-11-0" : "2026-11-") + std::to_string(on);
        PainReading morning =
            support::reading("m" + day, Moment::morning, score, day + "T07:00:00Z");
        morning.for_day = support::day(day) - std::chrono::days(1);
        desk.put(morning);
    }
}

TEST(Referral, IsForAUsualOfSevenThatLasts) {
    ADesk desk;
    desk.put(session("s1", "2026-11-20T07:00:00Z"));
    mornings(desk, 7, 17, 23);
    EXPECT_FALSE(referral(*desk)) << "a week of it";
    mornings(desk, 7, 10, 16);
    EXPECT_TRUE(
        referral(*desk).value().words.starts_with("Pain in the mornings has been 7 or more"));
}

TEST(Referral, IsForDaysOfPainNotForThoseOfASign) {
    ADesk desk;
    for (const char* on : {"2026-11-21", "2026-11-22", "2026-11-23"}) {
        Session rested = session(on, std::string(on) + "T07:00:00Z");
        rested.status = SessionStatus::rested;
        rested.gate = Gate::refused;
        desk.put(rested);
    }
    EXPECT_FALSE(referral(*desk)) << "no score was asked";
    for (const char* on : {"2026-11-21", "2026-11-22", "2026-11-23"}) {
        PainReading before = support::reading(std::string("r") + on, Moment::before, 8,
                                              std::string(on) + "T07:00:00Z");
        before.session_id = on;
        desk.put(before);
    }
    EXPECT_TRUE(referral(*desk).value().words.starts_with("Pain called for rest on 3 of"));
}

TEST(Referral, IsNotForAUsualOfSix) {
    ADesk desk;
    mornings(desk, 6, 5, 23);
    EXPECT_FALSE(referral(*desk));
}

TEST(Referral, IsForAnExerciseThatWasTooSoreTooOften) {
    ADesk desk;
    coach::CoachRecord record;
    record.states.emplace_back();
    record.states.back().exercise = "glute-bridge";
    record.states.back().retired = support::stamp("2026-11-20T07:00:00Z").at;
    Session last = session("s1", "2026-11-20T07:00:00Z");
    store::set_coach_record(last, record);
    desk.put(last, Preference{"p1", PreferenceSubject::exercise, "glute-bridge",
                              PreferenceRule::avoid, support::stamp("2026-11-20T07:00:00Z").at});
    const std::string name = desk->library().exercise("glute-bridge").name;
    EXPECT_TRUE(referral(*desk).value().words.starts_with(name + " is out for now"));
    desk.put(Preference{"p2", PreferenceSubject::exercise, "glute-bridge", PreferenceRule::allow,
                        support::stamp("2026-11-21T07:00:00Z").at});
    EXPECT_FALSE(referral(*desk)) << "it is back";
}

TEST(Referral, IsDueAtTheEndOfAStartOnceInFourteenDays) {
    ADesk desk;
    mornings(desk, 8, 5, 23);
    EXPECT_TRUE(referral_due(*desk));
    const auto said = [&](const char* id, const char* at) {
        desk.put(Acknowledgement{id, std::string(referral_text), referral_version,
                                 support::stamp(at).at});
    };
    said("a1", "2026-11-09T07:00:00Z");
    EXPECT_TRUE(referral_due(*desk));
    said("a2", "2026-11-12T07:00:00Z");
    EXPECT_FALSE(referral_due(*desk));
    ASSERT_TRUE(referral(*desk));
    EXPECT_FALSE(referral(*desk)->told_lately) << "the glance goes on";
}

/// Seven sessions in four weeks, and the same pain at their start.
void practises_with_pain_of(ADesk& desk, int score) {
    for (const std::string on : {"2026-10-22", "2026-10-23", "2026-10-24", "2026-10-25",
                                 "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"}) {
        desk.put(support::reading(on, Moment::checkin, score, on + "T08:00:00Z"));
    }
    for (const std::string on : {"2026-10-28", "2026-11-03", "2026-11-06", "2026-11-10",
                                 "2026-11-13", "2026-11-17", "2026-11-20"}) {
        desk.put(session("s" + on, on + "T07:00:00Z"));
    }
}

TEST(Referral, ForWhatHasNotChangedIsFromAUsualOfFourOn) {
    ADesk three;
    practises_with_pain_of(three, 3);
    EXPECT_FALSE(referral(*three));
    ADesk four;
    practises_with_pain_of(four, 4);
    EXPECT_TRUE(referral(*four));
}

TEST(Referral, ForWhatHasNotChangedIsNoNewsFor14Days) {
    ADesk desk;
    practises_with_pain_of(desk, 4);
    ASSERT_TRUE(referral(*desk));
    EXPECT_FALSE(referral(*desk)->told_lately);
    desk.put(Acknowledgement{"a1", std::string(referral_text), referral_version,
                             support::stamp("2026-11-11T07:00:00Z").at});
    ASSERT_TRUE(referral(*desk));
    EXPECT_TRUE(referral(*desk)->told_lately);
    EXPECT_FALSE(referral_due(*desk));
}

}  // namespace
}  // namespace hipflow::today
