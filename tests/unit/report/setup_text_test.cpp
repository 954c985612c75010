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
                             {"session.voice", "false", "c.toml:3"}},
                            {}),
              "# file: /c.toml\n# database: /h.db\n"
              "routine        = \"hip-rotation\"  # default\n"
              "session.voice  = false           # c.toml:3\n");
}

const today::Findings some_findings = {
    {"clock", true, "the time is known", "", "The clock says Tuesday."},
    {"data file", true, "mode 600", ""},
    {"library", true, "warning: a file is of no use", ""},
    {"player", false, "none\nfound", "install one"}};

TEST(FindingsText, SaysWhatAPersonNoticesAndWhatIsWrong) {
    EXPECT_EQ(findings_text(some_findings, {}, false),
              "ok    The clock says Tuesday.\n"
              "ok    library: warning: a file is of no use\n"
              "wrong player: none\\u000Afound\n      install one\n");
    EXPECT_NE(findings_text(some_findings, {.colour = true}, false).find("\x1b["),
              std::string::npos);
}

TEST(FindingsText, TellsEverythingWhereAsked) {
    EXPECT_EQ(findings_text(some_findings, {}, true),
              "ok    clock: the time is known\n"
              "ok    data file: mode 600\n"
              "ok    library: warning: a file is of no use\n"
              "wrong player: none\\u000Afound\n      install one\n");
}

TEST(AskersText, IsALineForEach) {
    EXPECT_EQ(askers_text({{"cron", "installed", true, true}, {"systemd", "not installed"}}),
              "cron: installed\nsystemd: not installed\n");
}

}  // namespace
}  // namespace hipflow::report
