// SPDX-License-Identifier: MIT
#include "terminal/figure_screen.h"

#include <gtest/gtest.h>

#include "unit/terminal/figures.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using figures::figure;

constexpr Millis rep = 5s;
constexpr Millis first = 100s;  // the clock begins anywhere

struct Shown {
    Millis at;
    std::size_t bytes;
};

/// Shows a figure as the live screen does: draws, asks when to draw again, and sleeps until then.
class Display {
   public:
    Display(Figure figure, Size size, double bytes_per_second, const FigureLook& look = {})
        : figure_(std::move(figure)),
          area_{2, 3, size},
          size_{size.columns + 6, size.rows + 4},
          screen_({look, bytes_per_second}, Pen{}) {}

    /// A rep, over and over.
    std::optional<FigureMoment> moment_at(Millis at) const {
        const Millis passed = at / frame_time * frame_time;
        const double share = shown_share(figure_, rep, passed);
        return FigureMoment{&figure_, share, Side::both, moves_at(figure_, share)};
    }
    /// All of what is wanted now, with a number on the screen that is no figure.
    Frame wanted(const FigureMoment& moment, const std::string& number) {
        Frame frame(size_);
        frame.text(0, 0, number, Ink::strong, 4);
        screen_.painter().draw(frame, area_, moment);
        return frame;
    }
    std::size_t show(const FigureMoment& moment, Millis now, const std::string& number = "1") {
        Frame frame = screen_.affordable(shown_ ? &*shown_ : nullptr, wanted(moment, number), area_,
                                         &moment, now);
        const std::string bytes = shown_ ? diff(*shown_, frame, Pen{}) : redraw(frame, Pen{});
        shown_ = std::move(frame);
        return bytes.size();
    }
    /// Everything that is drawn in so long a time. Each sleep is a little too long, as sleeps are.
    std::vector<Shown> run(Millis length) {
        std::vector<Shown> all;
        Millis now = first;
        const Millis end = now + length;
        while (now < end) {
            all.push_back({now, show(*moment_at(now), now)});
            const auto next = next_change(now, end);
            if (!next) break;
            EXPECT_GT(*next, now);
            now = *next + 1ms;
        }
        return all;
    }
    std::optional<Millis> next_change(Millis now, Millis until) {
        return screen_.next_change(
            *shown_, [&](Millis at) { return moment_at(at); }, now, until);
    }

    FigureScreen& screen() { return screen_; }
    const Frame& shown() const { return *shown_; }
    const Area& area() const { return area_; }

   private:
    Figure figure_;
    Area area_;
    Size size_;
    FigureScreen screen_;
    std::optional<Frame> shown_;
};

constexpr Size usual{38, 11};
constexpr Size large{64, 24};
constexpr double plenty = 1e9;

std::size_t sum_of(const std::vector<Shown>& all) {
    std::size_t sum = 0;
    for (const auto& each : all) sum += each.bytes;
    return sum;
}

Millis longest_wait(const std::vector<Shown>& all) {
    Millis longest{};
    for (std::size_t i = 1; i < all.size(); ++i) {
        longest = std::max(longest, all[i].at - all[i - 1].at);
    }
    return longest;
}

TEST(FigureScreen, LeavesNothingBehindWhereNothingIs) {
    for (const auto theme : {figure::Theme::dark, figure::Theme::light}) {
        FigureLook look;
        look.palette = figure::Palette(figure::ColourDepth::indexed, theme);
        for (const char* id : {"side-bend-standing", "windshield-wipers-supine", "dead-bug"}) {
            Display display(figure(id), usual, plenty, look);
            int crumbs = 0;
            for (Millis now = first; now < first + rep; now += frame_time) {
                const auto moment = display.moment_at(now);
                display.show(*moment, now);
                const Frame fresh = display.wanted(*moment, "1");
                for (int row = 0; row < fresh.size().rows; ++row) {
                    for (int column = 0; column < fresh.size().columns; ++column) {
                        const Cell& cell = fresh.at(row, column);
                        const bool empty = cell.glyph == U' ' && cell.paper == figure::Colour{};
                        const Cell& there = display.shown().at(row, column);
                        if (empty && (there.glyph != cell.glyph || there.paper != cell.paper)) {
                            ++crumbs;
                        }
                    }
                }
            }
            EXPECT_EQ(crumbs, 0) << id;
        }
    }
}

TEST(FigureScreen, AnotherSideIsDrawnAnew) {
    Display display(figure("clamshell"), usual, plenty);
    FigureMoment moment = *display.moment_at(first);
    moment.side = Side::left;
    moment.moves = true;
    display.show(moment, first);
    moment.side = Side::right;
    display.show(moment, first + 1s);
    EXPECT_EQ(display.shown(), display.wanted(moment, "1"));
}

TEST(FigureScreen, MovesTwelveTimesASecondAndNoMore) {
    const auto all = Display(figure("windshield-wipers-supine"), usual, plenty).run(rep);
    EXPECT_GT(all.size(), 30U);
    EXPECT_LE(all.size(), 62U);
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i].at - all[i - 1].at, frame_time);
}

TEST(FigureScreen, NobodyIsWokenToDrawNothing) {
    for (const char* id : {"glute-bridge", "windshield-wipers-supine", "rest-90-90"}) {
        for (const double rate : {plenty, slow_line, 700.0}) {
            for (const auto& each : Display(figure(id), usual, rate).run(30s)) {
                EXPECT_GT(each.bytes, 0U)
                    << id << " at " << rate << " after " << (each.at - first).count() << " ms";
            }
        }
    }
}

TEST(FigureScreen, TheRateFallsToWhatTheLineCarries) {
    constexpr double burst = 6'000;
    for (const char* id : {"windshield-wipers-supine", "sit-to-stand", "hip-switch-90-90"}) {
        for (const double rate : {slow_line, 1'000.0}) {
            const Millis length = 30s;
            const auto all = Display(figure(id), large, rate).run(length);
            std::size_t largest = 0;
            for (const auto& each : all) largest = std::max(largest, each.bytes);
            EXPECT_LE(static_cast<double>(sum_of(all)),
                      rate * 30 + burst + static_cast<double>(largest))
                << id << " at " << rate;
            // It falls, and never to nothing: what costs most is drawn when it is paid for.
            EXPECT_LE(longest_wait(all), Millis(static_cast<int>(2000.0 * burst / rate))) << id;
            EXPECT_GT(all.size(), rate < slow_line ? 10U : 40U) << id;
        }
    }
}

TEST(FigureScreen, ItCostsNoMoreFramesThanItsBytes) {
    const auto cheap = Display(figure("windshield-wipers-supine"), large, plenty).run(20s);
    const auto dear = Display(figure("windshield-wipers-supine"), large, 1'000).run(20s);
    EXPECT_LT(dear.size(), cheap.size());
}

TEST(FigureScreen, WordsAreNotKeptWaiting) {
    Display display(figure("windshield-wipers-supine"), large, 100);
    // The first picture and the next one overdraw the budget for many seconds.
    for (const Millis at : {Millis(0s), Millis(1s), Millis(2s), Millis(3s)}) {
        display.show(*display.moment_at(first + at), first + at, "1");
    }
    Frame with_new_number = display.shown();
    with_new_number.text(0, 0, "2", Ink::strong, 4);
    const auto moment = display.moment_at(first + 4s);
    EXPECT_GT(display.show(*moment, first + 4s, "2"), 0U);
    EXPECT_EQ(display.shown(), with_new_number) << "the figure stays as it is, the number does not";
    EXPECT_NE(display.shown(), display.wanted(*moment, "2"));
}

TEST(FigureScreen, APoseThatStaysIsDrawnExactlyOnceAndThenNotAgain) {
    const Figure bridge = figure("glute-bridge");
    Display display(bridge, usual, plenty);
    // Until just before it is up, where it stays for a second.
    Millis now = first;
    const Millis up = first + 2s;
    while (now < up) {
        display.show(*display.moment_at(now), now);
        now += frame_time;
    }
    const auto still = display.moment_at(now);
    ASSERT_FALSE(still->moves);
    display.show(*still, now);
    EXPECT_EQ(display.shown(), display.wanted(*still, "1")) << "with nothing left out";
    EXPECT_EQ(display.next_change(now, first + 2900ms), std::nullopt);
    EXPECT_EQ(display.show(*display.moment_at(now + 300ms), now + 300ms), 0U);
    const auto next = display.next_change(now, first + 10s);
    ASSERT_TRUE(next) << "it goes down again";
    EXPECT_GE(*next, first + 3s);
}

TEST(FigureScreen, WhileItMovesWhatHardlyDiffersIsLeftOut) {
    Display display(figure("glute-bridge"), usual, plenty);
    display.show(*display.moment_at(first), first);
    const auto moment = display.moment_at(first + 500ms);
    ASSERT_TRUE(moment->moves);
    const Frame before = display.shown();
    display.show(*moment, first + 500ms);
    const Frame exact = display.wanted(*moment, "1");
    EXPECT_NE(display.shown(), exact);
    EXPECT_LT(diff(before, display.shown(), Pen{}).size(), diff(before, exact, Pen{}).size());
}

TEST(FigureScreen, WhatWasCoveredIsDrawnWholeAndItsCostCounts) {
    Display display(figure("glute-bridge"), usual, plenty);
    display.show(*display.moment_at(first), first);
    display.screen().hide();
    EXPECT_EQ(display.next_change(first, first + 10s), std::nullopt) << "nobody sees it move";
    display.show(*display.moment_at(first + 500ms), first + 500ms);
    EXPECT_EQ(display.shown(), display.wanted(*display.moment_at(first + 500ms), "1"));
    EXPECT_TRUE(display.next_change(first + 500ms, first + 10s));
}

TEST(FigureScreen, WithoutAFigureTheFrameIsAsItIs) {
    Display display(figure("glute-bridge"), usual, slow_line);
    display.show(*display.moment_at(first), first);
    const Frame words({40, 8});
    EXPECT_EQ(display.screen().affordable(nullptr, words, std::nullopt, nullptr, first), words);
    EXPECT_EQ(display.next_change(first, first + 10s), std::nullopt);
    const auto moment = display.moment_at(first);
    EXPECT_EQ(display.screen().affordable(nullptr, words, std::nullopt, &*moment, first), words);
    EXPECT_EQ(display.screen().affordable(nullptr, words, display.area(), nullptr, first), words);
    EXPECT_EQ(display.next_change(first, first + 10s), std::nullopt);
}

}  // namespace
}  // namespace hipflow::terminal
