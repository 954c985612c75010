// SPDX-License-Identifier: MIT
#include "guide/before.h"

#include <gtest/gtest.h>

#include "guide/morning.h"
#include "support/a_desk.h"
#include "support/scripted_face.h"
#include "today/mornings.h"

namespace hipflow::guide {
namespace {

TEST(OwedMorning, IsAskedAndKept) {
    support::ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    const Day yesterday = support::day("2026-11-23");
    ASSERT_EQ(today::morning_owed(desk->store(), desk->now()), yesterday);
    support::ScriptedFace face;
    face.answers = {"3", "1", "l", "m"};
    ask_owed_morning(*desk, face, yesterday);
    EXPECT_FALSE(today::morning_owed(desk->store(), desk->now()));
    const auto told = desk->store().morning_scores(yesterday);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().score, PainScore::from(3));
    EXPECT_EQ(told.front().side, Side::left);
    EXPECT_TRUE(desk->store().last_symptom(SymptomKind::soreness));
}

TEST(OwedMorning, MayBeLeftOpen) {
    support::ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    support::ScriptedFace face;
    ask_owed_morning(*desk, face, support::day("2026-11-23"));
    EXPECT_TRUE(today::morning_owed(desk->store(), desk->now()));
}

}  // namespace
}  // namespace hipflow::guide
