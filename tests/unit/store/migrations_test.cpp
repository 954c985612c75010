// SPDX-License-Identifier: MIT
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <array>
#include <fstream>

#include "domain/error.h"
#include "samples.h"
#include "store/failure.h"
#include "store/schema.h"
#include "store/store.h"
#include "support/test_data.h"

namespace hipflow::store {
namespace {

using namespace samples;
namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> steps = {
    "CREATE TABLE a(x INTEGER) STRICT; INSERT INTO a VALUES (7)",
    "ALTER TABLE a ADD COLUMN y TEXT",
    "CREATE TABLE b(z INTEGER) STRICT",
};
constexpr std::array<std::string_view, 2> failing = {steps[0],
                                                     "CREATE TABLE c(x TEXT); SELECT nonsense"};

SQLite::Database connect(const fs::path& file) {
    return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}

int version_of(SQLite::Database& db) { return db.execAndGet("PRAGMA user_version").getInt(); }

class Migrations : public testing::Test {
   protected:
    void migrate_to(std::size_t version) {
        auto db = connect(file);
        migrate(db, file, std::span(steps).first(version));
        EXPECT_EQ(version_of(db), static_cast<int>(version));
    }

    TempFolder folder;
    fs::path file = folder.database().path;
};

TEST_F(Migrations, BringAnEmptyFileToTheNewestVersionWithoutABackup) {
    migrate_to(3);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST_F(Migrations, TakeOnlyTheStepsThatAreMissing) {
    migrate_to(1);
    migrate_to(3);
    EXPECT_EQ(connect(file).execAndGet("SELECT x FROM a WHERE y IS NULL").getInt(), 7);
    migrate_to(3);
}

TEST_F(Migrations, BringAHistoryOfTheFirstVersionToTheNewest) {
    {
        auto db = connect(file);
        migrate(db, file, all_migrations().first(1));
    }
    auto store = Store::open({file, false});
    EXPECT_TRUE(store.preferences().empty());
    EXPECT_TRUE(
        fs::exists(fmt::format("{}.before-version-{}", file.string(), all_migrations().size())));
}

TEST_F(Migrations, FillTheSumsOfOlderDaysAsTheyAreKeptFromThenOn) {
    constexpr int before_these_sums = 4;
    std::vector<DayTotals> kept;
    {
        Store store = Store::open({file, false});
        put(store, reading("c1", Moment::checkin, 9),
            reading("c2", Moment::checkin, 4, {}, "2026-11-21T09:00:00+01:00"),
            reading("c3", Moment::checkin, 1, {}, "2026-11-21T18:00:00+01:00"));
        for (int i = 0; i < 5; ++i) {
            const std::string id = std::to_string(i);
            Session made = session(
                "s" + id, i < 3 ? "2026-11-20T07:30:00+01:00" : "2026-11-22T07:30:00+01:00");
            made.ended_at = made.started.at + std::chrono::minutes(10);
            Change change;
            change.now = made.started.at + std::chrono::minutes(i);  // the last one is late
            change.put = {made, reading("b" + id, Moment::before, i + 2, made.id),
                          reading("d" + id, Moment::before, i, made.id),
                          reading("a" + id, Moment::after, 3, made.id)};
            if (i == 4) change.now += std::chrono::hours(1);
            if (i == 3) change.put.pop_back();
            store.commit(change);
        }
        kept = store.day_totals({});
    }
    {
        auto db = connect(file);
        for (const char* column :
             {"change_n", "change_sum", "change_squares", "change_worse", "score"}) {
            db.exec(fmt::format("ALTER TABLE day DROP COLUMN {}", column));
        }
        db.exec(fmt::format("PRAGMA user_version = {}", before_these_sums));
        migrate(db, file, all_migrations().first(before_these_sums + 1));
        db.exec(fmt::format("PRAGMA user_version = {}", all_migrations().size()));
    }
    const Store store = Store::open({file, false});
    EXPECT_EQ(store.day_totals({}), kept);
    EXPECT_TRUE(store.faults().empty());
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0].change, (ChangeSum{3, 0, 2, 0}));
    EXPECT_EQ(kept[0].score, 3);
    EXPECT_EQ(kept[1].score, 2.5);
    EXPECT_EQ(kept[2].change.n, 0);
    EXPECT_EQ(kept[2].score, 5.5);
}

// version-5.db was written before version 6 added kinds of symptoms.
TEST_F(Migrations, TakeAHistoryOfVersionFiveOverWithItsSymptoms) {
    fs::copy_file(support::test_data() / "history" / "version-5.db", file);
    const auto kinds_in = [&](SQLite::Database& db) {
        return db
            .execAndGet(
                "SELECT group_concat(kind || ' ' || coalesce(note, '')) FROM "
                "(SELECT * FROM symptom ORDER BY id)")
            .getString();
    };
    std::string before;
    {
        auto db = connect(file);
        ASSERT_EQ(version_of(db), 5);
        before = kinds_in(db);
        EXPECT_EQ(before, "soreness ,numbness ,sharp ,emergency ,clearance all is well,weakness ");
    }
    auto store = Store::open({file, false});
    {
        auto db = connect(file);
        EXPECT_EQ(version_of(db), static_cast<int>(all_migrations().size()));
        EXPECT_EQ(kinds_in(db), before);
        EXPECT_EQ(db.execAndGet("SELECT count(*) FROM pragma_index_list('symptom') "
                                "WHERE name LIKE 'symptom_by_%'")
                      .getInt(),
                  3);
    }
    EXPECT_EQ(store.last_symptom(SymptomKind::weakness)->felt.local_day, day("2026-11-15"));
    EXPECT_EQ(store.faults(), std::vector<std::string>{});
    put(store, symptom("y1", SymptomKind::gave_way), symptom("y2", SymptomKind::saddle));
    EXPECT_EQ(store.last_symptom(SymptomKind::saddle)->id, "y2");
    EXPECT_TRUE(store.undo(now));
    EXPECT_FALSE(store.last_symptom(SymptomKind::gave_way));
    store.repair();
    EXPECT_TRUE(store.faults().empty());
}

TEST_F(Migrations, TakeWhatWasReportedOutOfTheChangesOfEarlierDays) {
    constexpr int with_reported_changes = 11;
    std::vector<DayTotals> kept;
    {
        Store store = Store::open({file, false});
        for (int i = 0; i < 3; ++i) {
            Session made = session("s" + std::to_string(i), i < 2 ? "2026-11-20T07:30:00+01:00"
                                                                  : "2026-11-22T07:30:00+01:00");
            made.ended_at = made.started.at + std::chrono::minutes(10);
            if (i > 0) made.source = Source::reported;
            Change change;
            change.now = made.started.at;
            change.put = {made, reading("b" + made.id, Moment::before, 2 + i, made.id),
                          reading("a" + made.id, Moment::after, 1, made.id)};
            store.commit(change);
        }
        kept = store.day_totals({});
    }
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].change, (ChangeSum{1, -1, 1, 0}));
    EXPECT_EQ(kept[1].change, ChangeSum{});
    {
        auto db = connect(file);
        db.exec("UPDATE day SET change_n = change_n + 1, change_sum = change_sum - 2");
        db.exec(fmt::format("PRAGMA user_version = {}", with_reported_changes));
    }
    const Store store = Store::open({file, false});
    EXPECT_EQ(store.day_totals({}), kept);
    EXPECT_TRUE(store.faults().empty());
}

// version-8.db was written before version 9 asked how far down pain is felt, and for experience.
TEST_F(Migrations, TakeAHistoryOfVersionEightOverWithWhatPeopleSaid) {
    fs::copy_file(support::test_data() / "history" / "version-8.db", file);
    const auto said_in = [&](SQLite::Database& db) {
        return db
            .execAndGet(
                "SELECT group_concat(subject || ' ' || name || ' ' || rule) FROM "
                "(SELECT * FROM preference ORDER BY subject, name)")
            .getString();
    };
    const std::string said = "exercise clamshell avoid,restriction osteoporosis has";
    {
        auto db = connect(file);
        ASSERT_EQ(version_of(db), 8);
        EXPECT_EQ(said_in(db), said);
    }
    auto store = Store::open({file, false});
    {
        auto db = connect(file);
        EXPECT_EQ(version_of(db), static_cast<int>(all_migrations().size()));
        EXPECT_EQ(said_in(db), said);
        EXPECT_EQ(db.execAndGet("SELECT count(*) FROM pain_score WHERE furthest IS NULL").getInt(),
                  3);
    }
    EXPECT_EQ(store.faults(), std::vector<std::string>{});
    EXPECT_TRUE(store.below_back_told());
    Preference used{"p9", PreferenceSubject::experience, "exercises", PreferenceRule::has, now};
    PainReading reading = store.scores_since(day("2026-11-01")).front();
    reading.furthest = Site::foot;
    put(store, used, reading);
    EXPECT_EQ(store.scores_since(day("2026-11-01")).front().furthest, Site::foot);
    EXPECT_TRUE(store.undo(now));
    EXPECT_FALSE(store.scores_since(day("2026-11-01")).front().furthest);
    store.repair();
    EXPECT_TRUE(store.faults().empty());
}

TEST_F(Migrations, TakeAHistoryOfVersionEightOverWithoutLoads) {
    fs::copy_file(support::test_data() / "history" / "version-8.db", file);
    auto store = Store::open({file, false});
    EXPECT_EQ(connect(file)
                  .execAndGet("SELECT count(*) FROM performed_set WHERE load IS NOT NULL")
                  .getInt(),
              0);
    auto set = performed_set("p9", "s9");
    set.load = "red band";
    put(store, session("s9"), set);
    EXPECT_EQ(store.sets_of("s9"), std::vector{set});
    store.repair();
    EXPECT_EQ(store.sets_of("s9"), std::vector{set});
    EXPECT_TRUE(store.faults().empty());
}

// version-6.db was written before version 7 listed what was practised.
TEST_F(Migrations, FindWhatWasPractisedInAHistoryOfVersionSix) {
    fs::copy_file(support::test_data() / "history" / "version-6.db", file);
    {
        auto db = connect(file);
        ASSERT_EQ(version_of(db), 6);
    }
    const auto store = Store::open({file, false});
    EXPECT_EQ(store.practice_of({"figure-4-seated", "figure-4-supine", "glute-bridge",
                                 "knee-to-opposite-shoulder"}),
              (coach::Practices{{"figure-4-seated", {2, day("2026-11-14"), false}},
                                {"figure-4-supine", {1, day("2026-11-10"), true}},
                                {"glute-bridge", {2, day("2026-11-14"), false}}}));
    EXPECT_EQ(store.timed_sessions(9), 3);
    EXPECT_EQ(store.faults(), std::vector<std::string>{});
}

TEST_F(Migrations, BackUpWhatTheyChange) {
    migrate_to(1);
    migrate_to(3);
    const fs::path backup = file.string() + ".before-version-3";
    auto copied = connect(backup);
    EXPECT_EQ(version_of(copied), 1);
    EXPECT_EQ(copied.execAndGet("SELECT x FROM a").getInt(), 7);
    struct stat info {};
    stat(backup.c_str(), &info);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST_F(Migrations, NeverWriteOverABackup) {
    migrate_to(1);
    const fs::path taken = file.string() + ".before-version-2";
    std::ofstream(taken) << "precious";
    migrate_to(2);
    EXPECT_EQ(bytes_of(taken), "precious");
    EXPECT_TRUE(fs::exists(taken.string() + "-2"));
}

TEST_F(Migrations, LeaveTheOldVersionWhenAStepFails) {
    migrate_to(1);
    auto db = connect(file);
    EXPECT_THROW(guarded(file, [&] { migrate(db, file, failing); }), Error);
    EXPECT_EQ(version_of(db), 1);
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt(), 1);
}

TEST_F(Migrations, DoNothingWithoutABackup) {
    migrate_to(1);
    auto db = connect(file);
    EXPECT_THROW(guarded(file, [&] { migrate(db, folder.path() / "no" / "where", steps); }), Error);
    EXPECT_EQ(version_of(db), 1);
}

TEST_F(Migrations, RefuseANewerHistoryAndLeaveEveryByteAsItIs) {
    for (const int version : {3, 9999, -1}) {
        connect(file).exec("PRAGMA user_version = " + std::to_string(version));
        const std::string before = bytes_of(file);
        auto db = connect(file);
        EXPECT_THROW(migrate(db, file, std::span(steps).first(2)), Error);
        EXPECT_EQ(bytes_of(file), before);
    }
}

TEST_F(Migrations, WaitForAnotherThatHoldsTheFile) {
    migrate_to(1);
    auto holder = connect(file);
    const SQLite::Transaction held(holder, SQLite::TransactionBehavior::IMMEDIATE);
    auto db = connect(file);
    EXPECT_THROW(guarded(file, [&] { migrate(db, file, steps); }), Error);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);  // not even a backup
}

TEST(NewerHistory, IsRefusedByTheStoreNamingBothVersions) {
    const TempFolder folder;
    const fs::path file = folder.database().path;
    Store::open(folder.database());
    connect(file).exec("PRAGMA user_version = 99");
    const std::string before = bytes_of(file);
    for (const bool writing : {true, false}) {
        try {
            writing ? (Store::open(folder.database()), 0)
                    : (Store::open_existing(folder.database()), 0);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.what(),
                      file.string() +
                          fmt::format(" was written by a newer hipflow: its history has version "
                                      "99, this program knows versions up to {}. It was left as it "
                                      "is: update hipflow.",
                                      all_migrations().size()));
            EXPECT_EQ(error.code(), ExitCode::storage);
        }
    }
    EXPECT_EQ(bytes_of(file), before);
}

}  // namespace
}  // namespace hipflow::store
