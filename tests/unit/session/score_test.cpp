// SPDX-License-Identifier: MIT
#include "session/score.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "session/hearing.h"
#include "support/score_check.h"
#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

TEST(Score, NameAnExerciseAndItsSideBeforeItStarts) {
    const auto script = make_script(session_of({holds("Bridge", 8s, Sides::each)}));
    EXPECT_EQ(cues_of(*script, "1/1/L/ready"),
              (Lines{"name 'Bridge, left side.' at 0", "count 'three' at 7", "count 'two' at 8",
                     "count 'one' at 9"}));
}

TEST(Score, SayHowAnExerciseBeginsAfterItsName) {
    auto step = holds("Bridge", 8s);
    step.work.exercise.start = "On your back.";
    const auto script = make_script(session_of({step}));
    const Lines gap = cues_of(*script, "1/1/B/ready");
    ASSERT_GE(gap.size(), 2U);
    EXPECT_EQ(gap[0], "name 'Bridge.' at 0");
    const Millis named = opening_length(Tone::get_ready, {}) + spoken_length("Bridge.");
    EXPECT_EQ(script->cues[1].text, "On your back.");
    EXPECT_EQ(script->cues[1].at, named + after_sentence);
}

TEST(Score, NeverDropWhatMustBeSaidHoweverSlowTheVoice) {
    auto step = holds("Bridge", 8s);
    step.work.exercise.start = "On your back.";
    Hearing slow;
    slow.length = [](std::string_view text) { return 4 * spoken_length(text); };
    const auto script =
        make_script(session_of({step}, {1s, 0s, 0s, 0s}), AskPeak::at_the_end, slow);
    const Lines gap = cues_of(*script, "1/1/B/ready");
    ASSERT_EQ(gap.size(), 5U);
    const Millis words = slow.length("Bridge.") + slow.length("On your back.");
    EXPECT_GE(script->timeline.segments[0].duration, words + count_in + before_count);
}

TEST(Score, LengthenNoGapWithoutAVoice) {
    auto step = holds("Bridge", 8s, Sides::each);
    step.work.exercise.start = "On your back, knees bent, feet flat, arms at your sides.";
    Hearing tones;
    tones.voice = false;
    const auto script =
        make_script(session_of({step}, {2s, 1s, 0s, 0s}), AskPeak::at_the_end, tones);
    EXPECT_EQ(script->timeline.lengthened, 0s);
    EXPECT_EQ(script->timeline.segments[0].duration, 2s);
}

TEST(Score, CountDownAWholeGapThatWasLengthenedForItsWords) {
    auto step = holds("Bridge", 8s);
    step.work.exercise.start = "On your back, knees bent, feet flat, arms at your sides.";
    const auto script = make_script(session_of({step}, {0s, 0s, 0s, 0s}));
    const auto counts = std::count_if(script->cues.begin(), script->cues.end(),
                                      [](const Cue& cue) { return cue.kind == CueKind::count; });
    EXPECT_EQ(counts, 3);
}

TEST(Score, CountDownAcrossTheGapsBeforeASet) {
    const auto script = make_script(session_of({holds("Bridge", 8s)}, {2s, 0s, 15s, 0s}));
    EXPECT_EQ(cues_of(*script, "1/1/B/position-change"),
              (Lines{"name 'Bridge.' at 0", "count 'three' at 14"}));
    EXPECT_EQ(cues_of(*script, "1/1/B/ready"), (Lines{"count 'two' at 0", "count 'one' at 1"}));
}

TEST(Score, SayTheNextSideInTheGap) {
    const auto script = make_script(session_of({holds("Bridge", 8s, Sides::each)}));
    EXPECT_EQ(cues_of(*script, "1/1/R/side-change"),
              (Lines{"side 'Change sides: right.' at 0", "count 'three' at 2", "count 'two' at 3",
                     "count 'one' at 4"}));
}

TEST(Score, SayTheNextSetInTheGap) {
    const auto script = make_script(session_of({holds("Bridge", 8s, Sides::both, 2)}));
    EXPECT_EQ(cues_of(*script, "1/2/B/rest").front(), "set-up 'Rest. Next: set 2.' at 0");
}

TEST(Score, NameAnExerciseRatherThanFinishTheWordsOfTheSetBefore) {
    auto step = holds("Bridge", 1s, Sides::both, 2);
    step.gap = 0s;
    const auto script = make_script(session_of({step, holds("Wipers", 8s)}));
    EXPECT_EQ(cues_of(*script, "1/2/B/1"), (Lines{"start at 0", "end at 1"}));
    EXPECT_EQ(cues_of(*script, "2/1/B/ready").front(), "name 'Wipers.' at 0");
}

TEST(Score, DoNotCountDownAGapTooShortForIt) {
    const auto script =
        make_script(session_of({holds("Bridge", 8s, Sides::each)}, {10s, 3s, 0s, 15s}));
    EXPECT_EQ(cues_of(*script, "1/1/R/side-change"), (Lines{"side 'Change sides: right.' at 0"}));
}

TEST(Score, LengthenAGapInWhichTheSideAndTheCountInCollide) {
    const auto script =
        make_script(session_of({holds("Bridge", 8s, Sides::each)}, {10s, 4s, 0s, 15s}));
    EXPECT_EQ(cues_of(*script, "1/1/R/side-change"),
              (Lines{"side 'Change sides: right.' at 0", "count 'three' at 2", "count 'two' at 3",
                     "count 'one' at 4"}));
    EXPECT_EQ(script->timeline.lengthened, 1s);
}

TEST(Score, MakeAGapForTheSideWhereThereIsNone) {
    const auto script =
        make_script(session_of({holds("Bridge", 8s, Sides::each)}, {10s, 0s, 0s, 0s}));
    EXPECT_EQ(cues_of(*script, "1/1/R/side-change"), (Lines{"side 'Change sides: right.' at 0"}));
    EXPECT_EQ(script->timeline.lengthened, 2s);
}

TEST(Score, SayTheSideOfLaterSetsInTheGapAsItIsWritten) {
    const auto script =
        make_script(session_of({holds("Bridge", 8s, Sides::each, 2)}, {10s, 1s, 0s, 0s}));
    EXPECT_EQ(cues_of(*script, "1/2/L/side-change"), (Lines{"side 'Left.' at 0"}));
    EXPECT_EQ(script->timeline.lengthened, 1s) << "only the first change of sides grew";
    const auto none =
        make_script(session_of({holds("Bridge", 8s, Sides::each, 2)}, {10s, 0s, 0s, 0s}));
    EXPECT_EQ(cues_of(*none, "1/2/L/1"), (Lines{"side 'Left.' at 0", "start at 0", "end at 8"}));
}

TEST(Score, MakeAGapForTheSideWhereTheSetIsShorterThanItsWord) {
    auto step = holds("Bridge", 1s, Sides::each);
    step.work.sets = 2;
    const auto script =
        make_script(session_of({step}, {10s, 0s, 0s, 0s}), AskPeak::at_the_end, estimated_at(140));
    EXPECT_EQ(faults_of(*script), std::vector<std::string>());
    EXPECT_EQ(cues_of(*script, "1/2/R/side-change").size(), 1U);
}

TEST(Score, SayInARestWhatFitsIntoIt) {
    const auto rest = [](Millis gap) {
        auto step = holds("Bridge", 8s, Sides::both, 2);
        step.gap = gap;
        return cues_of(*make_script(session_of({step})), "1/2/B/rest");
    };
    EXPECT_EQ(rest(6s).front(), "set-up 'Rest. Next: set 2.' at 0");
    EXPECT_EQ(rest(5s).front(), "set-up 'Set 2.' at 0");
    EXPECT_EQ(rest(4s).size(), 4U);
    EXPECT_EQ(rest(500ms), Lines{});
}

TEST(Score, CountDownTheEndOfAHoldOfTenSeconds) {
    const auto script = make_script(session_of({holds("Bridge", 10s)}));
    EXPECT_EQ(cues_of(*script, "1/1/B/1"),
              (Lines{"start at 0", "count 'three' at 7", "count 'two' at 8", "count 'one' at 9",
                     "end at 10"}));
}

TEST(Score, DoNotCountDownAShorterHold) {
    const auto script = make_script(session_of({holds("Bridge", 9'999ms)}));
    EXPECT_EQ(cues_of(*script, "1/1/B/1"), (Lines{"start at 0", "end at 9.999"}));
}

TEST(Score, SayWhenAHoldOfTwentySecondsIsHalfOver) {
    const auto script = make_script(session_of({holds("Bridge", 20s)}));
    EXPECT_EQ(cues_of(*script, "1/1/B/1")[1], "half 'Half way.' at 10");
}

TEST(Score, DoNotHalveAShorterHold) {
    const auto script = make_script(session_of({holds("Bridge", 19'999ms)}));
    EXPECT_TRUE(std::none_of(script->cues.begin(), script->cues.end(),
                             [](const Cue& cue) { return cue.kind == CueKind::half; }));
}

TEST(Score, CountTheRepsFromTheSecondOn) {
    const auto script = make_script(session_of({reps("Bridge", 3, 4s)}));
    EXPECT_EQ(cues_of(*script, "1/1/B/1"), (Lines{"start at 0"}));
    EXPECT_EQ(cues_of(*script, "1/1/B/2"), (Lines{"tick '2' at 0"}));
    EXPECT_EQ(cues_of(*script, "1/1/B/3"), (Lines{"tick '3' at 0", "end at 4"}));
}

TEST(Score, SayWhenToLetGoBetweenTwoHolds) {
    const auto script = make_script(session_of({pulses("Bridge", 2, 10s, 2s)}));
    EXPECT_EQ(cues_of(*script, "1/1/B/1/release"), (Lines{"tick 'Release.' at 0"}));
}

TEST(Score, SayWhenToLetGoWhateverElseThereIsToSay) {
    auto step = pulses("Bridge", 3, 6s, 2s);
    step.work.exercise.view = View::none;
    step.work.exercise.instructions = {"Ease the knee gently away from your chest.",
                                       "For a little more, hold behind the thigh and draw it in.",
                                       "Stay there, and let each breath out be long."};
    const auto script = make_script(session_of({step}, {3s, 0s, 0s, 0s}));
    EXPECT_EQ(cues_of(*script, "1/1/B/1/release").front(), "tick 'Release.' at 0");
    EXPECT_EQ(cues_of(*script, "1/1/B/2/release").front(), "tick 'Release.' at 0");
}

TEST(Score, LeaveAnOpenEndedHoldInPeace) {
    const auto script = make_script(session_of({open_ended("Bridge", 2min)}));
    EXPECT_EQ(cues_of(*script, "1/1/B/1"),
              (Lines{"start 'As long as you like, up to 2 minutes.' at 0", "end at 120"}));
}

TEST(Score, GiveTheEndOfOneSetBeforeTheStartOfTheNext) {
    auto step = holds("Bridge", 8s, Sides::both, 2);
    step.gap = 0s;
    const auto script = make_script(session_of({step}));
    const auto end = std::find_if(script->cues.begin(), script->cues.end(),
                                  [](const Cue& cue) { return cue.kind == CueKind::end; });
    ASSERT_NE(end, script->cues.end());
    EXPECT_EQ(std::next(end)->kind, CueKind::start);
}

/// Lies face down for 40 s, with two sentences on how it goes and two on its form.
PrescribedStep unseen(View view, Millis hold = 40s) {
    auto step = holds("Bridge", hold, Sides::both, 2);
    step.work.exercise.view = view;
    step.work.exercise.instructions = {"Lift.", "Lower it slowly."};
    step.work.exercise.cues = {"Ribs heavy.", "Breathe."};
    return step;
}

Lines guidance_of(const Script& script) {
    Lines lines;
    for (const Cue& cue : script.cues) {
        if (cue.kind == CueKind::guidance) lines.push_back(cue.text);
    }
    return lines;
}

TEST(Score, SayNoMoreThanNeededWhereTheScreenIsSeen) {
    const auto script = make_script(session_of({unseen(View::screen)}));
    EXPECT_EQ(guidance_of(*script), Lines{});
}

TEST(Score, SayHowItGoesWhereTheScreenIsNotSeen) {
    for (const View view : {View::ceiling, View::none}) {
        const auto script = make_script(session_of({unseen(view)}));
        const Lines gap = cues_of(*script, "1/1/B/ready");
        ASSERT_GE(gap.size(), 3U);
        EXPECT_TRUE(gap[1].starts_with("guidance 'Lift.'")) << gap[1];
        EXPECT_TRUE(gap[2].starts_with("guidance 'Lower it slowly.'")) << gap[2];
        // Then, in every set, what the screen shows during the work.
        EXPECT_EQ(guidance_of(*script), (Lines{"Lift.", "Lower it slowly.", "Ribs heavy.",
                                               "Breathe.", "Ribs heavy.", "Breathe."}));
    }
}

TEST(Score, SayDuringTheWorkWhatFindsNoRoomBeforeIt) {
    const auto script = make_script(session_of({unseen(View::none)}, {0s, 0s, 0s, 0s}));
    const Lines work = cues_of(*script, "1/1/B/1");
    ASSERT_GE(work.size(), 2U);
    EXPECT_EQ(work[0], "start at 0");
    EXPECT_EQ(work[1], "guidance 'Lift.' at 0.615");
}

TEST(Score, GuideNobodyPastTheEndOfASet) {
    const auto script = make_script(session_of({unseen(View::none, 5s)}));
    EXPECT_EQ(guidance_of(*script), (Lines{"Lift.", "Lower it slowly."}));
}

TEST(Score, DropANumberThatTheOneBeforeItLeavesNoRoomFor) {
    const auto script = make_script(session_of({reps("Bridge", 4, 300ms)}));
    EXPECT_EQ(cues_of(*script, "1/1/B/2"), (Lines{}));  // the start is still heard
    EXPECT_EQ(cues_of(*script, "1/1/B/3"), (Lines{"tick '3' at 0"}));
    EXPECT_EQ(cues_of(*script, "1/1/B/4"), (Lines{"end at 0.3"}));
}

TEST(Score, BeepTheCountOfAVoiceThatIsTooSlowForIt) {
    Hearing slow = estimated_at(80);
    const auto script =
        make_script(session_of({holds("Bridge", 10s)}), AskPeak::at_the_end, std::move(slow));
    int beeps = 0;
    for (const Cue& cue : script->cues) beeps += cue.tone == Tone::count ? 1 : 0;
    EXPECT_EQ(beeps, 6) << "before the hold and at its end";
}

TEST(Score, TellWithTonesWhereThereIsNoVoice) {
    Hearing tones;
    tones.voice = false;
    const auto script =
        make_script(session_of({holds("Bridge", 20s, Sides::each)}), AskPeak::at_the_end, tones);
    std::vector<std::string> heard;
    for (const Cue& cue : script->cues) {
        EXPECT_EQ(words_length(cue, tones), 0s);
        if (const auto tone = tone_of(cue, tones)) heard.emplace_back(word(*tone));
    }
    EXPECT_EQ(heard, (Lines{"get ready", "count", "count", "count", "start", "half", "count",
                            "count", "count", "switch", "count", "count", "count", "start", "half",
                            "count", "count", "count"}));
}

TEST(Score, TellWithWordsWhereThereAreNoTones) {
    Hearing voice;
    voice.tones = false;
    const auto script =
        make_script(session_of({holds("Bridge", 8s, Sides::each)}), AskPeak::at_the_end, voice);
    EXPECT_EQ(cues_of(*script, "1/1/L/1"), (Lines{"start 'Begin.' at 0", "end 'Done.' at 8"}));
    for (const Cue& cue : script->cues) EXPECT_FALSE(tone_of(cue, voice).has_value());
}

TEST(Score, TellWithItsEndWhatFollowsASet) {
    auto step = holds("Bridge", 8s, Sides::each);
    step.work.sets = 2;
    step.order = SideOrder::each_side;
    const auto script = make_script(session_of({step, holds("Wipers", 8s)}));
    std::vector<std::string> ends;
    for (const Cue& cue : script->cues) {
        if (cue.kind == CueKind::end) ends.emplace_back(cue.tone ? word(*cue.tone) : "nothing");
    }
    EXPECT_EQ(ends, (Lines{"rest", "switch", "rest", "end", "nothing"}))
        << "the very last is told by what closes the session";
}

}  // namespace
}  // namespace hipflow::session
