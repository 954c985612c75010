// SPDX-License-Identifier: MIT
#include "store/device.h"

#include <gtest/gtest.h>

#include <array>

#include "samples.h"
#include "store/database.h"

namespace hipflow::store {
namespace {

using namespace samples;

TEST(Store, NamesThisMachineAtItsFirstCommit) {
    const TempFolder folder;
    const auto name = [&] { return known_device(*open_for_reading(folder.database())); };
    Store store = Store::open(folder.database());
    EXPECT_FALSE(name());
    put(store, session("s1"));
    const auto id = name();
    ASSERT_TRUE(id);
    put(store, session("s2"));
    EXPECT_EQ(name(), id);
}

TEST(Store, KeepsOneCheckpointUntilItIsCleared) {
    Store store = empty_store();
    EXPECT_FALSE(store.checkpoint());
    Change change;
    change.now = now;
    const Checkpoint place{"s1", 3, 2, Side::right, {0, 1, 0}, 95s, now};
    change.checkpoint = place;
    store.commit(change);
    EXPECT_EQ(store.checkpoint(), place);
    put(store, session("s1"));
    EXPECT_EQ(store.checkpoint(), place);
    change.checkpoint = CheckpointRemoved{};
    store.commit(change);
    EXPECT_FALSE(store.checkpoint());
}

TEST(Store, ForgetsTheCheckpointOfASessionThatIsRemoved) {
    Store store = empty_store();
    Change change;
    change.now = now;
    change.put.emplace_back(session("s1"));
    change.checkpoint = Checkpoint{"s1", 1, 1, Side::both, {}, 0s, now};
    store.commit(change);
    del(store, "session", session("s1"));
    EXPECT_FALSE(store.checkpoint());
}

TEST(Reminders, AreRememberedForAMonth) {
    Store store = empty_store();
    const Instant now(1000000h);
    store.remember_reminders(std::array<std::string, 2>{"a", "b"}, "desktop", now);
    EXPECT_EQ(store.reminders_sent(), (std::set<std::string>{"a", "b"}));
    store.remember_reminders(std::array<std::string, 1>{"c"}, "stdout", now + 24h * 40);
    EXPECT_EQ(store.reminders_sent(), (std::set<std::string>{"c"}));
}

TEST(Reminders, ASnoozeTakesThePlaceOfTheOneBefore) {
    Store store = empty_store();
    EXPECT_FALSE(store.snoozed_until());
    store.snooze(Instant(5h));
    store.snooze(Instant(2h));
    EXPECT_EQ(store.snoozed_until(), Instant(2h));
}

}  // namespace
}  // namespace hipflow::store
