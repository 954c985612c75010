// SPDX-License-Identifier: MIT
#include "platform/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <filesystem>

#include "domain/error.h"
#include "support/scratch_folder.h"

namespace hipflow::platform {
namespace {

class Replacing : public testing::Test {
   protected:
    support::ScratchFolder folder_;
};

TEST_F(Replacing, PutsTheWholeTextInThePlaceOfAFile) {
    const auto file = folder_.path() / "report.html";
    replace_file(file, "first");
    replace_file(file, "second");
    EXPECT_EQ(file_content(file), "second");
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(Replacing, FollowsALink) {
    const auto file = folder_.path() / "kept.html";
    const auto link = folder_.path() / "link.html";
    replace_file(file, "first");
    std::filesystem::create_symlink(file, link);
    write_through(link, "second");
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_EQ(file_content(file), "second");
}

TEST_F(Replacing, OfItselfTakesThePlaceOfALinkAndOfAPipe) {
    const auto file = folder_.path() / "kept.json";
    const auto link = folder_.path() / "link.json";
    const auto pipe = folder_.path() / "pipe.json";
    replace_file(file, "first");
    std::filesystem::create_symlink(file, link);
    ASSERT_EQ(mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR), 0);
    replace_file(link, "second");
    replace_file(pipe, "third");
    EXPECT_EQ(file_content(file), "first");
    EXPECT_TRUE(std::filesystem::is_regular_file(std::filesystem::symlink_status(link)));
    EXPECT_EQ(file_content(pipe), "third");
}

TEST_F(Replacing, WritesIntoADeviceAndLeavesItOne) {
    const auto device = folder_.path() / "null";
    if (mknod(device.c_str(), S_IFCHR | S_IRUSR | S_IWUSR, makedev(1, 3)) != 0) {
        std::filesystem::create_symlink("/dev/null", device);  // only root may make one
    }
    write_through(device, "text");
    EXPECT_TRUE(std::filesystem::is_character_file(device));
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST_F(Replacing, TellsOfADeviceThatIsFull) {
    const auto device = folder_.path() / "full";
    std::filesystem::create_symlink("/dev/full", device);
    EXPECT_THROW(write_through(device, "text"), Error);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

}  // namespace
}  // namespace hipflow::platform
