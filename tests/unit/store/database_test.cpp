// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "domain/error.h"
#include "samples.h"
#include "store/store.h"

namespace hipflow::store {
namespace {

using namespace samples;
namespace fs = std::filesystem;

mode_t mode_of(const fs::path& path) {
    struct stat info {};
    stat(path.c_str(), &info);
    return info.st_mode & 07777;
}

void write(const fs::path& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

/// Returns the messages of opening the file for writing and for reading; one message if they agree.
std::string refusal(const DatabaseFile& file) {
    std::string messages;
    for (const bool writing : {true, false}) {
        try {
            writing ? Store::open(file), 0 : (Store::open_existing(file), 0);
            messages += "opened;";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::storage);
            if (messages != error.what()) messages += error.what();
        }
    }
    return messages;
}

TEST(Database, IsForItsOwnerAloneWhateverTheUmask) {
    const TempFolder folder;
    const DatabaseFile file{.path = folder.path() / "new" / "folders" / "hipflow.db"};
    const mode_t old = umask(0);
    {
        Store store = Store::open(file);
        put(store, session("s1"));
    }
    umask(old);
    EXPECT_EQ(mode_of(file.path), 0600U);
    EXPECT_EQ(mode_of(folder.path() / "new"), 0700U);
    EXPECT_EQ(mode_of(folder.path() / "new" / "folders"), 0700U);
}

TEST(Database, TakesRightsOfOthersAway) {
    const TempFolder folder;
    Store::open(folder.database());
    chmod(folder.database().path.c_str(), 0644);
    Store::open(folder.database());
    EXPECT_EQ(mode_of(folder.database().path), 0600U);
}

TEST(Database, KeepsNothingButTheOneFile) {
    const TempFolder folder;
    Store store = Store::open(folder.database());
    put(store, session("s1"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(Database, IsOpenedWithTheSettingsThatKeepItSafe) {
    const TempFolder folder;
    open_for_writing(folder.database());
    for (const auto& database :
         {open_for_writing(folder.database()), open_for_reading(folder.database())}) {
        auto& db = database->sqlite;
        EXPECT_EQ(db.execAndGet("PRAGMA journal_mode").getString(), "delete");
        EXPECT_EQ(db.execAndGet("PRAGMA synchronous").getInt(), 3);
        EXPECT_EQ(db.execAndGet("PRAGMA foreign_keys").getInt(), 1);
        EXPECT_EQ(db.execAndGet("PRAGMA trusted_schema").getInt(), 0);
        EXPECT_EQ(db.execAndGet("PRAGMA cell_size_check").getInt(), 1);
        EXPECT_EQ(db.execAndGet("PRAGMA application_id").getInt(), application_id);
        EXPECT_EQ(db.execAndGet("PRAGMA busy_timeout").getInt(), 5000);
    }
}

TEST(Database, IsNeverCreatedByReading) {
    const TempFolder folder;
    EXPECT_FALSE(Store::open_existing(folder.database()));
    EXPECT_FALSE(Store::open_existing({.path = folder.path() / "no" / "folder" / "hipflow.db"}));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Database, WasEmptiedWhereItsFileIsEmpty) {
    const TempFolder folder;
    const fs::path path = folder.database().path;
    write(path, "");
    EXPECT_EQ(refusal(folder.database()),
              path.string() +
                  " is empty (0 bytes): the history it held is gone. A full disk, a power cut or a "
                  "program that copies files can cause this. The file was left as it is. Put a "
                  "backup in its place if you have one: there is no copy beside it. To begin a new "
                  "history instead, remove the empty file: rm '" +
                  path.string() + "'");
    EXPECT_EQ(fs::file_size(path), 0U);
    // Once it is removed, a new history begins.
    fs::remove(path);
    Store store = Store::open(folder.database());
    put(store, session("s1"));
    EXPECT_TRUE(Store::open_existing(folder.database())->session("s1"));
}

TEST(Database, NamesTheNewestCopyOfOneThatWasEmptied) {
    const TempFolder folder;
    const fs::path path = folder.database().path;
    {
        Store store = Store::open(folder.database());
        put(store, session("s1"));
        store.repair();
        store.repair();
    }
    write(path, "");
    write(path.string() + ".before-version-9", "");  // nothing in it
    EXPECT_NE(refusal(folder.database())
                  .find("The newest copy beside it is '" + path.string() + ".before-repair-2'"),
              std::string::npos);
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 5");
    EXPECT_NE(refusal(folder.database()).find(" is empty (no tables)"), std::string::npos);
}

TEST(Database, GetsItsNameWhenItIsWhole) {
    const TempFolder folder;
    const fs::path draft = make_draft(folder.database().path);
    EXPECT_EQ(mode_of(draft), 0600U);
    write(draft, "draft");
    EXPECT_TRUE(give_name(draft, folder.database().path));
    EXPECT_EQ(bytes_of(folder.database().path), "draft");
    const fs::path late = make_draft(folder.database().path);
    write(late, "late");
    EXPECT_FALSE(give_name(late, folder.database().path));
    EXPECT_EQ(bytes_of(folder.database().path), "draft");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(Database, IsNotMadeOverTheJournalOfOneThatIsGone) {
    const TempFolder folder;
    const fs::path path = folder.database().path;
    const fs::path journal = path.string() + "-journal";
    {
        Store store = Store::open(folder.database());
        put(store, session("old"));
    }
    {
        // As a machine that stops in the middle of a change leaves it.
        SQLite::Database db(path.string(), SQLite::OPEN_READWRITE);
        db.exec(
            "PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN;"
            " UPDATE session SET note = hex(zeroblob(20000))");
        fs::copy_file(journal, folder.path() / "hot");
    }
    fs::remove(path);
    fs::rename(folder.path() / "hot", journal);
    {
        Store store = Store::open(folder.database());
        put(store, session("new"));
    }
    const auto store = Store::open_existing(folder.database());
    EXPECT_TRUE(store->session("new"));
    EXPECT_FALSE(store->session("old"));
    EXPECT_TRUE(store->faults().empty());
    EXPECT_TRUE(fs::exists(journal.string() + ".left"));
}

TEST(Database, IsNotChangedByReading) {
    const TempFolder folder;
    {
        Store store = Store::open(folder.database());
        put(store, session("s1"), performed_set("p1", "s1"));
    }
    const std::string before = bytes_of(folder.database().path);
    {
        const auto store = Store::open_existing(folder.database());
        EXPECT_EQ(store->sessions({}).size(), 1U);
        EXPECT_TRUE(store->faults().empty());
        EXPECT_FALSE(store->checkpoint());
    }
    EXPECT_EQ(bytes_of(folder.database().path), before);
}

TEST(Database, IsRefusedWhereItIsNoRegularFile) {
    const TempFolder folder;
    const DatabaseFile file = folder.database();
    mkfifo(file.path.c_str(), 0600);
    EXPECT_EQ(refusal(file), file.path.string() +
                                 ": is a named pipe, not a database; name another file with --db");
    fs::remove(file.path);
    fs::create_directory(file.path);
    EXPECT_EQ(refusal(file),
              file.path.string() + ": is a folder, not a database; name another file with --db");
}

TEST(Database, FollowsALinkOnlyIfTheUserNamedIt) {
    const TempFolder folder;
    const DatabaseFile target{.path = folder.path() / "target.db"};
    Store::open(target);
    DatabaseFile link = folder.database();
    fs::create_symlink(target.path, link.path);
    EXPECT_EQ(refusal(link),
              link.path.string() + ": is a symbolic link; name its target with --db to use that");
    link.given_by_user = true;
    EXPECT_TRUE(Store::open_existing(link));
}

TEST(Database, MayLieBehindALinkedFolder) {
    const TempFolder folder;
    fs::create_directory(folder.path() / "real");
    fs::create_directory_symlink(folder.path() / "real", folder.path() / "linked");
    const DatabaseFile file{.path = folder.path() / "linked" / "hipflow.db"};
    Store::open(file);
    EXPECT_TRUE(Store::open_existing(file));
}

TEST(Database, IsRefusedWhereItBelongsToAnotherUser) {
    if (geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
    const TempFolder folder;
    Store::open(folder.database());
    ASSERT_EQ(chown(folder.database().path.c_str(), 65534, 65534), 0);
    EXPECT_EQ(refusal(folder.database()),
              folder.database().path.string() +
                  ": belongs to another user; name a file of your own with --db");
}

TEST(Database, OfAnotherProgramIsRefusedAndLeftAlone) {
    const TempFolder folder;
    const DatabaseFile file = folder.database();
    SQLite::Database(file.path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE cookies(name TEXT)");
    const std::string before = bytes_of(file.path);
    EXPECT_NE(refusal(file).find("another program's database"), std::string::npos);
    EXPECT_EQ(bytes_of(file.path), before);
}

TEST(Database, WithAViewInATablesPlaceIsRefused) {
    const TempFolder folder;
    open_for_writing(folder.database())
        ->sqlite.exec("DROP TABLE symptom; CREATE VIEW symptom AS SELECT 1 AS id");
    EXPECT_NE(refusal(folder.database()).find("is damaged"), std::string::npos);
}

TEST(Database, ThatIsATextFileIsRefusedAndLeftAlone) {
    const TempFolder folder;
    write(folder.database().path, std::string(5000, 'x'));
    EXPECT_EQ(refusal(folder.database()),
              folder.database().path.string() +
                  " is not a database, or is badly damaged. It was left as it is: keep a copy of "
                  "it, and put a backup in its place.");
    EXPECT_EQ(bytes_of(folder.database().path), std::string(5000, 'x'));
}

TEST(Database, WithADamagedHeaderIsRefusedAndLeftAlone) {
    const TempFolder folder;
    const fs::path path = folder.database().path;
    Store::open(folder.database());
    std::string bytes = bytes_of(path);
    bytes[3] = static_cast<char>(bytes[3] ^ 1);
    write(path, bytes);
    EXPECT_NE(refusal(folder.database()).find("not a database"), std::string::npos);
    EXPECT_EQ(bytes_of(path), bytes);
}

TEST(Database, ThatIsCutShortIsRefusedAndLeftAlone) {
    const TempFolder folder;
    const fs::path path = folder.database().path;
    {
        Store store = Store::open(folder.database());
        put(store, session("s1"));
    }
    fs::resize_file(path, fs::file_size(path) / 2);
    const std::string bytes = bytes_of(path);
    EXPECT_THROW(
        {
            Store store = Store::open(folder.database());
            put(store, session("s2"));
        },
        Error);
    EXPECT_EQ(bytes_of(path), bytes);
}

TEST(Database, WithAWordItCannotHoldIsCalledDamaged) {
    const TempFolder folder;
    {
        Store store = Store::open(folder.database());
        put(store, session("s1"));
    }
    open_for_writing(folder.database())
        ->sqlite.exec("PRAGMA ignore_check_constraints = ON; UPDATE session SET gate = 'ajar'");
    try {
        Store::open_existing(folder.database())->sessions({});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.what(), folder.database().path.string() +
                                    " is damaged: 'ajar' stands in its column gate. It was left as "
                                    "it is: 'hipflow doctor --repair' keeps a copy and repairs "
                                    "what it can.");
    }
}

TEST(Database, HeldByAnotherSaysSoWithinTheBusyTimeout) {
    const TempFolder folder;
    DatabaseFile file = folder.database();
    const auto holder = open_for_writing(file);
    file.busy_timeout = 30ms;
    Store store = Store::open(file);
    const SQLite::Transaction held(holder->sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    EXPECT_TRUE(store.sessions({}).empty());  // readers do not wait
    for (const auto timeout : {30ms, 0ms}) {
        store.set_busy_timeout(timeout);
        const auto start = std::chrono::steady_clock::now();
        try {
            put(store, session("s1"));
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::storage);
            EXPECT_NE(std::string(error.what()).find("is in use by another program"),
                      std::string::npos);
        }
        const auto waited = std::chrono::steady_clock::now() - start;
        EXPECT_GE(waited, timeout);
        EXPECT_LT(waited, 2s);
    }
}

TEST(Database, OnAReadOnlyMediumIsReadButNotWritten) {
    if (geteuid() == 0) GTEST_SKIP() << "root may write everything";
    const TempFolder folder;
    {
        Store store = Store::open(folder.database());
        put(store, session("s1"));
    }
    chmod(folder.database().path.c_str(), 0400);
    chmod(folder.path().c_str(), 0500);
    EXPECT_EQ(Store::open_existing(folder.database())->sessions({}).size(), 1U);
    EXPECT_THROW(
        {
            Store store = Store::open(folder.database());
            put(store, session("s2"));
        },
        Error);
    chmod(folder.path().c_str(), 0700);
}

}  // namespace
}  // namespace hipflow::store
