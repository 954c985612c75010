// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/in_process.h"

namespace hipflow::commands {
namespace {

TEST(RoutineCommand, ChecksWhatIsNamed) {
    InProcess program;
    const Ran ran = program.run("routine check desk-reset");
    EXPECT_EQ(ran.code, 0);
    EXPECT_TRUE(ran.out.starts_with("desk-reset: ")) << ran.out;
    EXPECT_EQ(ran.err, "");
}

TEST(RoutineCommand, TellsTheFaultsOfAFileWithTheirPlace) {
    InProcess program;
    program.write_config("routines/mine.toml", "format = 1\nname = 7\n");
    const Ran ran = program.run("routine check mine");
    EXPECT_NE(ran.code, 0);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("mine.toml:2:"), std::string::npos) << ran.err;
}

TEST(RoutineCommand, MakesARoutineThatPassesItsCheck) {
    InProcess program;
    const Ran made = program.run("routine new mine --from desk-reset");
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(program.run("routine check mine").code, 0);
    EXPECT_EQ(program.run("routine new mine").code, 2);
}

TEST(RoutineCommand, ListsWhatFits) {
    InProcess program;
    const Ran all = program.run("routine list");
    const Ran few = program.run("routine list --max-minutes 5 --position chair,standing");
    EXPECT_EQ(all.code, 0);
    EXPECT_LT(few.out.size(), all.out.size());
    EXPECT_EQ(program.run("routine list --level 4").code, 2);
    EXPECT_EQ(program.run("routine list --position bed").code, 2);
}

}  // namespace
}  // namespace hipflow::commands
