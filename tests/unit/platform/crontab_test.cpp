// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <filesystem>

#include "domain/error.h"
#include "platform/clock.h"
#include "platform/reminders.h"
#include "support/scratch_folder.h"

namespace hipflow::platform {
namespace {

TEST(Crontab, NeedsNoZoneThatTheMachineHasAnyway) {
    const support::ScratchFolder scratch;
    const auto zones = scratch.path() / "zoneinfo";
    const auto localtime = scratch.path() / "localtime";
    scratch.write("zoneinfo/Asia/Tokyo", "a");
    scratch.write("zoneinfo/UTC", "b");
    EXPECT_TRUE(is_zone_of_machine("UTC", zones, localtime));
    EXPECT_FALSE(is_zone_of_machine("Asia/Tokyo", zones, localtime));
    std::filesystem::create_symlink(zones / "Asia/Tokyo", localtime);
    EXPECT_TRUE(is_zone_of_machine("Asia/Tokyo", zones, localtime));
    EXPECT_TRUE(is_zone_of_machine(":Asia/Tokyo", zones, localtime));
    EXPECT_FALSE(is_zone_of_machine("UTC", zones, localtime));
    EXPECT_FALSE(is_zone_of_machine("Nowhere", zones, localtime));
}

TEST(Crontab, TakesABlockInAndOutWithoutTouchingAnythingElse) {
    const std::string block = crontab_block("/usr/bin/hipflow remind --notify");
    for (const std::string text : {"", "\n", "a\n", "a\n\n\tb \\% \n"}) {
        const std::string with = with_block(text, block);
        EXPECT_EQ(with, text + block);
        EXPECT_EQ(block_in(with), block);
        EXPECT_EQ(with_block(with, block), with);
        EXPECT_EQ(with_block(with, ""), text);
    }
}

TEST(Crontab, IsEmptyWhereOnlyTheBlockStoodInIt) {
    const std::string block = crontab_block("x");
    EXPECT_EQ(crontab_after(block, ""), "");
    EXPECT_EQ(crontab_after("\n \t\n" + block, ""), "");
    EXPECT_EQ(crontab_after("# mine\n" + block, ""), "# mine\n");
    EXPECT_EQ(crontab_after("", block), block);
}

TEST(Crontab, ReplacesTheBlockWhereItStands) {
    const std::string old_block = crontab_block("/old remind");
    const std::string new_block = crontab_block("/new remind");
    EXPECT_EQ(with_block("a\n" + old_block + "b\n", new_block), "a\n" + new_block + "b\n");
}

TEST(Crontab, EndsALineThatHasNoEnd) {
    EXPECT_EQ(with_block("a", crontab_block("x")), "a\n" + crontab_block("x"));
}

TEST(Crontab, RefusesMarksThatAreNoPair) {
    const std::string block = crontab_block("x");
    const std::string opening = block.substr(0, block.find('\n') + 1);
    EXPECT_THROW(block_in(opening), Error);
    EXPECT_THROW(block_in(block + block), Error);
    EXPECT_THROW(with_block("a\n" + opening, block), Error);
    EXPECT_FALSE(block_in("# >>> not hipflow's >>>\n"));
}

TEST(Crontab, QuotesWhatTheShellAndCronWouldChange) {
    EXPECT_EQ(crontab_word("/usr/bin/hipflow"), "/usr/bin/hipflow");
    EXPECT_EQ(crontab_word("/my files/100%"), "'/my files/100\\%'");
    EXPECT_EQ(crontab_word("it's"), "'it'\\''s'");
    EXPECT_THROW(crontab_word("a\nb"), Error);
}

TEST(TimerUnits, QuoteWhatSystemdWouldChange) {
    EXPECT_EQ(unit_word("/my \"files\"/100%/$x"), R"("/my \"files\"/100%%/$$x")");
    EXPECT_THROW(unit_word("a\nb"), Error);
}

}  // namespace
}  // namespace hipflow::platform
