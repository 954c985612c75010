// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "commands/all_commands.h"
#include "support/in_process.h"

namespace hipflow {
namespace {

TEST(HelpCommand, says_what_the_option_says) {
    InProcess program;
    for (const Command* command : whole_program.parts) {
        const std::string name(command->name);
        const Ran helped = program.run({"help", name});
        EXPECT_EQ(helped.code, 0) << name;
        EXPECT_EQ(helped.out, program.run({name, "--help"}).out);
        EXPECT_TRUE(helped.out.starts_with(std::string(command->summary) + "\n")) << helped.out;
    }
}

TEST(HelpCommand, finds_the_nearest_name) {
    InProcess program;
    const Ran ran = program.run("help rotine");
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("'routine'"), std::string::npos) << ran.err;
}

TEST(CompletionCommand, prints_a_script_for_each_shell_and_refuses_others) {
    InProcess program;
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const Ran ran = program.run({"completion", shell});
        EXPECT_EQ(ran.code, 0);
        EXPECT_NE(ran.out.find("__complete"), std::string::npos) << shell;
    }
    EXPECT_EQ(program.run("completion tcsh").code, 2);
    EXPECT_EQ(program.run("completion").code, 2);
}

TEST(Completion, offers_commands_options_and_values) {
    InProcess program;
    EXPECT_NE(program.run({"__complete", "1", "hipflow", "ro"}).out.find("routine\t"),
              std::string::npos);
    EXPECT_NE(program.run({"__complete", "3", "hipflow", "routine", "list", "--"})
                  .out.find("--max-minutes\t"),
              std::string::npos);
    EXPECT_NE(
        program.run({"__complete", "3", "hipflow", "routine", "show", ""}).out.find("desk-reset\t"),
        std::string::npos);
}

}  // namespace
}  // namespace hipflow
