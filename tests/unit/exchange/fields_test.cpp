// SPDX-License-Identifier: MIT
#include "exchange/fields.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "exchange/library_fields.h"

namespace hipflow::exchange {
namespace {

template <typename R>
std::vector<std::string> names() {
    std::vector<std::string> found;
    auto collect = [&](const char* name, const auto&) { found.emplace_back(name); };
    R blank;
    fields(blank, collect);
    return found;
}

TEST(Fields, AreThoseThatTheDesignNames) {
    EXPECT_EQ(names<Session>(),
              (std::vector<std::string>{"id",        "routine",      "prescription_hash",
                                        "program",   "week",         "started_at",
                                        "ended_at",  "utc_offset_s", "local_day",
                                        "status",    "gate",         "override",
                                        "reason",    "source",       "counts",
                                        "reasons",   "planned_ms",   "done_ms",
                                        "active_ms", "effort",       "hurt_more",
                                        "note"}));
}

TEST(Fields, BeginWithTheIdOfEveryRecordAndNeverRepeat) {
    for_each_kind([]<typename R>() {
        const auto all = names<R>();
        EXPECT_EQ(all.front(), "id") << kind<R>;
        EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size()) << kind<R>;
    });
}

TEST(Fields, OfExercisesAreTheKeysOfTheirFilesAndTheirParts) {
    const auto all = names<Exercise>();
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()),
              (std::set<std::string>{
                  "id",    "name",   "say",    "target", "level",  "position",     "view",
                  "sides", "risks",  "needs",  "start",  "do",     "cues",         "feel",
                  "avoid", "easier", "harder", "dose",   "source", "language",     "sentences",
                  "brief", "phases", "finish", "part",   "change", "translations", "on"}));
}

}  // namespace
}  // namespace hipflow::exchange
