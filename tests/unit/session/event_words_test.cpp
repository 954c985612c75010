// SPDX-License-Identifier: MIT
#include "session/event_words.h"

#include <gtest/gtest.h>

#include <array>

#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;
using Told = std::array<std::string, 3>;

/// As it is told by a voice, in lines, and in a notice.
Told told(const Happening& what, const Player& player = {}) {
    return {event_words(what, player, Telling::voice), event_words(what, player, Telling::lines),
            event_words(what, player, Telling::notice)};
}

TEST(EventWords, SayWhyASessionIsPausedAndHowItGoesOn) {
    EXPECT_EQ(told(Paused{PauseReason::asked}), (Told{"Paused.", "Paused. Enter goes on.", ""}));
    EXPECT_EQ(told(Paused{PauseReason::slept}),
              (Told{"Paused. The computer slept.", "Paused: the computer slept. Enter goes on.",
                    "The computer slept. Space goes on."}));
    EXPECT_EQ(told(Paused{PauseReason::stopped}),
              (Told{"Paused. The program was stopped.",
                    "Paused: hipflow was stopped for a while. Enter goes on.",
                    "hipflow was stopped. Space goes on."}));
    for (const auto reason : {PauseReason::hurts, PauseReason::question}) {
        EXPECT_EQ(told(Paused{reason}), Told{});
    }
}

TEST(EventWords, LeaveToTheScreenWhatItShows) {
    EXPECT_EQ(told(Resumed{0ms}), (Told{"Going on.", "Going on.", ""}));
    EXPECT_EQ(told(Resumed{5s}), (Told{"Get ready.", "Get ready: 5 s.", ""}));
    EXPECT_EQ(told(Undone{0}), (Told{"Taken back. Get ready.", "Taken back.", "Taken back."}));
    EXPECT_EQ(told(PeakAsked{1}), (Told{"A question is on the screen.", "", ""}));
    EXPECT_EQ(told(Finished{true}), (Told{"Well done.", "", ""}));
    EXPECT_EQ(told(Finished{false}), (Told{"Finished here.", "", ""}));
}

TEST(EventWords, GiveTimesAsTheyAreHeardOrRead) {
    EXPECT_EQ(told(MoreTime{10s}), (Told{"10 seconds more.", "10 s more.", "10 s more."}));
    EXPECT_EQ(told(TimeLeft{90s, 8min}),
              (Told{"1 minute 30 seconds left here, 8 minutes in all.",
                    "1 min 30 s left here, 8 min in all.", "1 min 30 s left here, 8 min in all."}));
}

TEST(EventWords, NameWhatComesAgainOrInstead) {
    support::Performance performance(
        support::session_of({support::holds("Bridge", 20s, Sides::each)}));
    EXPECT_EQ(told(WentBack{0}, performance.player),
              (Told{"Again: Bridge, left side.", "Again: Bridge, left side.", "Once more."}));
    EXPECT_EQ(told(Easier{0}, performance.player), (Told{"", "", "Easier: Bridge."}));
}

TEST(EventWords, OfferToTakeASkipBackWhileThatCanBeDone) {
    SetEnded ended{{}, {}, "", {}};
    ended.progress.status = SetStatus::skipped;
    EXPECT_EQ(told(ended), Told{});
    Player player;
    player.undo = Player::Undo{};
    EXPECT_EQ(told(ended, player), (Told{"", "Skipped. u takes that back for 5 seconds.", ""}));
    ended.progress.status = SetStatus::partial;
    ended.progress.credit = 12s;
    EXPECT_EQ(told(ended, player),
              (Told{"", "Left after 12 s. u takes that back for 5 seconds.", ""}));
    EXPECT_EQ(told(Skipped{0}, player), (Told{"", "", "Skipped. u takes that back."}));
}

TEST(SpokenDuration, IsInWords) {
    EXPECT_EQ(spoken_duration(1s), "1 second");
    EXPECT_EQ(spoken_duration(29'001ms), "30 seconds");
    EXPECT_EQ(spoken_duration(60s), "1 minute");
    EXPECT_EQ(spoken_duration(90s), "1 minute 30 seconds");
    EXPECT_EQ(spoken_duration(120s), "2 minutes");
    EXPECT_EQ(spoken_duration(7min + 1s), "8 minutes");
}

}  // namespace
}  // namespace hipflow::session
