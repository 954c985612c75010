// SPDX-License-Identifier: MIT
#include "report/today_text.h"

#include <gtest/gtest.h>

namespace hipflow::report {
namespace {

const Day tuesday = *parse_day("2026-11-24");

today::Explained explained() {
    today::Explained today;
    today.title = "Today: Hip rotation";
    coach::CoachReason same;
    same.exercise = "glute-bridge";
    same.text = "Bridge stays as it was.";
    coach::CoachReason harder;
    harder.exercise = "figure-4-supine";
    harder.change = true;
    harder.text = "Lying figure-4 is longer.";
    today.record.reasons = {same, harder};
    today.record.gate = "Pain is as usual.";
    today.record.cap = 2;
    coach::ExerciseState state;
    state.exercise = "figure-4-supine";
    coach::Counted counted;
    counted.day = tuesday;
    counted.before = PainScore::from(3);
    counted.rise = 1;
    state.left.counted = {counted};
    state.mornings.emplace_back().day = tuesday;
    state.stepped_up = tuesday;
    today.record.states = {state};
    return today;
}

TEST(ExplainedText, TellsChangesFirst) {
    today::Explained today = explained();
    today.usual = 2.5;
    EXPECT_EQ(explained_text(today, std::nullopt, {}),
              "Today: Hip rotation\n"
              "In the mornings pain is usually 2 to 3.\n"
              "Pain is as usual.\n"
              "This week of the program: level 2 at most.\n"
              "Lying figure-4 is longer.\n"
              "Bridge stays as it was.\n");
}

TEST(ExplainedText, TellsWhatStaysForOneReasonInOneSentence) {
    today::Explained today;
    today.title = "Today: Hip rotation";
    for (const char* text :
         {"Bridge stays: it was hard.", "Clamshell begins.", "Side tap stays: it was hard.",
          "Dead bug stays: it was sorer.", "Bird dog stays: it was hard."}) {
        today.record.reasons.emplace_back().text = text;
    }
    EXPECT_EQ(explained_text(today, std::nullopt, {}),
              "Today: Hip rotation\n"
              "Bridge, Side tap and Bird dog stay: it was hard.\n"
              "Clamshell begins.\n"
              "Dead bug stays: it was sorer.\n");
}

TEST(ExplainedText, TellsWhatIsReplacedAfterTheChanges) {
    today::Explained today = explained();
    today.limits = {"Seated rotation takes the place of Bridge."};
    EXPECT_NE(explained_text(today, std::nullopt, {})
                  .find("Lying figure-4 is longer.\nSeated rotation takes the place of Bridge.\n"
                        "Bridge stays as it was.\n"),
              std::string::npos);
}

TEST(GlanceText, LeavesOutASuggestionThatIsNoNews) {
    today::Glance glance;
    glance.no_session = "Today is a day of rest.";
    glance.advice = {{"Your scores have not changed.", false}};
    EXPECT_NE(glance_text(glance, {}).find("Worth asking  Your scores have not changed.\n"),
              std::string::npos);
    glance.advice->told_lately = true;
    EXPECT_EQ(glance_text(glance, {}).find("Worth asking"), std::string::npos);
}

TEST(GlanceText, TellsChangesInBrief) {
    today::Glance glance;
    glance.session.emplace();
    glance.session->changes = {"A takes the place of B.", "C takes the place of D."};
    glance.session->changes_in_brief = {"Two exercises are replaced."};
    const std::string text = glance_text(glance, {});
    EXPECT_NE(text.find("Two exercises are replaced."), std::string::npos);
    EXPECT_EQ(text.find("takes the place"), std::string::npos);
}

TEST(ExplainedText, GivesTheReadingsBehindOneExercise) {
    EXPECT_EQ(explained_text(explained(), "figure-4-supine", {}),
              "Today: Hip rotation\n"
              "Lying figure-4 is longer.\n"
              "  Left          24 Nov green, pain 3 at the start, up by 1\n"
              "  Mornings      after 24 Nov not answered\n"
              "  Stepped up    24 Nov\n");
}

TEST(ExplainedText, SaysThatThereAreNoReasons) {
    today::Explained past;
    past.title = "2026-11-24 hip-rotation";
    EXPECT_EQ(explained_text(past, std::nullopt, {}),
              "2026-11-24 hip-rotation\nNo reasons were recorded for it.\n");
}

}  // namespace
}  // namespace hipflow::report
