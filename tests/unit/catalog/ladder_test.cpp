// SPDX-License-Identifier: MIT
#include "catalog/ladder.h"

#include <gtest/gtest.h>

#include "texts_of.h"

namespace hipflow::catalog {
namespace {

/// Rungs of files named like their ids; easier links stand in line 1, harder ones in line 2.
Rung rung(const std::string& id, std::optional<std::string> easier,
          std::optional<std::string> harder, bool must_answer = false) {
    return {id, id, std::move(easier), std::move(harder), {{1, 1}, {2, 1}}, must_answer};
}

Lines complaints(const std::vector<Rung>& rungs) {
    std::vector<std::string> known;
    for (const auto& each : rungs) known.push_back(each.id);
    return texts_of(check_ladders(rungs, known, "exercise"));
}

TEST(CheckLadders, LetsALadderStand) {
    EXPECT_EQ(
        complaints({rung("a", {}, "b", true), rung("b", "a", "c", true), rung("c", "b", {}, true)}),
        Lines{});
}

TEST(CheckLadders, FindsLinksThatLeadNowhere) {
    EXPECT_EQ(
        complaints({rung("clamshell", "figure-4", "clamshel")}),
        (Lines{"clamshell:1:1: 'easier': there is no exercise 'figure-4'. 'hipflow exercise list' "
               "shows all.",
               "clamshell:2:1: 'harder': there is no exercise 'clamshel'. Did you mean "
               "'clamshell'? 'hipflow exercise list' shows all."}));
}

TEST(CheckLadders, ReportsACircleOnce) {
    EXPECT_EQ(complaints(
                  {rung("b", {}, "c"), rung("c", {}, "a"), rung("a", {}, "b"), rung("d", {}, "a")}),
              Lines{"a:2:1: 'harder' leads in a circle: a > b > c > a; remove one of the links"});
    EXPECT_EQ(complaints({rung("a", "a", {})}),
              Lines{"a:1:1: 'easier' leads in a circle: a > a; remove one of the links"});
}

TEST(CheckLadders, WantsAnAnswerAmongBundledFilesOnly) {
    EXPECT_EQ(
        complaints({rung("a", {}, "b", true), rung("b", {}, {}, true)}),
        Lines{
            "a:2:1: 'harder' is 'b', which names no 'easier' in return; add easier = \"a\" to b"});
    EXPECT_EQ(complaints({rung("a", {}, "b", true), rung("b", {}, {}, false)}), Lines{});
}

TEST(CheckLadders, LetsTwoRungsLeadToOne) {
    EXPECT_EQ(complaints({rung("a1", {}, "b", true), rung("a2", {}, "b", true),
                          rung("b", "a1", {}, true)}),
              Lines{});
}

}  // namespace
}  // namespace hipflow::catalog
