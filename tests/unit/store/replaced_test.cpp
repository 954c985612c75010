// SPDX-License-Identifier: MIT
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <fstream>

#include "domain/error.h"
#include "samples.h"
#include "store/rescue.h"
#include "store/store.h"

// What happens to a history while a program has it open.

namespace hipflow::store {
namespace {

using namespace samples;
namespace fs = std::filesystem;

#define EXPECT_SAYS(text, words) EXPECT_NE((text).find(words), std::string::npos) << (text)

/// A history with an older session, open in a session with one set done, and a copy of the file
/// from before that session.
class Replaced : public testing::Test {
   protected:
    Replaced() : store_(Store::open(folder_.database())) {
        put(store_, session("old"));
        keep_copy("before.db");
        store_ = Store::open(folder_.database());
        put(store_, session("s1"));
        put_set(1);
    }

    fs::path path() const { return folder_.database().path; }
    fs::path beside(const std::string& name) const { return folder_.path() / name; }
    void keep_copy(const std::string& name) const { fs::copy_file(path(), beside(name)); }
    /// Replaces the file as a file manager does.
    void move_over(const std::string& name) const { fs::rename(beside(name), path()); }

    static void add_sets(Store& store, int number) {
        put(store, performed_set("p" + std::to_string(number), "s1", number));
    }
    void put_set(int number) { add_sets(store_, number); }

    /// Returns what another program reads from that name.
    std::size_t sets_there() const {
        const auto store = Store::open_existing(folder_.database());
        return store ? store->sets_of("s1").size() : 0;
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), {}));
    }
    std::vector<fs::path> copies() const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(folder_.path())) {
            if (entry.path().string().find(".replaced") != std::string::npos) {
                found.push_back(entry.path());
            }
        }
        return found;
    }
    void expect_whole() const {
        const auto store = Store::open_existing(folder_.database());
        EXPECT_TRUE(store->faults().empty());
        EXPECT_TRUE(store->session("old"));
    }

    TempFolder folder_;
    Store store_;
};

TEST_F(Replaced, ByACopyItGoesOnThere) {
    keep_copy("copy.db");
    move_over("copy.db");
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    EXPECT_SAYS(store_.take_news(), "was replaced by a copy while this was running");
    EXPECT_EQ(store_.take_news(), "");
    put_set(3);
    EXPECT_EQ(store_.take_news(), "");
    keep_copy("copy.db");
    move_over("copy.db");
    put_set(4);
    EXPECT_EQ(store_.take_news(), "");  // told once
    EXPECT_EQ(sets_there(), 4U);
    EXPECT_EQ(files(), 2U);  // and before.db
    expect_whole();
}

TEST_F(Replaced, ByACopyThatLacksTheLastSetsTheyAreAdded) {
    keep_copy("copy.db");
    put_set(2);
    put_set(3);
    move_over("copy.db");
    put_set(4);
    EXPECT_EQ(sets_there(), 4U);
    expect_whole();
}

TEST_F(Replaced, ByOneFromBeforeTheSessionAllOfItIsAdded) {
    move_over("before.db");
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    EXPECT_TRUE(copies().empty());  // it held nothing more than this session
    expect_whole();
}

TEST_F(Replaced, ByOneThatLacksMoreWhatItHeldIsKept) {
    {
        Store other = Store::open(folder_.database());  // in another terminal
        put(other, session("other", "2026-11-21T07:30:00+01:00"));
    }
    move_over("before.db");
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    const std::string news = store_.take_news();
    EXPECT_SAYS(news, "by an older copy of itself");
    ASSERT_EQ(copies().size(), 1U);
    EXPECT_SAYS(news, copies().front().string());
    EXPECT_TRUE(Store::open_existing({.path = copies().front()})->session("other"));
    expect_whole();
}

TEST_F(Replaced, InItsPlaceByAnOlderCopyAllOfItIsAdded) {
    fs::copy_file(beside("before.db"), path(), fs::copy_options::overwrite_existing);
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    EXPECT_SAYS(store_.take_news(), "by an older copy of itself");
    expect_whole();
}

TEST_F(Replaced, ASessionThatWasTakenUpIsTakenAlong) {
    Store later = Store::open(folder_.database());
    later.take_along("s1");
    move_over("before.db");
    add_sets(later, 2);
    EXPECT_EQ(sets_there(), 2U);
    expect_whole();
}

TEST_F(Replaced, DeletedItIsPutBackWhole) {
    fs::remove(path());
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    EXPECT_SAYS(store_.take_news(), "was moved or deleted while this was running");
    put_set(3);
    EXPECT_EQ(sets_there(), 3U);
    EXPECT_EQ(files(), 2U);
    expect_whole();
}

TEST_F(Replaced, WithItsFolderMovedAwayItIsPutBackWhole) {
    const fs::path elsewhere = folder_.path().string() + "-moved";
    fs::rename(folder_.path(), elsewhere);
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    expect_whole();
    EXPECT_TRUE(fs::exists(elsewhere / "hipflow.db"));
    fs::remove_all(elsewhere);
}

TEST_F(Replaced, ByAnEmptyFileItIsPutBackWhole) {
    std::ofstream(beside("empty"));
    move_over("empty");
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    EXPECT_SAYS(store_.take_news(), "was replaced by an empty file");
    expect_whole();
}

TEST_F(Replaced, EmptiedInItsPlaceItSaysSoAndTakesNothing) {
    fs::resize_file(path(), 0);
    EXPECT_SAYS(message_of([&] { put_set(2); }), "was emptied (0 bytes) by another program");
    EXPECT_EQ(fs::file_size(path()), 0U);
    // Once a backup is put there, what was done is added to it.
    move_over("before.db");
    put_set(2);
    EXPECT_EQ(sets_there(), 2U);
    expect_whole();
}

TEST_F(Replaced, ByAnotherHistoryItSaysSoAndKeepsItsOwn) {
    {
        Store foreign = Store::open({.path = beside("foreign.db")});
        put(foreign, session("foreign"));
    }
    move_over("foreign.db");
    for (int attempt = 0; attempt < 2; ++attempt) {
        const std::string said = message_of([&] { put_set(2); });
        EXPECT_SAYS(said, "was replaced by another history while this was running");
        ASSERT_EQ(copies().size(), 1U);  // made once
        EXPECT_SAYS(said, copies().front().string());
    }
    const auto foreign = Store::open_existing(folder_.database());
    EXPECT_TRUE(foreign->session("foreign"));
    EXPECT_FALSE(foreign->session("s1"));
    EXPECT_EQ(Store::open_existing({.path = copies().front()})->sets_of("s1").size(), 1U);
}

TEST_F(Replaced, InItsPlaceByAnotherHistoryItSaysSo) {
    {
        Store foreign = Store::open({.path = beside("foreign.db")});
        put(foreign, session("foreign"));
    }
    fs::copy_file(beside("foreign.db"), path(), fs::copy_options::overwrite_existing);
    EXPECT_SAYS(message_of([&] { put_set(2); }), "was replaced by another history");
    EXPECT_FALSE(Store::open_existing(folder_.database())->session("s1"));
}

TEST_F(Replaced, ByAnotherProgramsDatabaseItSaysSo) {
    SQLite::Database(beside("cookies.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE cookies(name TEXT)");
    fs::copy_file(beside("cookies.db"), beside("cookies-too.db"));
    move_over("cookies.db");
    EXPECT_SAYS(message_of([&] { put_set(2); }), "is another program's database");
    fs::remove(path());
    put_set(2);
    // The same again, but written into the file that is open.
    fs::copy_file(beside("cookies-too.db"), path(), fs::copy_options::overwrite_existing);
    EXPECT_SAYS(message_of([&] { put_set(3); }), "is another program's database");
}

TEST_F(Replaced, ByATextFileItSaysSo) {
    std::ofstream(beside("text")) << std::string(5000, 'x');
    move_over("text");
    EXPECT_SAYS(message_of([&] { put_set(2); }), "is not a database");
}

TEST_F(Replaced, AfterTheLastSetItIsNoticedAsWell) {
    keep_copy("copy.db");
    put_set(2);
    store_.stay();
    EXPECT_EQ(store_.take_news(), "");
    move_over("copy.db");
    store_.stay();
    EXPECT_EQ(sets_there(), 2U);
}

TEST_F(Replaced, UnderAHistoryThatIsOnlyOpenIsNoFault) {
    Store idle = Store::open(folder_.database());
    keep_copy("copy.db");
    move_over("copy.db");
    idle.stay();
    add_sets(idle, 2);
    EXPECT_EQ(sets_there(), 2U);
}

// What cannot be written is put aside and brought in later.

exchange::Rescue rescue_of(const Store& store, const Batch& more) {
    Batch all = store.written();
    add_to(all, more);
    return {fs::absolute(store.path()).string(), store.known_first(), all.entries,
            new_checkpoint(all.checkpoint)};
}

Batch one_set(int number) {
    Change change;
    change.now = now;
    change.put.emplace_back(performed_set("p" + std::to_string(number), "s1", number));
    Checkpoint place;
    place.session_id = "s1";
    place.step = number + 1;
    place.at = now;
    change.checkpoint = place;
    return batch_of(change);
}

TEST_F(Replaced, WhatWasPutAsideComesBackOnce) {
    const Batch second = one_set(2);
    const auto folders = rescue_folders(path(), beside("spare"));
    const fs::path aside = put_aside(rescue_of(store_, second), folders);
    EXPECT_EQ(aside.parent_path(), folder_.path());
    EXPECT_EQ(fs::status(aside).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(rescued_files(path(), folders), std::vector{aside});
    fs::copy_file(aside, beside("again"));
    const BroughtIn brought = bring_in(store_, aside);
    EXPECT_EQ(brought.outcome, Brought::all);
    EXPECT_EQ(brought.added, 1);
    EXPECT_FALSE(fs::exists(aside));
    EXPECT_EQ(sets_there(), 2U);
    EXPECT_EQ(store_.checkpoint()->step, 3);
    EXPECT_EQ(bring_in(store_, beside("again")).added, 0);
    store_.write(second);  // nor by the session itself
    EXPECT_EQ(sets_there(), 2U);
    expect_whole();
}

TEST_F(Replaced, WhatWasPutAsideGoesIntoAnOlderCopyWhole) {
    const auto folders = rescue_folders(path(), beside("spare"));
    const fs::path aside = put_aside(rescue_of(store_, one_set(2)), folders);
    move_over("before.db");
    Store restored = Store::open(folder_.database());
    EXPECT_EQ(bring_in(restored, aside).added, 3);
    EXPECT_EQ(sets_there(), 2U);
    expect_whole();
}

TEST_F(Replaced, WhatWasPutAsideGoesIntoNoOtherHistory) {
    const auto folders = rescue_folders(path(), beside("spare"));
    const fs::path aside = put_aside(rescue_of(store_, one_set(2)), folders);
    Store foreign = Store::open({.path = beside("foreign.db")});
    put(foreign, session("foreign"));
    EXPECT_EQ(bring_in(foreign, aside).outcome, Brought::other_history);
    EXPECT_FALSE(foreign.session("s1"));
    EXPECT_TRUE(fs::exists(aside));
}

TEST_F(Replaced, WhereNothingCanBeMadeBesideItTheSpareFolderTakesIt) {
    const exchange::Rescue rescue = rescue_of(store_, one_set(2));
    const auto folders = rescue_folders("/proc/no/such/hipflow.db", beside("spare"));
    const fs::path aside = put_aside(rescue, folders);
    EXPECT_EQ(aside.parent_path(), beside("spare"));
    EXPECT_EQ(rescued_files(path(), {beside("spare")}), std::vector{aside});
    EXPECT_TRUE(rescued_files("/another/hipflow.db", {beside("spare")}).empty());
}

TEST_F(Replaced, WhatWasPutAsideIsReadAsItWasWrittenOrNotAtAll) {
    const exchange::Rescue rescue = rescue_of(store_, one_set(2));
    EXPECT_EQ(exchange::rescue_from(exchange::rescue_text(rescue)), rescue);
    for (const std::string text : {"", "x", "{}", "{\"hipflow\":\"rescued\",\"format\":2}\n{}",
                                   "{\"hipflow\":\"rescued\",\"format\":1}\n", "[]\n[]"}) {
        EXPECT_THROW(exchange::rescue_from(text), Error) << text;
    }
    std::string half = exchange::rescue_text(rescue);
    half.resize(half.size() - 20);
    EXPECT_THROW(exchange::rescue_from(half), Error);
}

}  // namespace
}  // namespace hipflow::store
