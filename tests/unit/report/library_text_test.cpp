// SPDX-License-Identifier: MIT
// What the library holds: exercises, routines and programs in lists.
#include "report/library_text.h"

#include <gtest/gtest.h>

#include "golden.h"
#include "report/program_text.h"

namespace hipflow::report {
namespace {

using namespace std::chrono_literals;

const catalog::LibraryEntry own{.id = "mine", .origin = catalog::Origin::user, .file = "mine.toml"};
const catalog::LibraryEntry bundled{.id = "clamshell", .file = "bundled:clamshell.toml"};

TEST(ExerciseListText, SaysWhatIsLeftOutAndWhoseItIs) {
    Exercise exercise;
    exercise.name = "Clamshell";
    exercise.level = 2;
    exercise.position = Position::supine;
    const std::string text =
        exercise_list_text({{&bundled, &exercise, "it rounds the back", "osteoporosis"},
                            {&own, &exercise, std::nullopt, std::nullopt}},
                           {.columns = 100});
    EXPECT_EQ(text,
              "clamshell  Clamshell  standard  supine  left out: osteoporosis\n"
              "mine       Clamshell  standard  supine                          yours\n");
}

TEST(ExerciseListText, SaysWhatIsLeftOutInEveryWidth) {
    Exercise exercise;
    exercise.name = "Clamshell";
    exercise.position = Position::supine;
    for (int columns = 30; columns <= 100; columns += 10) {
        const std::string text = exercise_list_text(
            {{&bundled, &exercise, "it rounds the back", "osteoporosis"}}, {.columns = columns});
        EXPECT_TRUE(text.starts_with("clamshell")) << text;
        EXPECT_NE(text.find("left out: osteoporosis"), std::string::npos) << text;
        golden::expect_fits(text, columns);
    }
}

TEST(RoutineListText, PutsThePurposeBelow) {
    today::ListedRoutine listed;
    listed.entry = &own;
    listed.summary = "Settle, rotate, lengthen, strengthen and stand, all of it in one session.";
    listed.total = 9min + 30s;
    listed.needs = {"mat", "chair"};
    today::ListedRoutine nothing_left;
    nothing_left.entry = &bundled;
    const std::string text = routine_list_text({listed, nothing_left}, {.columns = 60});
    EXPECT_TRUE(text.starts_with("mine        9 min 30 s  gentle  mat, chair  yours\n    Settle"))
        << text;
    EXPECT_NE(text.find("\nclamshell  not for you  gentle\n"), std::string::npos) << text;
    golden::expect_fits(text, 60);
}

TEST(CheckedText, CountsTheSteps) {
    EXPECT_EQ(checked_text(today::CheckedRoutine{
                  .name = "a", .faults = {}, .steps = 1, .total = 40s, .warnings = {}}),
              "a: 1 step, 40 s\n");
    EXPECT_EQ(checked_text(today::CheckedRoutine{
                  .name = "b", .faults = {}, .steps = 5, .total = 3min, .warnings = {}}),
              "b: 5 steps, 3 min\n");
}

TEST(CheckedText, CountsTheWarningsOfAnExercise) {
    EXPECT_EQ(checked_text(today::CheckedExercise{.name = "a", .warnings = {}, .faults = {}}),
              "a: no faults\n");
    EXPECT_EQ(checked_text(today::CheckedExercise{.name = "b", .warnings = {{}, {}}, .faults = {}}),
              "b: no faults, 2 warnings\n");
}

TEST(FigureFramesText, NamesTheAnglesOfEveryJoint) {
    Figure figure;
    figure.base = Base::supine;
    figure.frames = {{0, 0}, {1, 0.5}, {0, 1}};
    figure.poses = {base_pose(Base::supine), base_pose(Base::supine)};
    figure.poses[0].name = "start";
    Pose& up = figure.poses[1];
    up.name = "up";
    up.angles.hip.left = {100, -7.6, 0};
    up.angles.knee.left = 90;
    up.angles.ankle.right = {0, 1};
    up.hand = {Reach{ReachTarget::shin, Side::right, {}},
               Reach{ReachTarget::none, {}, Point{0.1, 0.25, -0.3}}};
    up.foot = {Reach{ReachTarget::none, {}, {}}, Reach{ReachTarget::stay_foot, {}, {}}};
    EXPECT_EQ(figure_frames_text(figure, {}),
              "base: supine\n"
              "  0 %  start\n"
              " 50 %  up\n"
              "100 %  start\n"
              "\n"
              "start\n"
              "  pelvis      tilt 0  list 0  turn 0\n"
              "  lumbar      flex 0  bend 0  rot 0\n"
              "  thoracic    flex 0  bend 0  rot 0\n"
              "  neck        flex 0  bend 0  rot 0\n"
              "  hip_l       flex 0  abd 0   rot 0\n"
              "  hip_r       flex 0  abd 0   rot 0\n"
              "  knee_l      flex 0\n"
              "  knee_r      flex 0\n"
              "  ankle_l     up -12\n"
              "  ankle_r     up -12\n"
              "  shoulder_l  flex 0  abd 22  rot 0\n"
              "  shoulder_r  flex 0  abd 22  rot 0\n"
              "  elbow_l     flex 8\n"
              "  elbow_r     flex 8\n"
              "  wrist_l     flex 0\n"
              "  wrist_r     flex 0\n"
              "\n"
              "up\n"
              "  pelvis      tilt 0    list 0  turn 0\n"
              "  lumbar      flex 0    bend 0  rot 0\n"
              "  thoracic    flex 0    bend 0  rot 0\n"
              "  neck        flex 0    bend 0  rot 0\n"
              "  hip_l       flex 100  abd -8  rot 0\n"
              "  hip_r       flex 0    abd 0   rot 0\n"
              "  knee_l      flex 90\n"
              "  knee_r      flex 0\n"
              "  ankle_l     up -12\n"
              "  ankle_r     flat\n"
              "  shoulder_l  flex 0    abd 22  rot 0\n"
              "  shoulder_r  flex 0    abd 22  rot 0\n"
              "  elbow_l     flex 8\n"
              "  elbow_r     flex 8\n"
              "  wrist_l     flex 0\n"
              "  wrist_r     flex 0\n"
              "  hand_l      reaches shin, right\n"
              "  hand_r      reaches 0.10 0.25 -0.30\n"
              "  foot_l      reaches nowhere\n"
              "  foot_r      reaches stay-foot\n");
}

TEST(ExerciseText, HasItsFigureInWordsAndTheNoteOnItsRisks) {
    Exercise exercise;
    exercise.name = "Drill";
    exercise.risks = {"floor"};
    exercise.risks_note = "The text offers more.";
    const std::vector<Exercise> ladder;
    const std::optional<std::string> objection;
    const std::string text =
        exercise_text({exercise, "<picture>\n", "A knee lifts.", ladder, objection, false}, {});
    EXPECT_TRUE(text.ends_with("\n\n<picture>\n")) << text;
    EXPECT_NE(text.find("A knee lifts."), std::string::npos) << text;
    EXPECT_NE(text.find("The text offers more."), std::string::npos) << text;
    const std::string plain = exercise_text({exercise, "", "", ladder, objection, false}, {});
    EXPECT_EQ(plain.find("figure"), std::string::npos) << plain;
}

TEST(ExerciseText, TellsThatTheOtherSideFollows) {
    Exercise exercise;
    exercise.instructions = {{"Lift your left leg.", std::nullopt}};
    const std::vector<Exercise> ladder;
    const std::optional<std::string> objection;
    const std::string text = exercise_text({exercise, "", "", ladder, objection, true}, {});
    EXPECT_NE(text.find("1. Lift your left leg.\n          Then the other side.\n"),
              std::string::npos)
        << text;
    const std::string both = exercise_text({exercise, "", "", ladder, objection, false}, {});
    EXPECT_EQ(both.find("other side"), std::string::npos) << both;
}

TEST(FigureWords, AreTheFirstInstructionWhereTheFileHasNone) {
    Exercise exercise;
    EXPECT_EQ(figure_words(exercise, {}), "");
    exercise.instructions = {{"Lift.", std::nullopt}, {"Lower.", std::nullopt}};
    EXPECT_EQ(figure_words(exercise, {}), "Lift.");
    Figure figure;
    figure.text = "A knee lifts.";
    EXPECT_EQ(figure_words(exercise, figure), "A knee lifts.");
}

Prescription of_two(Guidance first, Guidance second) {
    Prescription session;
    session.steps.resize(2);
    session.steps[0].work.guidance = first;
    session.steps[1].work.guidance = second;
    return session;
}

TEST(TotalText, NamesBothLengthsWhereSomethingIsExplained) {
    session::Timeline timeline;
    timeline.total = 14min + 13s;
    timeline.work = 7min + 8s;
    const std::string exact = "14 min 13 s, of which 7 min 8 s is work";
    const Prescription all = of_two(Guidance::full, Guidance::full);
    EXPECT_EQ(total_text(all, timeline, std::nullopt), exact);
    EXPECT_EQ(total_text(all, timeline, 11min + 23s),
              "14 min with everything explained (11 once you know it), of which 7 min 8 s is work");
    EXPECT_EQ(
        total_text(of_two(Guidance::full, Guidance::brief), timeline, 11min + 23s),
        "14 min with what is new explained (11 once you know it), of which 7 min 8 s is work");
    EXPECT_EQ(total_text(all, timeline, 13min + 50s), exact);  // the same in minutes
    timeline.total = 50s;
    timeline.work = 20s;
    EXPECT_EQ(total_text(all, timeline, 29s),
              "50 s with everything explained (29 s once you know it), of which 20 s is work");
    EXPECT_EQ(total_text(all, timeline, 50s), "50 s, of which 20 s is work");
}

TEST(TotalText, TellsOfGapsThatGrewOnlyWhereAsked) {
    session::Timeline timeline;
    timeline.total = 14min;
    timeline.work = 7min;
    timeline.lengthened = 10s;
    EXPECT_EQ(total_text(timeline), "14 min, of which 7 min is work");
    EXPECT_EQ(total_text(timeline, true),
              "14 min, of which 7 min is work and 10 s was added to gaps so that the words fit");
}

TEST(StepsText, TellsOfRestsAndMovesTheAmountBelow) {
    Prescription session;
    session.steps.resize(1);
    PrescribedStep& step = session.steps.front();
    step.work.exercise.name = "Bridge";
    step.work.sides = Sides::both;
    step.work.sets = 3;
    step.work.reps = 10;
    step.work.pace = 4s;
    step.gap = 1min;
    EXPECT_EQ(steps_text(session, 80),
              "1  Bridge  3 sets of 10 reps, 4 s each; 1 min of rest between sets\n");
    EXPECT_EQ(steps_text(session, 40),
              "1  Bridge\n    3 sets of 10 reps, 4 s each; 1 min\n    of rest between sets\n");
}

TEST(StepsText, TellsAllThatAStepIsWrittenWith) {
    Prescription session;
    session.steps.resize(1);
    PrescribedStep& step = session.steps.front();
    step.work.exercise.name = "Slide";
    step.work.sides = Sides::each;
    step.work.sets = 3;
    step.work.reps = 5;
    step.work.pace = 26s;
    step.work.exercise.phases = {{"", "push", 6s, {}}, {"", "relax", 20s, {}}};
    step.work.load = "2 kg";
    step.work.note = "a towel under the heel";
    step.gap = 1min;
    step.gap_in_turn = true;
    step.rest_before = 90s;
    constexpr int wide = 300;
    EXPECT_EQ(steps_text(session, wide),
              "1  Slide  3 sets of 5 reps per side, 26 s each; push 6 s, relax 20 s; with 2 kg; "
              "sides change after each set; 1 min of rest between sets; "
              "a towel under the heel\n");
    step.only = Side::left;
    EXPECT_NE(steps_text(session, wide).find("3 sets of 5 reps on the left side only, 26 s each"),
              std::string::npos);
    session.steps.push_back(session.steps.front());
    EXPECT_NE(steps_text(session, wide).find("; after 1 min 30 s of rest; a towel"),
              std::string::npos)
        << "before the first step there is none";
}

TEST(StepsText, ListsTheStepsOfABlockOnce) {
    Prescription session;
    for (int number = 1; number <= 3; ++number) {
        for (const std::string name : {"Squat", "Row"}) {
            PrescribedStep step;
            step.planned_exercise = name;
            step.work.exercise.name = name;
            step.work.hold = 30s;
            step.block = 1;
            step.place = name == "Squat" ? 1 : 2;
            step.round = Round{number, 3, number > 1 ? 60'000ms : 0ms};
            if (number > 1 && name == "Squat") step.rest_before = 1min;
            session.steps.push_back(step);
        }
    }
    EXPECT_EQ(steps_text(session, 200),
              "1  Squat  3 rounds, 1 min of rest between them: hold 30 s\n"
              "2  Row    hold 30 s; in each round\n");
}

TEST(StepsText, TellsTheSidesOfABlockApart) {
    Prescription session;
    for (int number = 1; number <= 2; ++number) {
        for (const Side side : {Side::left, Side::right}) {
            PrescribedStep step;
            step.planned_exercise = step.work.exercise.name = "Clam";
            step.work.sides = Sides::each;
            step.work.hold = 30s;
            step.work.load = side == Side::left ? "2 kg" : "1 kg";
            step.only = step.first = side;
            step.block = 1;
            step.place = side == Side::left ? 1 : 2;
            step.round = Round{number, 2, number > 1 ? 60'000ms : 0ms};
            session.steps.push_back(step);
        }
    }
    EXPECT_EQ(steps_text(session, 200),
              "1  Clam  2 rounds, 1 min of rest between them: hold 30 s on the left side only; "
              "with 2 kg\n"
              "2  Clam  hold 30 s on the right side only; with 1 kg; in each round\n");
}

Program steady() {
    Program program;
    program.name = "Steady six";
    program.per_week = 5;
    program.weeks.resize(6);
    return program;
}

TEST(ProgramTexts, ListAProgramWithItsWeeks) {
    EXPECT_EQ(program_list_text({{bundled, steady()}}, {}),
              "clamshell  6 weeks  5 a week  Steady six\n");
}

TEST(ProgramTexts, SayHowToBeginOne) {
    EXPECT_TRUE(program_status_text(std::nullopt, {}).starts_with("You are not in a program."));
}

TEST(ProgramTexts, SayWhatHappensToTheUsersOwnSchedule) {
    EXPECT_EQ(joined_text({steady(), "", std::nullopt}, {.columns = 200}),
              "Steady six begins today, with 5 sessions a week. 'hipflow start' takes its sessions "
              "from now on.\n");
    EXPECT_NE(joined_text({steady(), "daily", std::nullopt}, {.columns = 200})
                  .find("Your own schedule (daily) waits until you leave."),
              std::string::npos);
    today::Left left{"steady-six", false, std::nullopt};
    const auto text = [&] { return left_program_text(left, {.columns = 200}); };
    EXPECT_EQ(text(), "You have left the program 'steady-six'. What was done is kept.\n");
    left.changes_schedule = true;
    EXPECT_TRUE(text().ends_with(" Nothing is scheduled now.\n"));
    left.own_rule = "daily";
    EXPECT_TRUE(text().ends_with(" Your own schedule applies again: daily.\n"));
}

}  // namespace
}  // namespace hipflow::report
