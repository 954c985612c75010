// SPDX-License-Identifier: MIT
#include "session/event_words.h"

#include <gtest/gtest.h>

#include <array>

#include "support/english.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;
using Told = std::array<std::string, 2>;
using Lines = std::vector<std::string>;

/// As it is told in lines, and in a notice.
Told told(const Happening& what, const Player& player = {}) {
    return {event_words(what, player, Telling::lines), event_words(what, player, Telling::notice)};
}

TEST(EventWords, SayWhyASessionIsPausedAndHowItGoesOn) {
    EXPECT_EQ(told(Paused{PauseReason::asked}), (Told{"Paused. Press Enter to continue.", ""}));
    EXPECT_EQ(told(Paused{PauseReason::slept}),
              (Told{"Paused: the computer slept. Press Enter to continue.",
                    "The computer slept. Press space to continue."}));
    EXPECT_EQ(told(Paused{PauseReason::stopped}),
              (Told{"Paused: hipflow was stopped for a while. Press Enter to continue.",
                    "hipflow was stopped. Press space to continue."}));
    for (const auto reason : {PauseReason::hurts, PauseReason::question}) {
        EXPECT_EQ(told(Paused{reason}), Told{});
    }
}

TEST(EventWords, LeaveToTheScreenWhatItShows) {
    EXPECT_EQ(told(Resumed{0ms}), (Told{"Going on.", ""}));
    EXPECT_EQ(told(Resumed{5s}), (Told{"Get ready: 5 s.", ""}));
    EXPECT_EQ(told(Undone{0}), (Told{"Taken back.", "Taken back."}));
    EXPECT_EQ(told(PeakAsked{1}), Told{});
    EXPECT_EQ(told(Finished{true}), Told{});
}

TEST(EventWords, GiveTimesAsTheyAreRead) {
    EXPECT_EQ(told(MoreTime{10s}), (Told{"10 s more.", "10 s more."}));
    EXPECT_EQ(told(TimeLeft{90s, 8min}),
              (Told{"1 min 30 s to go, 8 min in all.", "1 min 30 s to go, 8 min in all."}));
}

TEST(EventWords, NameWhatComesAgainOrInstead) {
    support::Performance performance(
        support::session_of({support::holds("Bridge", 20s, Sides::each)}));
    EXPECT_EQ(told(WentBack{0}, performance.player),
              (Told{"Again: Bridge, left side.", "Once more."}));
    EXPECT_EQ(told(Easier{0}, performance.player), (Told{"", "Easier: Bridge."}));
}

TEST(EventWords, OfferToTakeASkipBackWhileThatCanBeDone) {
    SetEnded ended{{}, {}, "", {}};
    ended.progress.status = SetStatus::skipped;
    EXPECT_EQ(told(ended), Told{});
    Player player;
    player.undo = Player::Undo{};
    EXPECT_EQ(told(ended, player), (Told{"Skipped. u undoes that for 5 seconds.", ""}));
    ended.progress.status = SetStatus::partial;
    ended.progress.credit = 12s;
    EXPECT_EQ(told(ended, player), (Told{"Stopped after 12 s. u undoes that for 5 seconds.", ""}));
    EXPECT_EQ(told(Skipped{0}, player), (Told{"", "Skipped. u undoes that."}));
    EXPECT_EQ(told(ToCountIn{}, player),
              (Told{"On to the count-in.", "On to the count-in. u undoes that."}));
    EXPECT_EQ(told(BeginsNow{}, player), (Told{"Begins now.", "Begins now. u undoes that."}));
}

TEST(EventWords, OfferToTakeNothingBackThatCannotBe) {
    EXPECT_EQ(told(Skipped{0}), (Told{"", "Skipped."}));
    EXPECT_EQ(told(ToCountIn{}), (Told{"On to the count-in.", "On to the count-in."}));
    EXPECT_EQ(told(BeginsNow{}), (Told{"Begins now.", "Begins now."}));
    EXPECT_EQ(told(NothingToUndo{}), (Told{"Nothing to take back.", "Nothing to take back."}));
}

/// What is heard on an event, tones in brackets.
Lines answered(const Happening& what, const Player& player) {
    Lines lines;
    for (const Cue& cue : answer_to(what, player)) {
        lines.push_back(cue.tone ? "[" + std::string(word(*cue.tone)) + "]" : cue.text);
    }
    return lines;
}

Player at_the_beginning(const std::shared_ptr<const Phrasebook>& phrases = support::english()) {
    Hearing hearing = support::estimated();
    hearing.phrases = phrases;
    return begin(make_script(support::spoken_session({support::figure_four(Guidance::brief)}),
                             AskPeak::at_the_end, hearing));
}

TEST(Answers, SayWhatStopsTheClock) {
    const Player player = at_the_beginning();
    EXPECT_EQ(answered(Paused{PauseReason::asked}, player), (Lines{"Paused."}));
    EXPECT_EQ(answered(Paused{PauseReason::slept}, player), (Lines{"Paused. The computer slept."}));
    EXPECT_EQ(answered(Paused{PauseReason::stopped}, player),
              (Lines{"Paused. The program was stopped."}));
    EXPECT_EQ(answered(Paused{PauseReason::hurts}, player), Lines{});
    EXPECT_EQ(answered(StillPaused{}, player), (Lines{"Still paused."}));
}

TEST(Answers, SayTimesAsTheyAreHeard) {
    const Player player = at_the_beginning();
    EXPECT_EQ(answered(MoreTime{10s}, player), (Lines{"10 seconds more."}));
    EXPECT_EQ(answered(TimeLeft{90s, 7min + 1s}, player),
              (Lines{"one minute 30 to go, 8 minutes in all."}));
    EXPECT_EQ(answered(NothingEasier{}, player),
              (Lines{"There is nothing easier. Make the movement smaller."}));
}

TEST(Answers, TellWhatKeysHaveChanged) {
    const Player player = at_the_beginning();
    EXPECT_EQ(answered(MoreRepsAdded{2}, player), (Lines{"2 more."}));
    EXPECT_EQ(answered(NothingMore{}, player),
              (Lines{"There is no room for more in this session."}));
    EXPECT_EQ(answered(NothingToSwap{}, player), (Lines{"There is nothing to put in its place."}));
}

TEST(Answers, SayThatThereIsNothingToTakeBack) {
    EXPECT_EQ(answered(NothingToUndo{}, at_the_beginning()), (Lines{"Nothing to take back."}));
    EXPECT_EQ(answered(NothingToUndo{}, at_the_beginning(support::german())),
              (Lines{"Es gibt nichts zurückzunehmen."}));
}

TEST(Answers, AskAloud) {
    const Player player = at_the_beginning();
    EXPECT_EQ(answered(PeakAsked{1}, player),
              (Lines{"figure four. How strong was the pain at its worst, from zero to ten?"}));
    EXPECT_EQ(answered(PainAsked{}, player),
              (Lines{"Stop there.",
                     "How strong is it, from zero to ten? Give the number, or X for ten."}));
}

TEST(Answers, EndASession) {
    const Player player = at_the_beginning();
    EXPECT_EQ(answered(Finished{true}, player), (Lines{"[all done]", "Put your left foot down.",
                                                       "Well done. That was the last one."}));
    EXPECT_EQ(answered(Finished{false}, player), (Lines{"[all done]", "Finished here."}));
}

TEST(Answers, AreInTheLanguageOfTheSession) {
    const Player player = at_the_beginning(support::german());
    for (const Happening& what :
         {Happening(Paused{PauseReason::asked}), Happening(Paused{PauseReason::slept}),
          Happening(Paused{PauseReason::stopped}), Happening(StillPaused{}),
          Happening(MoreTime{10s}), Happening(TimeLeft{90s, 8min}), Happening(NothingEasier{}),
          Happening(NothingToUndo{}), Happening(MoreRepsAdded{2}), Happening(NothingMore{}),
          Happening(NothingToSwap{}), Happening(PainAsked{})}) {
        const auto cues = answer_to(what, player);
        ASSERT_FALSE(cues.empty());
        for (const Cue& cue : cues) EXPECT_EQ(cue.language, "de") << cue.text;
    }
}

}  // namespace
}  // namespace hipflow::session
