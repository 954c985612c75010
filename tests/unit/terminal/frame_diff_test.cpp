// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <regex>

#include "terminal/draw.h"
#include "terminal/encode.h"
#include "unit/terminal/scenes.h"
#include "unit/terminal/tiny_terminal.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using tiny::TinyTerminal;

rc::Gen<Frame> frames(Size size) {
    return rc::gen::exec([size] {
        Frame frame(size);
        const int texts = *rc::gen::inRange(0, 12);
        for (int i = 0; i < texts; ++i) {
            static const std::vector<std::string> words = {
                "24", "HOLD", "日本語", "█▀▄", "a", "long enough to be cut off here"};
            frame.text(*rc::gen::inRange(0, size.rows), *rc::gen::inRange(0, size.columns),
                       *rc::gen::elementOf(words),
                       *rc::gen::elementOf(std::vector<Ink>{Ink::normal, Ink::strong, Ink::faint,
                                                            Ink::work, Ink::gap, Ink::alert}),
                       *rc::gen::inRange(1, size.columns + 1));
        }
        return frame;
    });
}

RC_GTEST_PROP(FrameDiff, TurnsAnyFrameIntoAnyOther, ()) {
    const Size size{*rc::gen::inRange(1, 30), *rc::gen::inRange(1, 8)};
    const Frame shown = *frames(size);
    const Frame wanted = *frames(size);
    TinyTerminal terminal(shown);
    terminal.feed(diff(shown, wanted, {}));
    RC_ASSERT(terminal.cells() == tiny::seen(wanted));
    RC_ASSERT(terminal.is_plain());
}

RC_GTEST_PROP(FrameDiff, ARedrawNeedsToKnowNothing, ()) {
    const Size size{*rc::gen::inRange(1, 30), *rc::gen::inRange(1, 8)};
    const Frame wanted = *frames(size);
    TinyTerminal terminal(*frames(size));
    terminal.feed(redraw(wanted, {}));
    RC_ASSERT(terminal.cells() == tiny::seen(wanted));
    RC_ASSERT(terminal.is_plain());
}

RC_GTEST_PROP(FrameDiff, EqualFramesNeedNoByte, ()) {
    const Frame frame = *frames({20, 5});
    RC_ASSERT(diff(frame, frame, {}).empty());
}

TEST(FrameDiff, WordsKeepTheSpacesBetweenThem) {
    Frame shown({20, 1});
    Frame wanted({20, 1});
    shown.text(0, 0, "Press return", Ink::normal, 20);
    wanted.text(0, 0, "Enter begins", Ink::normal, 20);
    EXPECT_NE(diff(shown, wanted, {}).find("Enter begins"), std::string::npos);
    wanted.text(0, 0, "Enter", Ink::strong, 20);
    const std::string bytes = diff(shown, wanted, {});
    EXPECT_NE(bytes.find(" begins"), std::string::npos) << "the ink changes once all the same";
}

TEST(FrameDiff, ASecondCostsFewBytes) {
    auto hold = scenes::in(session::SegmentKind::hold, 10s);
    Frame shown = draw(scene_of(hold.player, hold.now.time, ""), {100, 30}, Blocks::half);
    std::size_t bytes = 0;
    for (int second = 0; second < 20; ++second) {
        hold.wait(1s);
        Frame wanted = draw(scene_of(hold.player, hold.now.time, ""), {100, 30}, Blocks::half);
        bytes += diff(shown, wanted, {}).size();
        shown = std::move(wanted);
    }
    EXPECT_LT(bytes / 20, 1000U) << "at most 2 kB/s";
}

TEST(FrameDiff, WithoutColourThereIsNone) {
    const std::regex coloured("\x1b\\[([0-9]+;)*(3[0-7]|38|9[0-7])[;m]");
    for (const auto& state : scenes::every_state()) {
        const Frame frame = draw(state.scene(), {80, 24}, Blocks::half);
        EXPECT_FALSE(std::regex_search(redraw(frame, {figure::ColourDepth::none}), coloured))
            << state.name;
        EXPECT_TRUE(std::regex_search(redraw(frame, Pen{}), coloured)) << state.name;
    }
}

TEST(FrameDiff, IsSentAsOneUnlessTheTerminalKnowsNoSuchThing) {
    Frame frame({10, 2});
    frame.text(0, 0, "hold", Ink::normal, 10);
    const std::string whole = redraw(frame, {});
    EXPECT_EQ(whole.rfind("\x1b[?2026h", 0), 0U);
    EXPECT_EQ(whole.substr(whole.size() - 8), "\x1b[?2026l");
    EXPECT_EQ(
        redraw(frame, {figure::ColourDepth::indexed, figure::Theme::dark, false}).find("2026"),
        std::string::npos);
}

}  // namespace
}  // namespace hipflow::terminal
