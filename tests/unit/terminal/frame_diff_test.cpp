// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <regex>

#include "terminal/draw.h"
#include "terminal/encode.h"
#include "terminal/frame.h"
#include "text/utf8.h"
#include "unit/terminal/scenes.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

/// Models as much of a terminal as the screen uses. Anything else fails the test.
class TinyTerminal {
   public:
    explicit TinyTerminal(Frame frame) : frame_(std::move(frame)) {}

    void feed(std::string_view bytes) {
        while (!bytes.empty()) {
            if (bytes.front() == '\x1b') {
                bytes.remove_prefix(obey(bytes));
                continue;
            }
            const auto point = first_code_point(bytes);
            ASSERT_TRUE(point && !is_control(point->value));
            bytes.remove_prefix(point->length);
            print(point->value);
        }
    }
    const Frame& frame() const { return frame_; }
    bool is_plain() const { return attributes_ == "0"; }

   private:
    std::size_t obey(std::string_view bytes) {
        static const std::regex known("\x1b\\[(\\?2026[hl]|2J|(\\d+);(\\d+)H|([0-9;]+)m)");
        std::cmatch match;
        const bool found = std::regex_search(bytes.data(), bytes.data() + bytes.size(), match,
                                             known, std::regex_constants::match_continuous);
        EXPECT_TRUE(found) << bytes.substr(0, 20);
        if (!found) return bytes.size();
        if (match[1] == "2J") frame_ = Frame(frame_.size());
        if (match[2].matched) {
            row_ = std::stoi(match[2]) - 1;
            column_ = std::stoi(match[3]) - 1;
        }
        if (match[4].matched) attributes_ = match[4];
        return static_cast<std::size_t>(match.length());
    }
    Ink ink() const {
        if (attributes_ == "0;1") return Ink::strong;
        if (attributes_ == "0;2") return Ink::faint;
        if (attributes_ == "0;32") return Ink::work;
        if (attributes_ == "0;36") return Ink::gap;
        if (attributes_ == "0;1;33") return Ink::alert;
        EXPECT_EQ(attributes_, "0");
        return Ink::normal;
    }
    void print(char32_t glyph) {
        const int taken = columns_of(glyph);
        ASSERT_LT(row_, frame_.size().rows);
        ASSERT_LE(column_ + taken, frame_.size().columns) << "nothing may wrap";
        frame_.put(row_, column_, {glyph, ink()});
        if (taken == 2) frame_.put(row_, column_ + 1, {0, ink()});
        column_ += taken;
    }
    Frame frame_;
    int row_ = 0;
    int column_ = 0;
    std::string attributes_ = "0";
};

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
    RC_ASSERT(terminal.frame().rows() == wanted.rows());
    RC_ASSERT(terminal.frame() == wanted);
    RC_ASSERT(terminal.is_plain());
}

RC_GTEST_PROP(FrameDiff, ARedrawNeedsToKnowNothing, ()) {
    const Size size{*rc::gen::inRange(1, 30), *rc::gen::inRange(1, 8)};
    const Frame wanted = *frames(size);
    TinyTerminal terminal(*frames(size));
    terminal.feed(redraw(wanted, {}));
    RC_ASSERT(terminal.frame() == wanted);
    RC_ASSERT(terminal.is_plain());
}

RC_GTEST_PROP(FrameDiff, EqualFramesNeedNoByte, ()) {
    const Frame frame = *frames({20, 5});
    RC_ASSERT(diff(frame, frame, {}).empty());
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
        EXPECT_FALSE(std::regex_search(redraw(frame, {false, true}), coloured)) << state.name;
        EXPECT_TRUE(std::regex_search(redraw(frame, {true, true}), coloured)) << state.name;
    }
}

TEST(FrameDiff, IsSentAsOneUnlessTheTerminalKnowsNoSuchThing) {
    Frame frame({10, 2});
    frame.text(0, 0, "hold", Ink::normal, 10);
    const std::string whole = redraw(frame, {});
    EXPECT_EQ(whole.rfind("\x1b[?2026h", 0), 0U);
    EXPECT_EQ(whole.substr(whole.size() - 8), "\x1b[?2026l");
    EXPECT_EQ(redraw(frame, {true, false}).find("2026"), std::string::npos);
}

}  // namespace
}  // namespace hipflow::terminal
