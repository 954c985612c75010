// SPDX-License-Identifier: MIT
#include "exchange/csv.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace hipflow {
namespace {

TEST(Csv, HasAHeaderAndLinesThatEndInCrLf) {
    const Json row = {{"day", "2026-11-24"}, {"n", 3}, {"mean", 2.5}, {"kept", true}};
    EXPECT_EQ(csv_of(Json::array({row}), row), "day,n,mean,kept\r\n2026-11-24,3,2.5,true\r\n");
}

TEST(Csv, OfNothingIsItsHeader) {
    EXPECT_EQ(csv_of(Json::array(), Json{{"a", 1}, {"b", nullptr}}), "a,b\r\n");
}

TEST(Csv, LeavesEmptyWhatIsNotKnown) {
    const Json row = {{"a", nullptr}, {"b", 0}, {"c", nullptr}};
    EXPECT_EQ(csv_of(Json::array({row}), row), "a,b,c\r\n,0,\r\n");
}

TEST(Csv, QuotesWhatWouldBreakALine) {
    const Json row = {{"a", "x,y"}, {"b", "say \"ah\""}, {"c", "two\nlines"}, {"d", "plain"}};
    EXPECT_EQ(csv_of(Json::array({row}), row),
              "a,b,c,d\r\n\"x,y\",\"say \"\"ah\"\"\",\"two\nlines\",plain\r\n");
}

TEST(Csv, JoinsTheNamesOfMembersOfMembers) {
    const Json row = {{"pain", {{"before", {{"n", 2}, {"sum", 5}}}}}, {"last", 1}};
    EXPECT_EQ(csv_of(Json::array({row}), row), "pain_before_n,pain_before_sum,last\r\n2,5,1\r\n");
}

}  // namespace
}  // namespace hipflow
