// SPDX-License-Identifier: MIT
#include "coach/grouping.h"

#include <gtest/gtest.h>

namespace hipflow::coach {
namespace {

using Lines = std::vector<std::string>;

CoachReason reason(CoachRule rule, std::string text, bool change = false) {
    return {"an-exercise", rule, {}, change, std::move(text)};
}

TEST(Grouping, ListsNames) {
    EXPECT_EQ(listed({}), "");
    EXPECT_EQ(listed({"A"}), "A");
    EXPECT_EQ(listed({"A", "B"}), "A and B");
    EXPECT_EQ(listed({"A", "B", "C"}), "A, B and C");
}

TEST(Grouping, NamesExercisesThatShareAReason) {
    EXPECT_EQ(grouped({reason(CoachRule::rests, "A rests for 2 sessions: it reached 7 on 3 Nov."),
                       reason(CoachRule::amber, "D in place of E: it was sorer."),
                       reason(CoachRule::rests, "B rests for 2 sessions: it reached 7 on 3 Nov."),
                       reason(CoachRule::amber, "F in place of G: it was sorer."),
                       reason(CoachRule::returns, "H is back after its rest."),
                       reason(CoachRule::returns, "I is back after its rest.")},
                      2),
              (Lines{"A and B rest for 2 sessions: it reached 7 on 3 Nov.",
                     "D in place of E and F in place of G: it was sorer.",
                     "H and I are back after their rest."}));
}

TEST(Grouping, LeavesFewerThanWantedByThemselves) {
    const std::vector<CoachReason> two = {
        reason(CoachRule::amber, "A in place of B: it was sore."),
        reason(CoachRule::amber, "C in place of D: it was sore.")};
    EXPECT_EQ(grouped(two, 3), (Lines{two[0].text, two[1].text}));
}

TEST(Grouping, LeavesStepsUpAndWhatIsSaidOfOneByThemselves) {
    const Lines texts = {
        "A in place of B: that one felt fine.", "C in place of D: that one felt fine.",
        "E is of level 3, and no easier exercise leads up to it, so it is not given.",
        "F is of level 3, and no easier exercise leads up to it, so it is not given."};
    EXPECT_EQ(grouped({reason(CoachRule::steps_up, texts[0]), reason(CoachRule::steps_up, texts[1]),
                       reason(CoachRule::limit, texts[2]), reason(CoachRule::limit, texts[3])},
                      2),
              texts);
}

TEST(TheRest, SaysOnceThatEverythingBegins) {
    EXPECT_EQ(
        sentences_on_the_rest({reason(CoachRule::begins, "A begins."),
                               reason(CoachRule::begins, "B begins."),
                               reason(CoachRule::begins,
                                      "C begins. D follows when it is "
                                      "comfortable at its full "
                                      "amount.")}),
        (Lines{"All 3 exercises begin at their starting amount: nothing was recorded of them "
               "before.",
               "Easier forms come first: C before D, until comfortable at the full amount."}));
}

TEST(TheRest, NamesWhatBeginsBesideOthers) {
    EXPECT_EQ(sentences_on_the_rest({reason(CoachRule::begins, "A begins."),
                                     reason(CoachRule::stays, "B stays."),
                                     reason(CoachRule::begins, "C begins.")}),
              (Lines{"A and C begin at their starting amount: nothing was recorded of them before.",
                     "B stays as it was."}));
    EXPECT_EQ(sentences_on_the_rest(
                  {reason(CoachRule::begins, "A begins."), reason(CoachRule::stays, "B stays.")})
                  .front(),
              "A begins at its starting amount: nothing was recorded of it before.");
}

TEST(TheRest, SaysThatSessionsEnteredByHandAreNoAmount) {
    EXPECT_EQ(
        sentences_on_the_rest(
            {reason(CoachRule::begins, "A begins."), reason(CoachRule::begins, "B begins.")}, true),
        Lines{"A and B begin at their starting amount: no timed session has held them, and "
              "sessions entered by hand do not change amounts."});
}

TEST(Grouping, NamesAtOnceWhatIsAvoided) {
    const std::string rest = " for the same purpose is free for you today.";
    const std::string needs = " is left out: it needs the floor, and nothing else" + rest;
    EXPECT_EQ(
        grouped({reason(CoachRule::limit,
                        "A is left out: it is among those that you avoid, and nothing else" + rest),
                 reason(CoachRule::limit,
                        "B is left out: it is among those that you avoid, and nothing else" + rest),
                 reason(CoachRule::limit, "C" + needs), reason(CoachRule::limit, "D" + needs)},
                2),
        (Lines{"A and B are left out: they are among those that you avoid, and nothing else" + rest,
               "C" + needs, "D" + needs}));
}

TEST(TheRest, SaysOnceThatEverythingStays) {
    EXPECT_EQ(sentences_on_the_rest({reason(CoachRule::stays, "A stays."),
                                     reason(CoachRule::stays, "B stays."),
                                     reason(CoachRule::stays, "C stays.")}),
              Lines{"All 3 exercises stay as they were."});
}

TEST(TheRest, RepeatsNoBreakThatWasToldOfAll) {
    CoachReason of_all{"", CoachRule::gap, {}, true, "It has been 20 days."};
    const CoachReason easier = reason(CoachRule::gap, "A: an easy start again.");
    const CoachReason other = reason(CoachRule::gap, "B: an easy start again.");
    EXPECT_EQ(sentences_on_the_rest({of_all, easier, other}), Lines{});
    EXPECT_EQ(sentences_on_the_rest({easier, other}), Lines{"A and B: an easy start again."});
}

}  // namespace
}  // namespace hipflow::coach
