// SPDX-License-Identifier: MIT
#include "today/last_told.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::reading;
using support::symptom;

/// Returns the score that Enter may take again on 24 November.
std::optional<PainScore> told(const ADesk& desk) {
    today::Desk seat = desk.desk_at();
    const auto last = last_told(*seat.history(), seat.now().local_day, {});
    return last ? std::optional(last->score) : std::nullopt;
}

TEST(LastTold, IsWhatWasSaidBeforeASessionOrInTheMorning) {
    ADesk desk;
    desk.put(reading("r1", Moment::before, 3, "2026-11-22T07:00:00Z"));
    desk.put(reading("r2", Moment::peak, 6, "2026-11-22T07:10:00Z"),
             reading("r3", Moment::after, 5, "2026-11-22T07:20:00Z"),
             reading("r4", Moment::checkin, 4, "2026-11-22T12:00:00Z"));
    EXPECT_EQ(told(desk), PainScore::from(3));
    desk.put(reading("r5", Moment::morning, 2, "2026-11-23T07:00:00Z"));
    EXPECT_EQ(told(desk), PainScore::from(2));
}

TEST(LastTold, IsForgottenAfterFourWeeks) {
    ADesk desk;
    desk.put(reading("r1", Moment::before, 3, "2026-10-26T07:00:00Z"));
    EXPECT_FALSE(told(desk));
    desk.put(reading("r2", Moment::before, 4, "2026-10-27T07:00:00Z"));
    EXPECT_EQ(told(desk), PainScore::from(4));
}

TEST(LastTold, IsNothingAfterASevereScore) {
    ADesk desk;
    desk.put(reading("r1", Moment::before, 3, "2026-11-22T07:00:00Z"),
             reading("r2", Moment::before, 9, "2026-11-23T07:00:00Z"));
    EXPECT_FALSE(told(desk));
}

TEST(LastTold, IsNothingWhereASevereScoreOfAnyMomentCameLater) {
    for (const auto moment : {Moment::peak, Moment::after, Moment::checkin}) {
        ADesk desk;
        desk.put(reading("r1", Moment::before, 2, "2026-11-22T07:00:00Z"),
                 reading("r2", moment, 9, "2026-11-22T07:10:00Z"));
        EXPECT_FALSE(told(desk)) << word(moment);
        desk.put(reading("r3", Moment::morning, 3, "2026-11-23T07:00:00Z"));
        EXPECT_EQ(told(desk), PainScore::from(3)) << "told anew since";
    }
}

TEST(LastTold, IsNothingWithOrAfterASign) {
    for (const auto kind :
         {SymptomKind::weakness, SymptomKind::saddle, SymptomKind::emergency, SymptomKind::numbness,
          SymptomKind::sharp, SymptomKind::further, SymptomKind::gave_way}) {
        ADesk desk;
        desk.put(reading("r1", Moment::before, 3, "2026-11-22T07:00:00Z"),
                 symptom("y1", kind, "2026-11-22T07:00:00Z"));
        EXPECT_FALSE(told(desk)) << word(kind);
        desk.put(reading("r2", Moment::before, 2, "2026-11-23T07:00:00Z"));
        EXPECT_EQ(told(desk), PainScore::from(2)) << "told anew since";
    }
    ADesk desk;
    desk.put(reading("r1", Moment::before, 3, "2026-11-22T07:00:00Z"),
             symptom("y1", SymptomKind::soreness, "2026-11-23T07:00:00Z"));
    EXPECT_EQ(told(desk), PainScore::from(3)) << "soreness is no sign";
}

TEST(LastTold, IsNothingWhereSeveralPlacesWereToldOfAtOnce) {
    ADesk desk;
    desk.put(reading("r1", Moment::before, 3, "2026-11-22T07:00:00Z"),
             reading("r2", Moment::before, 4, "2026-11-22T07:00:00Z"));
    EXPECT_FALSE(told(desk));
}

}  // namespace
}  // namespace hipflow::today
