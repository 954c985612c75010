// SPDX-License-Identifier: MIT
#include "cli/manual.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "commands/all_commands.h"
#include "support/test_data.h"

namespace hipflow::cli {
namespace {

constexpr std::string_view begin_mark = "manual_test.cpp says how this is made.\n";
constexpr std::string_view end_mark = ".\\\" End of the commands.\n";

const std::string page_path = (support::test_data() / "../../docs/hipflow.1").string();

std::string page() {
    std::ostringstream text;
    text << std::ifstream(page_path).rdbuf();
    return text.str();
}

// HIPFLOW_UPDATE_GOLDEN=1 writes that part of the page anew. Write what help does not say by hand:
// below a synopsis, or behind the sentence of an option, where it stays. An option whose sentence
// has changed loses what was behind it: look at the difference, and put it back.
TEST(Manual, SaysOfTheCommandsWhatTheyTake) {
    const std::string text = page();
    const auto begin = text.find(begin_mark) + begin_mark.size();
    const auto end = text.find(end_mark);
    ASSERT_LT(begin, end);
    ASSERT_NE(end, std::string::npos);
    const std::string written = text.substr(begin, end - begin);
    const std::string made = manual_of_commands(commands::whole_program, written);
    if (std::getenv("HIPFLOW_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(page_path) << text.substr(0, begin) << made << text.substr(end);
    }
    EXPECT_EQ(made, written);
}

TEST(Manual, KeepsWhatIsAddedByHand) {
    const std::string made = manual_of_commands(commands::whole_program, "");
    std::string page = made;
    const std::string sentence = "How many commands; default: one.\n";
    page.insert(page.find(sentence) + sentence.size(), "A thousand at most.\n");
    const std::string summary = "Take back what the last command changed.\n";
    page.replace(page.find(summary), summary.size(), "Take it back.\nAll of it.\n");
    EXPECT_EQ(manual_of_commands(commands::whole_program, page), page);
}

}  // namespace
}  // namespace hipflow::cli
