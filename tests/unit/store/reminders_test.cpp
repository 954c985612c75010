// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>

#include "unit/store/samples.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

TEST(Reminders, AreRememberedForAMonth) {
    Store store = samples::empty_store();
    const Instant now(1000000h);
    store.remember_reminders(std::array<std::string, 2>{"a", "b"}, "desktop", now);
    EXPECT_EQ(store.reminders_sent(), (std::set<std::string>{"a", "b"}));
    store.remember_reminders(std::array<std::string, 1>{"c"}, "stdout", now + 24h * 40);
    EXPECT_EQ(store.reminders_sent(), (std::set<std::string>{"c"}));
}

TEST(Reminders, ASnoozeTakesThePlaceOfTheOneBefore) {
    Store store = samples::empty_store();
    EXPECT_FALSE(store.snoozed_until());
    store.snooze(Instant(5h));
    store.snooze(Instant(2h));
    EXPECT_EQ(store.snoozed_until(), Instant(2h));
}

}  // namespace
}  // namespace hipflow
