// SPDX-License-Identifier: MIT
#include "session/blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

Player running(std::vector<PrescribedStep> steps, Hearing hearing = estimated()) {
    Player player = begin(
        make_script(spoken_session(std::move(steps)), AskPeak::at_the_end, std::move(hearing)));
    player.phase = Phase::running;
    return player;
}

/// One hold, and not much to say.
PrescribedStep short_hold(Millis hold = 20s) {
    auto step = holds("Bridge", hold);
    step.work.exercise.start = {{"On your back.", {}}};
    step.work.guidance = Guidance::brief;
    return step;
}

/// The blocks of an untouched session, each as what is heard in it.
std::vector<Lines> blocks_of(const Player& player, BlockCut cut = {}) {
    std::vector<Lines> blocks;
    for (auto block = block_from(player, 0, player.script->hearing, cut); block;
         block = block_from(player, block->next, player.script->hearing, cut)) {
        Lines heard;
        for (const Sound& sound : block->sounds) {
            heard.push_back(sound.tone ? "[" + std::string(word(*sound.tone)) + "]" : sound.text);
        }
        blocks.push_back(std::move(heard));
    }
    return blocks;
}

TEST(Blocks, JoinWhatIsLessThanASecondApart) {
    EXPECT_EQ(blocks_of(running({short_hold()})),
              (std::vector<Lines>{{"[get ready]", "Test. One exercise, about one minute.",
                                   "First: Bridge.", "20 seconds.", "On your back."},
                                  {"Take your time."},
                                  {"three", "two", "one", "[start]"},
                                  {"halfway"},
                                  {"three", "two", "one"}}));
}

TEST(Blocks, HoldTheFirstBeatWithTheCountIn) {
    const auto blocks = blocks_of(running({bridge(Guidance::brief)}));
    EXPECT_NE(std::ranges::find(blocks, Lines{"three", "two", "one", "[start]", "up"}),
              blocks.end());
}

TEST(Blocks, KeepEverySoundAtItsPlace) {
    const Player player = running({short_hold()});
    const Millis start = player.script->timeline.starts().at(2);
    const auto cue = std::ranges::find(player.script->cues, CueKind::count, &Cue::kind);
    const auto count =
        block_from(player, static_cast<std::size_t>(cue - player.script->cues.begin()),
                   player.script->hearing);
    ASSERT_TRUE(count.has_value());
    EXPECT_EQ(count->due, start - 3s);
    ASSERT_EQ(count->sounds.size(), 4U);
    EXPECT_EQ(count->sounds[1].at, 1s);
    EXPECT_EQ(count->sounds[3].at, 3s);
    EXPECT_TRUE(count->must);
    const auto half = block_from(player, count->next, player.script->hearing);
    ASSERT_TRUE(half.has_value());
    EXPECT_FALSE(half->must);
}

TEST(Blocks, PushWhatFollowsASentenceThatTurnsOutToBeLonger) {
    const Player player = running({short_hold(8s)});
    Hearing longer = estimated();
    longer.length = [](std::string_view text, std::string_view /*language*/) {
        return spoken_length(text) + 1s;
    };
    const auto block = block_from(player, 0, longer);
    ASSERT_TRUE(block.has_value());
    ASSERT_GE(block->sounds.size(), 3U);
    EXPECT_EQ(block->sounds[2].at, block->sounds[1].at + block->sounds[1].length + least_pause);
}

TEST(Blocks, CutBeforeTheCountInSoThatItCanWait) {
    const Player player = running({bridge(Guidance::full)});
    const auto last = std::ranges::find(player.script->cues, "Now 6 times.", &Cue::text);
    const auto at = static_cast<std::size_t>(last - player.script->cues.begin());
    const auto whole = block_from(player, at, player.script->hearing);
    const auto cut = block_from(player, at, player.script->hearing, {false, true});
    ASSERT_TRUE(whole && cut);
    EXPECT_EQ(whole->sounds.back().text, "up");
    EXPECT_EQ(cut->sounds.back().text, "Now 6 times.");
    const auto after = block_from(player, cut->next, player.script->hearing, {false, true});
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(after->sounds.front().text, "three");
}

TEST(Blocks, AreSingleCuesWhereNothingCanBeJoined) {
    auto step = short_hold(8s);
    step.work.exercise.start.clear();
    step.work.guidance = Guidance::counts;
    EXPECT_EQ(blocks_of(running({step}), {true, false}),
              (std::vector<Lines>{{"[get ready]"},
                                  {"Test. One exercise, about one minute."},
                                  {"First: Bridge."},
                                  {"8 seconds."},
                                  {"Take your time."},
                                  {"three"},
                                  {"two"},
                                  {"one"},
                                  {"[start]"}}));
}

TEST(Blocks, StopAtAQuestion) {
    Player player = begin(make_script(spoken_session({short_hold(8s), short_hold(8s)}),
                                      AskPeak::after_each_exercise, estimated()));
    player.phase = Phase::running;
    const auto blocks = blocks_of(player);
    EXPECT_NE(std::ranges::find(blocks, Lines{"[end]"}), blocks.end());
}

TEST(Blocks, HaveALanguageForEverySentence) {
    auto step = short_hold();
    step.work.exercise.language = "de";
    step.work.exercise.start = {{"Auf den Rücken.", {}}};
    const auto block = block_from(running({step}), 0, estimated());
    ASSERT_TRUE(block.has_value());
    for (const Sound& sound : block->sounds) {
        const bool german = sound.text == "Auf den Rücken." || sound.text == "Bridge.";
        EXPECT_EQ(sound.language, german ? "de" : "en") << sound.text;
    }
}

TEST(Blocks, StandStillWithTheClock) {
    Performance session(session_of({holds("Bridge", 8s)}));
    session.resume();
    session.wait(1s);
    const Hearing& hearing = session.player.script->hearing;
    EXPECT_TRUE(block_from(session.player, session.player.next_cue, hearing).has_value());
    session.press(Key::pause);
    EXPECT_FALSE(block_from(session.player, session.player.next_cue, hearing).has_value());
}

TEST(Blocks, MoveWithAGapThatIsHeld) {
    Performance session(session_of({holds("Bridge", 8s)}));
    session.resume();
    session.wait(6s);
    const Millis before = due_time(session.player, session.player.next_cue).value();
    Turn turn = hold_gap(session.player, 1s, session.now);
    EXPECT_EQ(due_time(turn.player, turn.player.next_cue), before + 1s);
    EXPECT_EQ(left_in_session(turn.player, session.now.time), session.left() + 1s + 8s);
    ASSERT_EQ(turn.events.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<GapHeld>(turn.events[0].what));
    // Work is never stretched.
    session.wait(5s);
    turn = hold_gap(session.player, 1s, session.now);
    EXPECT_TRUE(turn.events.empty());
    EXPECT_EQ(left_in_segment(turn.player, session.now.time), session.left());
}

}  // namespace
}  // namespace hipflow::session
