// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "commands/all_commands.h"
#include "support/in_process.h"

namespace hipflow::commands {
namespace {

TEST(HelpCommand, SaysWhatTheOptionSays) {
    InProcess program;
    for (const cli::Command* command : whole_program.parts) {
        const std::string name(command->name);
        const Ran helped = program.run_words({"help", name});
        EXPECT_EQ(helped.code, 0) << name;
        EXPECT_EQ(helped.out, program.run_words({name, "--help"}).out);
        EXPECT_TRUE(helped.out.starts_with(std::string(command->summary) + "\n")) << helped.out;
    }
}

TEST(HelpCommand, FindsTheNearestName) {
    InProcess program;
    const Ran ran = program.run("help rotine");
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("'routine'"), std::string::npos) << ran.err;
}

TEST(CompletionCommand, PrintsAScriptForEachShellAndRefusesOthers) {
    InProcess program;
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const Ran ran = program.run_words({"completion", shell});
        EXPECT_EQ(ran.code, 0);
        EXPECT_NE(ran.out.find("__complete"), std::string::npos) << shell;
    }
    EXPECT_EQ(program.run("completion tcsh").code, 2);
    EXPECT_EQ(program.run("completion").code, 2);
}

TEST(Completion, OffersCommandsOptionsAndValues) {
    InProcess program;
    EXPECT_NE(program.run_words({"__complete", "1", "hipflow", "ro"}).out.find("routine\t"),
              std::string::npos);
    EXPECT_NE(program.run_words({"__complete", "3", "hipflow", "routine", "list", "--"})
                  .out.find("--max-minutes\t"),
              std::string::npos);
    EXPECT_NE(program.run_words({"__complete", "3", "hipflow", "routine", "show", ""})
                  .out.find("desk-reset\t"),
              std::string::npos);
}

TEST(Completion, OffersDaysToComeWhereTheyAreMeant) {
    InProcess program;
    const std::vector<std::vector<std::string>> coming = {{"schedule", "skip"},
                                                          {"schedule", "skip", "--until"},
                                                          {"schedule", "pause", "--until"},
                                                          {"schedule", "set", "daily", "--from"}};
    for (auto words : coming) {
        words.insert(words.begin(), {"__complete", std::to_string(words.size() + 1), "hipflow"});
        words.emplace_back("");
        const std::string offered = program.run_words(words).out;
        EXPECT_NE(offered.find("tomorrow\t"), std::string::npos) << words.at(4);
        EXPECT_NE(offered.find("friday\tthe next"), std::string::npos) << offered;
        EXPECT_EQ(offered.find("yesterday\t"), std::string::npos) << offered;
    }
    const std::string past =
        program.run_words({"__complete", "3", "hipflow", "stats", "--since", ""}).out;
    EXPECT_NE(past.find("yesterday\t"), std::string::npos) << past;
    EXPECT_EQ(past.find("tomorrow\t"), std::string::npos) << past;
}

}  // namespace
}  // namespace hipflow::commands
