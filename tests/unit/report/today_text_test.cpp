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

TEST(GlanceText, NamesWhatKeepsAPlanThatTheRoutineOfTheDayDoesNotKeep) {
    const auto state = [](std::optional<std::string> routine, std::optional<Day> next) {
        schedule::ScheduleState one;
        one.plan = schedule::plan_of({{"v1", tuesday, "daily"}}, {}, std::chrono::Monday,
                                     std::move(routine));
        one.today = tuesday;
        one.next = next;
        return one;
    };
    today::Glance glance;
    glance.now.local_day = tuesday;
    glance.session.emplace().session.prescription.emplace();
    glance.plans = {state(std::nullopt, tuesday), state("desk-reset", tuesday)};
    glance.another = {"desk-reset", "five-minute-minimum"};
    Style style;
    style.columns = 200;
    const std::string both = glance_text(glance, style);
    EXPECT_NE(both.find("desk-reset keeps only its own plan"), std::string::npos) << both;
    EXPECT_NE(both.find("without a plan of its own today, such as: hipflow start five-"),
              std::string::npos)
        << both;
    EXPECT_TRUE(both.ends_with("hipflow start\n")) << both;  // keeps the one of desk-reset
    EXPECT_NE(both.find(": hipflow start desk-reset\n"), std::string::npos) << both;
    const std::string trouble = glance_text(glance, style, {{"desk-reset", "it is gone"}});
    EXPECT_EQ(trouble.find("hipflow start desk-reset"), std::string::npos) << trouble;
    EXPECT_NE(trouble.find("; it cannot start: it is gone\n"), std::string::npos) << trouble;
    glance.plans[1].next = tuesday + std::chrono::days(1);
    EXPECT_TRUE(glance_text(glance, style).ends_with("hipflow start five-minute-minimum\n"));
    glance.another->other.reset();
    EXPECT_TRUE(glance_text(glance, style).ends_with("hipflow routine list\n"));
}

TEST(GlanceText, SaysThatTheStartOffersLessAtTheScoreOfToday) {
    today::Glance glance;
    glance.session.emplace();
    glance.sore = PainScore::from(8);
    Style style;
    style.columns = 200;
    EXPECT_NE(glance_text(glance, style).find("asks again, and offers less at that score."),
              std::string::npos);
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

TEST(GlanceText, InvitesNobodyToARoutineOfWhichNothingIsLeft) {
    today::Glance glance;
    glance.session.emplace().session.nothing_left = "nothing of 'one' is left for today.";
    const std::string text = glance_text(glance, {});
    EXPECT_NE(text.find("Nothing of 'one' is left for today."), std::string::npos) << text;
    EXPECT_EQ(text.find("hipflow start"), std::string::npos) << text;
    glance.session->session.prescription.emplace();
    EXPECT_NE(glance_text(glance, {}).find("To start      hipflow start"), std::string::npos);
}

TEST(ExplainedText, TellsOfAPastSessionWhatWasSaidAtItsStart) {
    today::Explained past = explained();
    past.at_the_start = "A day of rest: pain was 8 at the start.";
    const std::string text = explained_text(past, std::nullopt, {});
    EXPECT_NE(text.find("A day of rest: pain was 8 at the start.\n"), std::string::npos);
    EXPECT_EQ(text.find("Pain is as usual."), std::string::npos);
}

TEST(ExplainedText, SaysOfAnExerciseWhatTakesItsPlaceAndWhy) {
    today::Explained today = explained();
    today.for_person = {{"glute-bridge", "pelvic-tilt",
                         "Pelvic tilt takes the place of Bridge: you avoid it.", "", ""}};
    EXPECT_EQ(explained_text(today, "glute-bridge", {}),
              "Today: Hip rotation\nPelvic tilt takes the place of Bridge: you avoid it.\n"
              "Bridge stays as it was.\n");
    today.for_person.front().given.reset();
    today.for_person.front().text = "Bridge is left out: you avoid it.";
    EXPECT_EQ(explained_text(today, "glute-bridge", {}),
              "Today: Hip rotation\nBridge is left out: you avoid it.\n");
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
