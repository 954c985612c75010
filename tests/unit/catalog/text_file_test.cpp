// SPDX-License-Identifier: MIT
#include "catalog/text_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/scratch_folder.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

/// The one complaint about a file that cannot be read, without its path.
std::string complaint(const std::string& path) {
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(read_text_file(path, faults).has_value());
    EXPECT_EQ(faults.size(), 1U);
    return faults.empty() ? "" : faults.front().message;
}

TEST(ReadTextFile, ReturnsTheBytesAsTheyAre) {
    const support::ScratchFolder folder;
    std::vector<Diagnostic> faults;
    EXPECT_EQ(read_text_file(folder.write("a.toml", "x = 1\r\n"), faults), "x = 1\r\n");
    EXPECT_TRUE(faults.empty());
}

TEST(ReadTextFile, NamesTheFileThatIsMissing) {
    std::vector<Diagnostic> faults;
    read_text_file("no/such.toml", faults);
    EXPECT_EQ(texts_of(faults), Lines{"no/such.toml: there is no such file; check the path"});
}

TEST(ReadTextFile, RefusesAFolder) {
    const support::ScratchFolder folder;
    EXPECT_EQ(complaint(folder.path()), "this is a folder, expected a file with text");
}

TEST(ReadTextFile, RefusesAPipeWithoutWaitingForItsWriter) {
    const support::ScratchFolder folder;
    const std::string pipe = folder.path() / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(complaint(pipe), "this is a pipe, expected a file with text");
}

TEST(ReadTextFile, TellsALinkThatLeadsNowhereFromAFileThatIsNotThere) {
    const support::ScratchFolder folder;
    const std::string link = folder.path() / "link";
    ASSERT_EQ(symlink("nowhere", link.c_str()), 0);
    EXPECT_EQ(complaint(link), "this link points to nothing; point it to a file, or delete it");
}

TEST(ReadTextFile, RefusesADeviceThatNeverEnds) {
    EXPECT_EQ(complaint("/dev/zero"), "this is a device, expected a file with text");
}

TEST(ReadTextFile, TakesAFileOf64KibibytesAndNoByteMore) {
    const support::ScratchFolder folder;
    const std::string most(longest_file, '#');
    std::vector<Diagnostic> faults;
    EXPECT_EQ(read_text_file(folder.write("most.toml", most), faults), most);
    EXPECT_EQ(complaint(folder.write("more.toml", most + "#")),
              "the file has 65537 bytes, expected at most 65536; split it");
}

TEST(ReadTextFile, SaysWhyAFileCannotBeRead) {
    if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const support::ScratchFolder folder;
    const std::string file = folder.write("secret.toml", "x");
    ASSERT_EQ(chmod(file.c_str(), 0), 0);
    EXPECT_EQ(complaint(file), "cannot be read: Permission denied");
}

}  // namespace
}  // namespace hipflow::catalog
