// SPDX-License-Identifier: MIT
#include "platform/program.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include "platform/signals.h"
#include "support/processes.h"
#include "unit/store/samples.h"

namespace hipflow::platform {
namespace {

using Words = std::vector<std::string>;

Words editor_with(std::map<std::string, std::string> variables) {
    return editor(Environment(std::move(variables)));
}

TEST(Editor, IsTheOneForScreensThenTheOneForLinesThenVi) {
    EXPECT_EQ(editor_with({{"VISUAL", "code  --wait "}, {"EDITOR", "ed"}}),
              (Words{"code", "--wait"}));
    EXPECT_EQ(editor_with({{"EDITOR", "ed"}}), Words{"ed"});
    EXPECT_EQ(editor_with({}), Words{"vi"});
    EXPECT_EQ(editor_with({{"VISUAL", "  "}}), Words{"vi"});
}

using namespace std::chrono_literals;

/// A program with a child of its own that goes on for minutes.
class ProgramWithAChild : public testing::Test {
   protected:
    /// `script` makes the child, and writes its number into $PIDS.
    Child begin(const std::string& script) {
        const std::string pids = (folder.path() / "pids").string();
        auto child = Child::start({"sh", "-c", "PIDS='" + pids + "'\n" + script});
        for (int turns = 0; turns < 1'000 && grandchild == 0; ++turns) {
            std::ifstream(pids) >> grandchild;
            wait_for({}, 5ms);
        }
        EXPECT_TRUE(child && !support::has_ended(grandchild));
        return *std::move(child);
    }
    static std::optional<int> end_of(Child& child) {
        for (int turns = 0; turns < 1'000; ++turns) {
            if (const auto status = child.ended()) return status;
            wait_for({}, 5ms);
        }
        return std::nullopt;
    }

    const std::string waits = "sleep 300 & echo $! > \"$PIDS\"; wait";
    store::samples::TempFolder folder;
    pid_t grandchild = 0;
};

TEST_F(ProgramWithAChild, IsEndedWithItBySignals) {
    for (const int signal : {SIGTERM, SIGKILL}) {
        grandchild = 0;
        std::filesystem::remove(folder.path() / "pids");
        Child child = begin(waits);
        child.send(signal);
        EXPECT_EQ(end_of(child), 128 + signal);
        EXPECT_TRUE(support::ends_soon(grandchild));
    }
}

TEST_F(ProgramWithAChild, IsEndedWithItAsItGoes) {
    { const Child child = begin(waits); }
    EXPECT_TRUE(support::ends_soon(grandchild));
}

TEST_F(ProgramWithAChild, TakesOneWithItThatIgnoresTheSignal) {
    Child child = begin("trap '' TERM; sleep 300 & trap - TERM; echo $! > \"$PIDS\"; wait");
    child.send(SIGTERM);
    EXPECT_EQ(end_of(child), 128 + SIGTERM);
    EXPECT_TRUE(support::ends_soon(grandchild));
}

TEST_F(ProgramWithAChild, TakesItWithItWhenItCrashes) {
    Child child = begin(R"(sleep 300 & echo $! > "$PIDS"; kill -SEGV $$)");
    EXPECT_EQ(end_of(child), 128 + SIGSEGV);
    EXPECT_TRUE(support::ends_soon(grandchild));
}

TEST_F(ProgramWithAChild, MayLeaveItBehind) {
    Child child = begin(R"(sleep 300 & echo $! > "$PIDS")");
    EXPECT_EQ(end_of(child), 0);
    EXPECT_FALSE(support::has_ended(grandchild));
    kill(grandchild, SIGKILL);
}

TEST(Running, IsWhatHasANumber) {
    EXPECT_TRUE(is_running(getpid()));
    EXPECT_TRUE(is_running(1));
    EXPECT_FALSE(is_running(0));
    EXPECT_FALSE(is_running(-1));
    EXPECT_FALSE(is_running(2'000'000'000));
}

}  // namespace
}  // namespace hipflow::platform
