// SPDX-License-Identifier: MIT
// Separate presses all count; a key held down counts once. Times are explicit.
#include "terminal/press_filter.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

/// Presses keys at given times, and collects what counts.
class Fingers {
   public:
    /// Presses a key `after` so much time, as the live screen hands it on.
    Fingers& press(const std::string& key, Millis after) {
        wait(after);
        KeyPress press{key, false, {}, now_};
        if (key == last_) press.again_after = now_ - last_at_;
        last_ = key;
        last_at_ = now_;
        for (const auto& certain : filter_.take(press)) counted_ += certain.key;
        return *this;
    }
    /// Lets time pass in which the filter is asked at the moment that it names.
    Fingers& wait(Millis time) {
        const Millis until = now_ + time;
        if (const auto at = filter_.certain_at(); at && *at <= until) {
            if (const auto certain = filter_.certain_by(*at)) counted_ += certain->key;
        }
        now_ = until;
        return *this;
    }
    /// Holds a key: `delay` to its first repeat, then one each `rate`.
    Fingers& hold(const std::string& key, Millis delay, Millis rate, int repeats) {
        press(key, 1s);
        for (int i = 0; i < repeats; ++i) press(key, i == 0 ? delay : rate);
        return *this;
    }
    /// Returns the keys that counted, after a rest.
    std::string counted() { return wait(1s).counted_; }

   private:
    PressFilter filter_;
    Millis now_ = 10s;
    std::string last_;
    Millis last_at_{};
    std::string counted_;
};

TEST(PressFilter, CountsAFirstPressAtOnce) {
    PressFilter filter;
    EXPECT_EQ(filter.take({"n", false, {}, 5s}).size(), 1U);
    EXPECT_EQ(filter.certain_at(), std::nullopt);
}

TEST(PressFilter, CountsThreePressesWithinSixHundredMilliseconds) {
    EXPECT_EQ(Fingers().press("n", 1s).press("n", 300ms).press("n", 300ms).counted(), "nnn");
    EXPECT_EQ(Fingers().press("n", 1s).press("n", 200ms).press("n", 200ms).counted(), "nnn");
    EXPECT_EQ(Fingers().press("n", 1s).press("n", 150ms).press("n", 170ms).counted(), "nnn");
}

TEST(PressFilter, CountsEightPressesALittleFasterThanTwoASecond) {
    Fingers fingers;
    for (int i = 0; i < 8; ++i) fingers.press("n", 450ms);
    EXPECT_EQ(fingers.counted(), "nnnnnnnn");
}

TEST(PressFilter, CountsASecondPressWithinAMoment) {
    PressFilter filter;
    filter.take({"n", false, {}, 5s});
    EXPECT_TRUE(filter.take({"n", false, 300ms, 5'300ms}).empty());
    EXPECT_EQ(filter.certain_at(), 5'430ms);
    EXPECT_FALSE(filter.certain_by(5'429ms));
    EXPECT_TRUE(filter.certain_by(5'430ms));
    EXPECT_FALSE(filter.certain_by(6s));
}

TEST(PressFilter, CountsDifferentKeysHoweverFast) {
    EXPECT_EQ(Fingers().press("n", 1s).press("p", 5ms).press("n", 5ms).press("p", 5ms).counted(),
              "npnp");
}

TEST(PressFilter, KeepsTheOrderOfADoubtfulPressAndTheNextKey) {
    EXPECT_EQ(Fingers().press("n", 1s).press("n", 300ms).press("u", 40ms).counted(), "nnu");
}

TEST(PressFilter, CountsAPressAfterAHeldKey) {
    EXPECT_EQ(Fingers().hold("n", 500ms, 33ms, 20).press("n", 400ms).counted(), "nn");
}

TEST(PressFilter, ForgetsADoubtfulPress) {
    PressFilter filter;
    filter.take({"p", false, {}, 5s});
    filter.take({"p", false, 300ms, 5'300ms});
    filter.forget();
    EXPECT_EQ(filter.certain_at(), std::nullopt);
}

RC_GTEST_PROP(PressFilterProperty, AHeldKeyCountsOnce, ()) {
    const Millis delay(*rc::gen::inRange(150, 661));
    const Millis rate(*rc::gen::inRange(20, 111));
    const int repeats = *rc::gen::inRange(2, 200);
    RC_ASSERT(Fingers().hold("n", delay, rate, repeats).counted() == "n");
}

RC_GTEST_PROP(PressFilterProperty, AHeldKeyCountsOnceWhereItsRepeatsComeUnevenly, ()) {
    Fingers fingers;
    fingers.press("n", 1s).press("n", Millis(*rc::gen::inRange(150, 661))).press("n", 100ms);
    for (const int gap : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 240))) {
        fingers.press("n", Millis(gap));
    }
    RC_ASSERT(fingers.counted() == "n");
}

RC_GTEST_PROP(PressFilterProperty, EverySeparatePressCounts, ()) {
    Fingers fingers;
    std::string pressed;
    const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(130, 1500));
    for (const int gap : gaps) {
        const std::string key(1, *rc::gen::element('n', 'b', '+'));
        fingers.press(key, Millis(gap));
        pressed += key;
    }
    RC_ASSERT(fingers.counted() == pressed);
}

}  // namespace
}  // namespace hipflow::terminal
