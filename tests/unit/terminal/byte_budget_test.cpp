// SPDX-License-Identifier: MIT
#include "terminal/byte_budget.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

TEST(ByteBudget, WhatIsSavedMayBeSpentAtOnce) {
    ByteBudget budget(1000, 3000);
    budget.spend(2000, 10s);
    EXPECT_EQ(budget.ready(10s), 10s);
    budget.spend(1000, 10s);
    EXPECT_EQ(budget.ready(10s), 10s);
}

TEST(ByteBudget, WhatIsOwedIsWaitedFor) {
    ByteBudget budget(1000, 3000);
    budget.spend(5000, 10s);
    const Millis ready = budget.ready(10s);
    EXPECT_GE(ready, 12s);
    EXPECT_LE(ready, 12s + 2ms);
    EXPECT_EQ(budget.ready(11s), ready) << "the same, whoever asks when";
    EXPECT_EQ(budget.ready(ready), ready);
}

TEST(ByteBudget, NoMoreThanTheBurstIsSaved) {
    ByteBudget budget(1000, 3000);
    budget.spend(3000, 10s);
    budget.spend(4000, 1000s);
    EXPECT_GT(budget.ready(1000s), 1000s);
}

RC_GTEST_PROP(ByteBudget, NeverMoreThanRateAndBurstAndOneOverdraft, ()) {
    const double rate = *rc::gen::inRange(100, 20'000);
    const double burst = *rc::gen::inRange(100, 10'000);
    ByteBudget budget(rate, burst);
    Millis now = 5s;
    double spent = 0;
    double largest = 0;
    for (int i = 0; i < 50; ++i) {
        now = budget.ready(now + Millis(*rc::gen::inRange(0, 500)));
        const double bytes = *rc::gen::inRange(0, 9000);
        largest = std::max(largest, bytes);
        budget.spend(bytes, now);
        spent += bytes;
        const double seconds = static_cast<double>((now - 5s).count()) / 1000;
        RC_ASSERT(spent <= burst + rate * seconds + largest + 1);
    }
}

}  // namespace
}  // namespace hipflow::terminal
