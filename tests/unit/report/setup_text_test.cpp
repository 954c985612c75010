// SPDX-License-Identifier: MIT
#include "report/setup_text.h"

#include <gtest/gtest.h>

namespace hipflow::report {
namespace {

TEST(ChangeLines, MarkWhatGoesAndWhatComes) {
    EXPECT_EQ(change_lines("a\nb\n", "c"), "- a\n- b\n+ c\n");
    EXPECT_EQ(change_lines("", "a\n\nb\n"), "+ a\n+ \n+ b\n");
    EXPECT_EQ(change_lines("", ""), "");
}

TEST(SettingsText, NamesTheFilesAndEachOrigin) {
    EXPECT_EQ(settings_text("/c.toml", "/h.db",
                            {{"routine", "\"hip-rotation\"", "default"},
                             {"session.voice", "false", "c.toml:3"}}),
              "# file: /c.toml\n# database: /h.db\n"
              "routine        = \"hip-rotation\"  # default\n"
              "session.voice  = false           # c.toml:3\n");
}

TEST(FindingsText, SaysWhatToDoBelowWhatIsWrong) {
    const today::Findings found = {{"clock", true, "the time is known", ""},
                                   {"player", false, "none\nfound", "install one"}};
    EXPECT_EQ(
        findings_text(found, {}),
        "ok    clock: the time is known\nwrong player: none\\u000Afound\n      install one\n");
    EXPECT_NE(findings_text(found, {.colour = true}).find("\x1b["), std::string::npos);
}

TEST(AskersText, IsALineForEach) {
    EXPECT_EQ(askers_text({{"cron", "installed", true, true}, {"systemd", "not installed"}}),
              "cron: installed\nsystemd: not installed\n");
}

}  // namespace
}  // namespace hipflow::report
