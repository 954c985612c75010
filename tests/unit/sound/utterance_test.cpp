// SPDX-License-Identifier: MIT
#include "sound/utterance.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sound/renderer.h"
#include "support/sessions.h"

namespace hipflow {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

constexpr Ears both{true, true, true};
constexpr Ears tones_alone{false, true, true};
constexpr Ears voice_alone{true, false, true};
constexpr Ears speaks_itself{true, true, false};

/// All that is heard when a session is done without a key.
Lines heard_of(Prescription prescription, const Ears& ears) {
    Lines lines;
    for (const auto& utterance : foreseeable(make_plan(std::move(prescription)), ears)) {
        lines.push_back(title_of(utterance));
    }
    // Behind it stands what keys may bring about.
    const auto last = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.find("all done") != std::string::npos || line == "Well done." ||
               line == "Done. Well done.";
    });
    if (last != lines.end()) lines.erase(last + 1, lines.end());
    return lines;
}

std::string heard(const std::vector<Event>& events, const Player& player, const Ears& ears = both,
                  Millis not_before = 0ms) {
    const auto utterance = utterance_for(events, player, ears, not_before);
    return utterance ? title_of(*utterance) : "nothing";
}

TEST(Utterances, LeadThroughASession) {
    EXPECT_EQ(
        heard_of(session_of({holds("Bridge", 20s, Sides::each), reps("Wipers", 3, 4s)}), both),
        (Lines{"[get ready] Bridge, left side.", "three", "two", "one", "[start]", "Half way.",
               "[switch] Change sides: right.", "[end] Wipers.", "2", "3",
               "[all done] Well done."}));
}

TEST(Utterances, SayThatThereIsARest) {
    const Lines lines = heard_of(session_of({holds("Bridge", 8s, Sides::both, 2)}), both);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "[rest] Rest. Next: set 2."), 1);
}

TEST(Utterances, WithoutAVoiceAreDistinctTones) {
    EXPECT_EQ(heard_of(session_of({holds("Bridge", 20s, Sides::each, 1)}), tones_alone),
              (Lines{"[get ready]", "[count]", "[start]", "[half]", "[switch]", "[all done]"}));
}

TEST(Utterances, WithoutTonesSayWhatTonesWould) {
    EXPECT_EQ(heard_of(session_of({holds("Bridge", 8s, Sides::each)}), voice_alone),
              (Lines{"Bridge, left side.", "three", "two", "one", "Begin.",
                     "Done. Change sides: right.", "Done. Well done."}));
}

TEST(Utterances, OfAVoiceThatPlaysNoFilesKeepTheTonesThatStandAlone) {
    EXPECT_EQ(heard_of(session_of({holds("Bridge", 8s, Sides::each)}), speaks_itself),
              (Lines{"Bridge, left side.", "three", "two", "one", "Begin.",
                     "Done. Change sides: right.", "Done. Well done."}));
}

TEST(Utterances, SayHowLongAnOpenEndedHoldMayLast) {
    const Lines lines = heard_of(session_of({open_ended("Bridge", 2min)}), both);
    EXPECT_EQ(
        std::count(lines.begin(), lines.end(), "[start] As long as you like, up to 2 minutes."), 1);
}

class AnswersToKeys : public ::testing::Test {
   protected:
    AnswersToKeys() {
        performance.resume();
        performance.wait(12s);  // two seconds into the work
        performance.events.clear();
    }
    std::string answer(Key key) {
        performance.press(key);
        performance.wait(0ms);  // what is due at once belongs to it
        return heard(performance.events, performance.player);
    }
    Performance performance{session_of({with_alternate(holds("Bridge", 30s), holds("Tilt", 30s))})};
};

TEST_F(AnswersToKeys, Pause) {
    EXPECT_EQ(answer(Key::pause), "Paused.");
    performance.events.clear();
    EXPECT_EQ(answer(Key::pause), "[get ready] Get ready.");
}

TEST_F(AnswersToKeys, TimeLeft) {
    EXPECT_EQ(answer(Key::time_left), "28 seconds left here, 28 seconds in all.");
}

TEST_F(AnswersToKeys, MoreTime) { EXPECT_EQ(answer(Key::more_time), "10 seconds more."); }

TEST_F(AnswersToKeys, Again) { EXPECT_EQ(answer(Key::back), "[get ready] Again: Bridge."); }

TEST_F(AnswersToKeys, Easier) {
    EXPECT_NE(answer(Key::easier).find("Tilt."), std::string::npos);
    performance.events.clear();
    EXPECT_EQ(answer(Key::easier), "There is nothing easier. Make the movement smaller.");
}

TEST_F(AnswersToKeys, PainSilencesEverything) {
    performance.press(Key::hurts);
    const auto utterance = utterance_for(performance.events, performance.player, both, 0ms);
    ASSERT_TRUE(utterance.has_value());
    EXPECT_EQ(title_of(*utterance), "");
    EXPECT_EQ(utterance->rank, Rank::answer);
}

TEST_F(AnswersToKeys, SkippingTheLastSet) { EXPECT_EQ(answer(Key::next), "[all done] Well done."); }

TEST(Utterances, DropCuesThatAreLate) {
    const auto plan = make_plan(session_of({holds("Bridge", 10s)}));
    const Player player = begin(plan);
    const std::vector<Event> events = {{7s, CueDue{{1, 7s, CueKind::count, "three"}}}};
    EXPECT_EQ(heard(events, player, both, 7s), "three");
    EXPECT_EQ(heard(events, player, both, 7'001ms), "nothing");
}

TEST(Utterances, OfSeveralCuesGiveTheMostImportant) {
    const auto plan = make_plan(session_of({holds("Bridge", 10s)}));
    const Player player = begin(plan);
    const std::vector<Event> events = {{7s, CueDue{{1, 7s, CueKind::count, "three"}}},
                                       {7s, CueDue{{1, 7s, CueKind::side, "Left."}}},
                                       {7s, CueDue{{1, 7s, CueKind::half, "Half way."}}}};
    EXPECT_EQ(heard(events, player), "Left.");
}

TEST(Utterances, ASuspendIsToldThoughItIsLongPast) {
    const auto plan = make_plan(session_of({holds("Bridge", 10s)}));
    const Player player = begin(plan);
    const std::vector<Event> events = {{7s, Paused{PauseReason::slept}}};
    EXPECT_EQ(heard(events, player, both, 600s), "Paused. The computer slept.");
}

TEST(Utterances, SpeakOfTimeInWords) {
    EXPECT_EQ(spoken_duration(1s), "1 second");
    EXPECT_EQ(spoken_duration(29'001ms), "30 seconds");
    EXPECT_EQ(spoken_duration(60s), "1 minute");
    EXPECT_EQ(spoken_duration(90s), "1 minute 30 seconds");
    EXPECT_EQ(spoken_duration(120s), "2 minutes");
    EXPECT_EQ(spoken_duration(7min + 1s), "8 minutes");
}

}  // namespace
}  // namespace hipflow
