// SPDX-License-Identifier: MIT
#include "store/schema.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "exchange/fields.h"
#include "exchange/json.h"
#include "store/database.h"
#include "store/rows.h"

namespace hipflow::store {
namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> columns_of(const Database& db, std::string_view table) {
    std::vector<std::string> names;
    auto row = prepared(db, "SELECT name FROM pragma_table_info(?)", table);
    while (row->executeStep()) names.push_back(row->getColumn(0).getString());
    return sorted(std::move(names));
}

/// The newest schema, each run of blanks as one.
std::string one_line() {
    std::string text;
    const std::string whole =
        open_scratch()
            ->sqlite.execAndGet("SELECT group_concat(sql, ' ') FROM sqlite_schema")
            .getString();
    for (const char c : whole) {
        const bool blank = c == ' ' || c == '\n';
        if (!blank || (!text.empty() && text.back() != ' ')) text += blank ? ' ' : c;
    }
    return text;
}

template <typename Enum>
void expect_words(std::string_view column) {
    const std::string list =
        fmt::format("CHECK ({} IN ('{}'))", column, fmt::join(words<Enum>, "', '"));
    EXPECT_NE(one_line().find(list), std::string::npos) << list;
}

// In any order: a column that is added to a table stands behind all others.
TEST(Schema, HasTheColumnsThatFieldsName) {
    const auto database = open_scratch();
    exchange::for_each_kind([&]<typename R>() {
        auto expected = column_names<R>();
        expected.emplace_back("recorded_at");
        EXPECT_EQ(columns_of(*database, exchange::kind<R>), sorted(expected));
    });
    EXPECT_EQ(columns_of(*database, "day"), sorted(column_names<DayTotals>()));
    auto checkpoint = column_names<Checkpoint>();
    checkpoint.emplace_back("device");
    EXPECT_EQ(columns_of(*database, "checkpoint"), sorted(checkpoint));
}

TEST(Schema, AllowsExactlyTheWordsOfEachEnumeration) {
    expect_words<SessionStatus>("status");
    expect_words<SetStatus>("status");
    expect_words<Gate>("gate");
    expect_words<StopReason>("reason");
    expect_words<Source>("source");
    expect_words<Effort>("effort");
    expect_words<HurtMore>("hurt_more");
    expect_words<Side>("side");
    expect_words<Moment>("moment");
    expect_words<Site>("site");
    expect_words<SymptomKind>("kind");
    expect_words<PreferenceSubject>("subject");
    expect_words<PreferenceRule>("rule");
    expect_words<ScheduleSource>("source");
    expect_words<ExcuseKind>("kind");
    expect_words<ExcuseReason>("reason");
    expect_words<Measured>("kind");
    expect_words<Rotation>("movement");
    expect_words<RotationPosition>("position");
}

TEST(Schema, KeepsReleasedVersionsToTheByte) {
    std::vector<std::string> hashes;
    for (const auto version : all_migrations()) {
        hashes.push_back(exchange::content_hash(version).substr(0, 16));
    }
    // A new version adds one hash at the end; the others never change.
    EXPECT_EQ(hashes,
              (std::vector<std::string>{
                  "adc77cdca9e67013", "1b71f5084e7bec36", "2889c34bbe035fe7", "0c3c2373ac722c23",
                  "b093f886b59c5930", "1d052f904ddd9f04", "31328591d2577705", "c03cb73bed7c6dc9",
                  "0f33d59f722d0dc8", "267dac3011aa211c", "b02e625e50bfca48", "7e13fc129916edba"}));
}

TEST(Schema, IsStrictThroughout) {
    const auto database = open_scratch();
    EXPECT_EQ(database->sqlite
                  .execAndGet("SELECT group_concat(name) FROM pragma_table_list"
                              " WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND NOT strict")
                  .getString(),
              "");
}

}  // namespace
}  // namespace hipflow::store
