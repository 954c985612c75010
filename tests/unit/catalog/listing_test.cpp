// SPDX-License-Identifier: MIT
#include "catalog/listing.h"

#include <gtest/gtest.h>

#include <array>

#include "support/scratch_folder.h"

namespace hipflow::catalog {
namespace {

constexpr std::array<BundledFile, 2> bundled{
    {{"bridge", "text of bridge"}, {"clam", "text of clam"}}};

std::vector<std::string> ids(const Listing& listing) {
    std::vector<std::string> result;
    for (const auto& entry : listing.entries) result.push_back(entry.id);
    return result;
}

using Ids = std::vector<std::string>;

TEST(ListFiles, HasTheBundledOnesWithoutAnyFolder) {
    for (const auto* folder : {"", "/no/such/folder"}) {
        const auto listing = list_files(bundled, "routines", folder);
        ASSERT_EQ(ids(listing), (Ids{"bridge", "clam"}));
        EXPECT_EQ(listing.entries.at(0),
                  (LibraryEntry{"bridge", Origin::bundled, "bundled:routines/bridge.toml", false,
                                "text of bridge"}));
    }
}

TEST(ListFiles, AddsTheUsersAndLetsThemOverride) {
    const support::ScratchFolder folder;
    const auto clam = folder.write("mine/clam.toml", "");
    folder.write("daily:short.toml", "");
    folder.write("morning flow.toml", "");
    folder.write("notes.txt", "");
    folder.write(".#clam.toml", "");
    folder.write(".git/other.toml", "");
    const auto listing = list_files(bundled, "routines", folder.path());
    ASSERT_EQ(ids(listing), (Ids{"bridge", "clam", "daily:short", "morning flow"}));
    EXPECT_EQ(listing.entries.at(1), (LibraryEntry{"clam", Origin::user, clam, true, {}}));
    EXPECT_FALSE(listing.entries.at(2).overrides_bundled);
    EXPECT_TRUE(listing.faults.empty());
}

TEST(ListFiles, RefusesTwoFilesWithOneId) {
    const support::ScratchFolder folder;
    const auto first = folder.write("a/drill.toml", "");
    const auto second = folder.write("b/Drill.toml", "");
    const auto listing = list_files(bundled, "routines", folder.path());
    EXPECT_EQ(ids(listing), (Ids{"bridge", "clam", "drill"}));
    ASSERT_TRUE(listing.faults.contains("drill"));
    EXPECT_EQ(listing.faults.at("drill").at(0).text(),
              second + ": " + first + " has the same id; rename one of the two");
}

TEST(ListFiles, RefusesNamesThatCannotBeShown) {
    const support::ScratchFolder folder;
    const auto file = folder.write("a\x1b[2J.toml", "");
    const auto listing = list_files(bundled, "routines", folder.path());
    EXPECT_EQ(ids(listing), (Ids{"bridge", "clam"}));
    ASSERT_EQ(listing.unlisted.size(), 1U);
    EXPECT_EQ(listing.unlisted.front().text(),
              file + ": the name has invisible characters; rename the file");
}

TEST(ListFiles, SaysIfAFolderIsNone) {
    const support::ScratchFolder folder;
    const auto file = folder.write("routines", "");
    const auto listing = list_files(bundled, "routines", file);
    EXPECT_EQ(ids(listing), (Ids{"bridge", "clam"}));
    ASSERT_EQ(listing.unlisted.size(), 1U);
    EXPECT_EQ(listing.unlisted.front().text(),
              file + ": the folder cannot be read: Not a directory; its contents are ignored");
}

TEST(ListFiles, ListsWhateverIsCalledLikeAFile) {
    const support::ScratchFolder folder;
    folder.write("folder.toml/inner.toml", "");
    std::filesystem::create_symlink("nowhere", folder.path() / "link.toml");
    const auto listing = list_files(bundled, "routines", folder.path());
    EXPECT_EQ(ids(listing), (Ids{"bridge", "clam", "folder", "inner", "link"}));
    EXPECT_TRUE(listing.unlisted.empty());
}

TEST(ListFiles, TellsALinkThatLeadsNowhereFromAFolderThatIsNotThere) {
    const support::ScratchFolder folder;
    const auto link = folder.path() / "routines";
    EXPECT_TRUE(list_files(bundled, "routines", link).unlisted.empty());
    std::filesystem::create_symlink("nowhere", link);
    EXPECT_EQ(list_files(bundled, "routines", link).unlisted.size(), 1U);
}

TEST(IsId, TakesWhatCanNameAFile) {
    EXPECT_TRUE(is_id("hip-rotation"));
    EXPECT_TRUE(is_id("Hüfte am Morgen"));
    EXPECT_TRUE(is_id("daily:short"));
    for (const std::string_view none : {"", ".", "..", ".hidden", "a/b", "a\nb", "a\xFF"}) {
        EXPECT_FALSE(is_id(none)) << none;
    }
}

}  // namespace
}  // namespace hipflow::catalog
