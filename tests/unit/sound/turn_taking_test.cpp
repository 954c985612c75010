// SPDX-License-Identifier: MIT
#include "sound/turn_taking.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

TEST(TurnTaking, TheMoreImportantInterrupts) {
    constexpr Sounding half{Rank::half, 10s};
    EXPECT_EQ(verdict(half, Rank::end, 5s), TurnVerdict::interrupt);
    EXPECT_EQ(verdict(half, Rank::name, 5s), TurnVerdict::interrupt);
    EXPECT_EQ(verdict(half, Rank::half, 5s), TurnVerdict::interrupt);
}

TEST(TurnTaking, TheLessImportantIsDropped) {
    constexpr Sounding name{Rank::name, 10s};
    EXPECT_EQ(verdict(name, Rank::count, 5s), TurnVerdict::drop);
    EXPECT_EQ(verdict(name, Rank::set_up, 9'699ms), TurnVerdict::drop);
}

TEST(TurnTaking, NothingIsCutThatEndsInTime) {
    constexpr Sounding name{Rank::name, 10s};
    EXPECT_EQ(verdict(name, Rank::count, 9'700ms), TurnVerdict::wait);
    EXPECT_EQ(verdict(name, Rank::end, 9'900ms), TurnVerdict::wait);
    // It is over, though its player may still be there.
    EXPECT_EQ(verdict(name, Rank::count, 10s), TurnVerdict::interrupt);
}

TEST(TurnTaking, AnAnswerToAKeyNeverWaits) {
    EXPECT_EQ(verdict({Rank::answer, 10s}, Rank::answer, 9'900ms), TurnVerdict::interrupt);
    EXPECT_EQ(verdict({Rank::name, 10s}, Rank::answer, 2s), TurnVerdict::interrupt);
}

TEST(TurnTaking, SilenceThatWakesASinkGivesWayToAnything) {
    EXPECT_EQ(verdict({Rank::waking, 10s}, Rank::guidance, 9s), TurnVerdict::interrupt);
}

}  // namespace
}  // namespace hipflow
