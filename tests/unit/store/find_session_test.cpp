// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "domain/error.h"
#include "samples.h"
#include "store/store.h"

namespace hipflow::store {
namespace {

using namespace samples;

class FindSession : public testing::Test {
   protected:
    FindSession() {
        put(store, session("0199a000-1111-7000-8000-000000000001", "2026-11-20T07:00:00+01:00"),
            session("0199a000-2222-7000-8000-000000000002", "2026-11-22T07:00:00+01:00"),
            session("0199b000-3333-7000-8000-000000000003", "2026-11-22T19:00:00+01:00"));
    }

    std::string found(std::string_view name) const { return store.find_session(name).id; }

    std::string refusal(std::string_view name) const {
        try {
            store.find_session(name);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::usage);
            return error.what();
        }
        return "found";
    }

    Store store = empty_store();
};

TEST_F(FindSession, ByTheWordLast) {
    EXPECT_EQ(found("last"), "0199b000-3333-7000-8000-000000000003");
}

TEST_F(FindSession, ByTheBeginningOfItsId) {
    EXPECT_EQ(found("0199b"), "0199b000-3333-7000-8000-000000000003");
    EXPECT_EQ(found("0199A000-2"), "0199a000-2222-7000-8000-000000000002");
    EXPECT_EQ(found("0199a000-1111-7000-8000-000000000001"),
              "0199a000-1111-7000-8000-000000000001");
}

TEST_F(FindSession, ByADateWithOneSession) {
    EXPECT_EQ(found("2026-11-20"), "0199a000-1111-7000-8000-000000000001");
}

TEST_F(FindSession, NamesTheCandidatesWhereThereAreSeveral) {
    EXPECT_EQ(refusal("2026-11-22"),
              "'2026-11-22' matches more than one session; give more characters of its id:\n"
              "  0199b000-3333-7000-8000-000000000003  2026-11-22 19:00  hip-rotation\n"
              "  0199a000-2222-7000-8000-000000000002  2026-11-22 07:00  hip-rotation");
    EXPECT_NE(refusal("0199a000").find("more than one"), std::string::npos);
}

TEST_F(FindSession, RefusesWhatNamesNone) {
    EXPECT_EQ(refusal("2026-11-21"), "no session is called '2026-11-21'");
    EXPECT_EQ(refusal("ffff"), "no session is called 'ffff'");
    EXPECT_EQ(refusal("019"),
              "'019' names no session: use 'last', a date such as 2026-11-22, or the first 4 or "
              "more characters of its id");
    EXPECT_EQ(refusal("' OR 1=1 --").substr(0, 26), "'' OR 1=1 --' names no ses");
}

TEST(FindSessionInAnEmptyHistory, FindsNothing) {
    const Store store = empty_store();
    for (const auto* const name : {"last", "2026-11-22", "0199", "?"}) {
        try {
            store.find_session(name);
            FAIL() << name;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::nothing) << name;
        }
    }
}

}  // namespace
}  // namespace hipflow::store
