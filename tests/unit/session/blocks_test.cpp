// SPDX-License-Identifier: MIT
#include "session/blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/score_check.h"
#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

Player running(Prescription prescription, Hearing hearing = {}) {
    Player player =
        begin(make_script(std::move(prescription), AskPeak::at_the_end, std::move(hearing)));
    player.phase = Phase::running;
    return player;
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
    auto step = holds("Bridge", 20s);
    step.work.exercise.start = "On your back.";
    EXPECT_EQ(blocks_of(running(session_of({step}))),
              (std::vector<Lines>{{"[get ready]", "Bridge.", "On your back."},
                                  {"three", "two", "one", "[start]"},
                                  {"Half way."},
                                  {"three", "two", "one"}}));
}

TEST(Blocks, KeepEverySoundAtItsPlace) {
    const Player player = running(session_of({holds("Bridge", 20s)}));
    const auto count = block_from(player, 1, player.script->hearing);
    ASSERT_TRUE(count.has_value());
    EXPECT_EQ(count->due, 7s);
    ASSERT_EQ(count->sounds.size(), 4U);
    EXPECT_EQ(count->sounds[1].at, 1s);
    EXPECT_EQ(count->sounds[3].at, 3s);
    EXPECT_TRUE(count->must);
    const auto half = block_from(player, count->next, player.script->hearing);
    ASSERT_TRUE(half.has_value());
    EXPECT_FALSE(half->must);
}

TEST(Blocks, PushWhatFollowsASentenceThatTurnsOutToBeLonger) {
    auto step = holds("Bridge", 8s);
    step.work.exercise.start = "On your back.";
    const Player player = running(session_of({step}));
    Hearing longer;
    longer.length = [](std::string_view text) { return spoken_length(text) + 1s; };
    const auto block = block_from(player, 0, longer);
    ASSERT_TRUE(block.has_value());
    ASSERT_GE(block->sounds.size(), 3U);
    EXPECT_EQ(block->sounds[2].at, block->sounds[1].at + block->sounds[1].length + least_pause);
}

TEST(Blocks, CutBeforeTheCountInSoThatItCanWait) {
    auto step = holds("Bridge", 8s);
    step.work.exercise.start = "On your back.";
    const Player player = running(session_of({step}, {0s, 0s, 0s, 0s}));
    const auto whole = block_from(player, 0, player.script->hearing);
    const auto cut = block_from(player, 0, player.script->hearing, {false, true});
    ASSERT_TRUE(whole && cut);
    EXPECT_EQ(whole->sounds.back().tone, Tone::start);
    EXPECT_EQ(cut->sounds.back().text, "On your back.");
}

TEST(Blocks, AreSingleCuesWhereNothingCanBeJoined) {
    const auto blocks = blocks_of(running(session_of({holds("Bridge", 8s)})), {true, false});
    EXPECT_EQ(blocks, (std::vector<Lines>{
                          {"[get ready]", "Bridge."}, {"three"}, {"two"}, {"one"}, {"[start]"}}));
}

TEST(Blocks, StopAtAQuestion) {
    Player player = begin(make_script(session_of({holds("Bridge", 8s), holds("Wipers", 8s)}),
                                      AskPeak::after_each_exercise));
    player.phase = Phase::running;
    const auto blocks = blocks_of(player);
    EXPECT_NE(std::ranges::find(blocks, Lines{"[end]"}), blocks.end());
}

TEST(Blocks, StandStillWithTheClock) {
    Performance session(session_of({holds("Bridge", 8s)}));
    session.resume();
    session.wait(1s);
    EXPECT_TRUE(block_from(session.player, session.player.next_cue, {}).has_value());
    session.press(Key::pause);
    EXPECT_FALSE(block_from(session.player, session.player.next_cue, {}).has_value());
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

/// A score with something of everything, to plant faults in.
Script good_script() {
    auto step = holds("Bridge", 20s, Sides::each);
    step.work.exercise.start = "On your back.";
    step.work.exercise.view = View::none;
    step.work.exercise.instructions = {"Lift your hips."};
    step.work.exercise.cues = {"Ribs heavy."};
    return *make_script(session_of({step, pulses("Press", 3, 10s, 2s), reps("Wipers", 4, 5s)}));
}

Cue& cue_of(Script& script, CueKind kind, std::string_view text = "") {
    return *std::ranges::find_if(script.cues, [&](const Cue& cue) {
        return cue.kind == kind && (text.empty() || cue.text == text);
    });
}

void remove(Script& script, CueKind kind, std::string_view text = "") {
    std::erase_if(script.cues, [&](const Cue& cue) {
        return cue.kind == kind && (text.empty() || cue.text == text);
    });
}

TEST(ScoreCheck, FindsNothingInAGoodOne) { EXPECT_EQ(support::faults_of(good_script()), Lines{}); }

TEST(ScoreCheck, FindsPlantedFaults) {
    const std::vector<std::pair<std::string, void (*)(Script&)>> faults = {
        {"a set-up is gone", [](Script& script) { remove(script, CueKind::set_up); }},
        {"a name is gone", [](Script& script) { remove(script, CueKind::name, "Wipers."); }},
        {"a side is gone", [](Script& script) { remove(script, CueKind::side); }},
        {"the other side is told",
         [](Script& script) { cue_of(script, CueKind::side).text = "Change sides: left."; }},
        {"a count is gone", [](Script& script) { remove(script, CueKind::count, "two"); }},
        {"a release is gone", [](Script& script) { remove(script, CueKind::tick, "Release."); }},
        {"a start is gone", [](Script& script) { remove(script, CueKind::start); }},
        {"an end is there twice",
         [](Script& script) { script.cues.push_back(cue_of(script, CueKind::end)); }},
        {"a set-up may be left out",
         [](Script& script) { cue_of(script, CueKind::set_up, "On your back.").must = false; }},
        {"two sentences overlap",
         [](Script& script) { cue_of(script, CueKind::set_up, "On your back.").at -= 400ms; }},
        {"there is no pause between two",
         [](Script& script) { cue_of(script, CueKind::set_up, "On your back.").at -= 100ms; }},
        {"a set-up comes after the clock has begun",
         [](Script& script) { cue_of(script, CueKind::set_up, "On your back.").at = 9'500ms; }},
        {"a set-up is near its count-in",
         [](Script& script) { cue_of(script, CueKind::set_up, "On your back.").at = 5'800ms; }},
        {"a word is cut by the end",
         [](Script& script) { cue_of(script, CueKind::guidance, "Ribs heavy.").at = 19'900ms; }},
        {"every sentence takes twice as long",
         [](Script& script) {
             script.hearing.length = [](std::string_view text) { return 2 * spoken_length(text); };
         }},
    };
    for (const auto& [name, plant] : faults) {
        Script script = good_script();
        plant(script);
        EXPECT_NE(support::faults_of(script), Lines{}) << name;
    }
}

TEST(ScoreCheck, FindsWhatAVeryLatePlayerDrops) {
    const Script script = good_script();
    EXPECT_EQ(support::dropped_when_late(script, [](std::size_t) { return 400ms; }), Lines{});
    const auto dropped = support::dropped_when_late(
        script, [](std::size_t block) { return block == 2 ? Millis(25s) : Millis(0); });
    EXPECT_NE(dropped, Lines{});
    for (const auto& text : dropped) {
        EXPECT_TRUE(text != "three" && text != "Release." && text != "On your back.") << text;
    }
}

}  // namespace
}  // namespace hipflow::session
