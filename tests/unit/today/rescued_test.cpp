// SPDX-License-Identifier: MIT
#include "today/rescued.h"

#include <gtest/gtest.h>

#include "domain/error.h"
#include "store/rescue.h"
#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;

TEST(OpenToRepair, NeedsAHistoryOrSomethingThatWasPutAside) {
    ADesk desk;
    try {
        open_to_repair(*desk);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::nothing);
    }
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

TEST(OpenToRepair, OpensAHistoryThatIsThere) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    desk.anew();
    EXPECT_TRUE(open_to_repair(*desk).existed);
}

TEST(OpenToRepair, BringsInWhatWasPutAsideWhereTheHistoryIsGone) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    store::Change change;
    change.now = desk->clock().wall();
    change.put.emplace_back(support::session("s2", "2026-11-24T07:00:00Z"));
    ASSERT_FALSE(
        store::put_aside(desk->store(), store::batch_of(change), spare_folder(desk->environment()))
            .empty());
    desk.anew();
    std::filesystem::remove(desk.database());
    HistoryToRepair history = open_to_repair(*desk);
    EXPECT_FALSE(history.existed);
    EXPECT_EQ(bring_in_rescued(*desk, history.store).size(), 1U);
}

}  // namespace
}  // namespace hipflow::today
