// SPDX-License-Identifier: MIT
// Keys that change the plan of a session, or the place in it: more reps, another exercise, a jump.
#include <gtest/gtest.h>

#include <algorithm>

#include "session/event_words.h"
#include "session/player.h"
#include "support/english.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace support;

// More reps.

/// In the third of ten reps of five seconds.
Performance in_reps() {
    Performance session(session_of({reps("a", 10, 5s), holds("b", 8s)}));
    session.resume();
    session.wait(10s + 12s);
    return session;
}

TEST(MoreRepsKey, AddsTwoRepsToTheTimeline) {
    Performance session = in_reps();
    const Millis left = left_in_session(session.player, session.now.time);
    session.press(Key::more_time);
    EXPECT_EQ(current_set(session.player).reps, 12);
    EXPECT_EQ(left_in_session(session.player, session.now.time), left + 10s);
    EXPECT_EQ(session.place(), "1/1/B/3");
    EXPECT_EQ(session.left(), 3s);
    EXPECT_EQ(all<MoreRepsAdded>(session.events).size(), 1U);
    EXPECT_TRUE(all<MoreTime>(session.events).empty());
}

TEST(MoreRepsKey, KeepsThePlanApartFromWhatIsDone) {
    Performance session = in_reps();
    session.press(Key::more_time);
    session.run_out();
    const auto ended = all<SetEnded>(session.events).at(0);
    EXPECT_EQ(planned_reps(ended.set), 10);
    EXPECT_EQ(ended.set.work, 50s);
    EXPECT_EQ(ended.progress.reps, 12);
    EXPECT_EQ(ended.progress.credit, 60s);
    EXPECT_EQ(ended.progress.status, SetStatus::done);
    EXPECT_EQ(session.player.script->timeline.work, 58s);
}

TEST(MoreRepsKey, IsDoneOnceThePlannedRepsAre) {
    Performance session = in_reps();
    session.press(Key::more_time);
    session.wait(3s + 8 * 5s);  // in the eleventh
    session.press(Key::next);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::done);
}

TEST(MoreRepsKey, CountsOnAndTellsTheLastOneWhereItIs) {
    Performance session(spoken_session({reps("a", 4, 3s)}), AskPeak::at_the_end, estimated());
    session.resume();
    while (current_segment(session.player).rep < 3) session.wait(1s);
    session.press(Key::more_time);
    session.events.clear();
    session.run_out();
    std::vector<std::string> ticks;
    for (const auto& due : all<CueDue>(session.events)) {
        if (due.cue.kind == CueKind::tick) ticks.push_back(due.cue.text);
    }
    EXPECT_EQ(ticks, (std::vector<std::string>{"4", "5", "last one"}));
}

TEST(MoreRepsKey, StartsTheWorkOnce) {
    Performance session = in_reps();
    for (int i = 0; i < 3; ++i) session.press(Key::more_time);
    session.run_out();
    const auto cues = all<CueDue>(session.events);
    EXPECT_EQ(
        std::ranges::count(cues, CueKind::start, [](const auto& due) { return due.cue.kind; }), 2);
    EXPECT_EQ(std::ranges::count(cues, CueKind::end, [](const auto& due) { return due.cue.kind; }),
              2);
    EXPECT_EQ(result_of(session.events, "1/1/B").reps, 16);
}

TEST(MoreRepsKey, AddsTenSecondsElsewhere) {
    Performance session(session_of({holds("a", 30s), moving("b", 30s)}));
    session.resume();
    session.wait(3s);
    for (const Millis at : {10s, 40s, 40s}) {
        session.press(Key::more_time);
        session.wait(at);
    }
    EXPECT_EQ(all<MoreTime>(session.events).size(), 3U);
    EXPECT_TRUE(all<MoreRepsAdded>(session.events).empty());
}

TEST(MoreRepsKey, SaysSoWhereNoMoreFits) {
    auto long_reps = reps("a", 17, 10min);
    Performance session(session_of({long_reps}));
    session.resume();
    session.wait(10s + 12s);
    session.press(Key::more_time);
    EXPECT_EQ(all<NothingMore>(session.events).size(), 1U);
    EXPECT_EQ(current_set(session.player).reps, 17);
}

// Another exercise.

Performance in_a_swappable_hold() {
    Performance session(session_of({with_alternative(with_alternative(holds("a", 30s, Sides::each),
                                                                      holds("b", 20s, Sides::each)),
                                                     holds("c", 10s, Sides::each)),
                                    holds("next", 8s)}));
    session.resume();
    session.wait(10s + 12s);
    return session;
}

TEST(Swap, PutsTheAlternativeInItsPlace) {
    Performance session = in_a_swappable_hold();
    session.press(Key::swap);
    EXPECT_EQ(current_work(session.player).exercise.id, "b");
    EXPECT_EQ(session.place(), "1/1/L/1");
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    session.run_out();
    const Results ended = results(session.events);
    EXPECT_EQ(ended.at({{1, 1, Side::left}, "a"}).credit, 12s);
    EXPECT_EQ(ended.at({{1, 1, Side::left}, "b"}).credit, 20s);
    EXPECT_EQ(all<SetEnded>(session.events).at(1).planned_exercise, "a");
}

TEST(Swap, GoesRoundToTheFirstAgain) {
    Performance session = in_a_swappable_hold();
    std::vector<std::string> ids;
    for (int i = 0; i < 4; ++i) {
        session.press(Key::swap);
        ids.push_back(current_work(session.player).exercise.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"b", "c", "a", "b"}));
}

TEST(Swap, SaysSoWhereThereIsNone) {
    Performance session = in_a_swappable_hold();
    session.go_to(1);
    session.press(Key::swap);
    EXPECT_EQ(all<NothingToSwap>(session.events).size(), 1U);
    EXPECT_TRUE(all<Swapped>(session.events).empty());
}

// A jump.

/// In the first hold of four exercises.
Performance in_four() {
    Performance session(session_of(
        {holds("a", 30s), holds("b", 30s, Sides::each), holds("c", 30s), holds("d", 30s)}));
    session.resume();
    session.wait(10s + 12s);
    return session;
}

TEST(GoTo, SkipsWhatIsBetween) {
    Performance session = in_four();
    session.go_to(3);
    EXPECT_EQ(session.place(), "4/1/B/1");
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::partial);
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 12s);
    for (const auto* set : {"2/1/L", "2/1/R", "3/1/B"}) {
        EXPECT_EQ(result_of(session.events, set).status, SetStatus::skipped) << set;
    }
    EXPECT_EQ(all<GoneTo>(session.events).at(0).passed_over, 3);
}

TEST(GoTo, SkipsTheSetThatAGapLeadsTo) {
    Performance session = in_four();
    session.wait(18s + 3s);
    ASSERT_EQ(session.place(), "2/1/L/ready");
    session.go_to(2);
    EXPECT_EQ(result_of(session.events, "2/1/L").status, SetStatus::skipped);
}

TEST(GoTo, IsTakenBackByUndo) {
    Performance session = in_four();
    session.go_to(3);
    session.wait(2s);
    session.press(Key::undo);
    EXPECT_EQ(session.place(), "1/1/B/1");
    EXPECT_FALSE(session.player.ended.contains({3, 1, Side::both}));
    session.run_out();
    EXPECT_EQ(result_of(session.events, "3/1/B").status, SetStatus::done);
}

TEST(GoTo, GoesBackToDoItAgain) {
    Performance session = in_four();
    session.wait(18s + 10s + 12s);
    ASSERT_EQ(session.place(), "2/1/L/1");
    session.go_to(0);
    EXPECT_EQ(session.place(), "1/1/B/1");
    EXPECT_TRUE(all<GoneTo>(session.events).at(0).back);
    EXPECT_FALSE(session.player.undo.has_value());
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 30s);
    EXPECT_EQ(result_of(session.events, "2/1/L").credit, 30s);
}

// A name in another language than the message stands alone.
TEST(GoTo, NamesTheExercise) {
    Hearing in_german = estimated();
    in_german.phrases = german();
    for (const auto& [hearing, words] : {std::pair(estimated(), std::string("Now: bridge.")),
                                         std::pair(in_german, std::string("bridge."))}) {
        Performance session(spoken_session({figure_four(Guidance::brief), bridge(Guidance::brief)}),
                            AskPeak::at_the_end, hearing);
        session.resume();
        session.wait(2s);
        const Millis pressed = session.now.time;
        session.go_to(1);
        session.wait(5s);
        const auto said = session.words_since(pressed);
        EXPECT_NE(std::ranges::find(said, words), said.end()) << testing::PrintToString(said);
    }
}

TEST(GoTo, TellsHowManySetsAreSkippedInOneLine) {
    Performance session = in_four();
    session.events.clear();
    session.go_to(3);
    std::vector<std::string> lines;
    for (const auto& event : session.events) {
        const auto words = event_words(event.what, session.player, Telling::lines);
        if (!words.empty()) lines.push_back(words);
    }
    EXPECT_EQ(lines, (std::vector<std::string>{
                         "Stopped after 12 s. u undoes that for 5 seconds.",
                         "On to d. 3 sets are skipped. u undoes that for 5 seconds."}));
}

TEST(GoTo, IsOutOfReachWhileASessionWindsDown) {
    Prescription broken_off = session_of({holds("a", 30s), holds("b", 30s)});
    broken_off.steps[0].alternatives = {holds("c", 30s).work};
    broken_off.closing = holds("rest", 60s).work;
    Performance session(broken_off);
    session.resume();
    session.wait(10s + 12s);
    session.wind_down();
    for (const Key key : {Key::back, Key::back, Key::swap}) session.press(key);
    session.go_to(0);
    EXPECT_EQ(current_work(session.player).exercise.id, "rest");
    session.run_out();
    EXPECT_EQ(current_work(session.player).exercise.id, "rest");
    EXPECT_TRUE(all<GoneTo>(session.events).empty());
    EXPECT_TRUE(all<Swapped>(session.events).empty());
}

TEST(GoTo, SaysNothingOfSetsWhereNoneIsSkipped) {
    Performance session(session_of({holds("a", 30s), holds("b", 30s)}));
    session.resume();
    session.wait(10s + 12s);
    const std::string words = event_words(GoneTo{1, 0, false}, session.player, Telling::lines);
    EXPECT_EQ(words, "On to b. u undoes that for 5 seconds.");
}

TEST(GoTo, KnowsNoStepBeyondTheLast) {
    Performance session = in_four();
    session.go_to(4);
    EXPECT_EQ(session.place(), "1/1/B/1");
    EXPECT_TRUE(all<GoneTo>(session.events).empty());
}

}  // namespace
}  // namespace hipflow::session
