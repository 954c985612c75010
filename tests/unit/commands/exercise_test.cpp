// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/in_process.h"

namespace hipflow::commands {
namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr std::string_view drill = R"(format = 1
name = "Drill"
level = 1
position = "supine"
sides = "both"
risks = ["floor", "supine-flat"]
start = "On your back."
do = ["Lift."]
finish = ["Put it down."]
dose = { hold = "30s" }
)";
constexpr std::string_view lift = R"([figure]
base = "supine"
text = "A knee comes up."
moving = ["leg_l"]
frames = [["start", 0.0], ["up", 0.5], ["start", 1]]
[figure.pose.start]
[figure.pose.up]
hip_l = { flex = 100 }
knee_l = 90
)";

std::string drill_with(std::string_view more) { return std::string(drill) + std::string(more); }

TEST(ExerciseCheck, IsSilentAboutWhatIsShipped) {
    InProcess program;
    const Ran one = program.run("exercise check glute-bridge");
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_EQ(one.out, "glute-bridge: no faults\n");
    EXPECT_EQ(one.err, "");
    const Ran two = program.run("exercise check clamshell glute-bridge");
    EXPECT_EQ(two.out, "clamshell: no faults\nglute-bridge: no faults\n");
}

TEST(ExerciseCheck, WarnsOfWhatAFigureShows) {
    InProcess program;
    program.write_config("exercises/mine.toml", drill_with(lift));
    program.set("COLUMNS", "100");  // room for the path
    const std::string path = (program.home() / ".config/hipflow/exercises/mine.toml").string();
    for (const std::string& name : {std::string("mine"), path}) {
        const Ran ran = program.run_words({"exercise", "check", name});
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_EQ(ran.out, name + ": no faults, 1 warning\n");
        EXPECT_TRUE(ran.err.starts_with("warning: ")) << ran.err;
        std::string told = ran.err;
        std::replace(told.begin(), told.end(), '\n', ' ');
        EXPECT_TRUE(has(told,
                        "mine.toml:17:1: in the pose \"up\" the left hip bends 100°; add "
                        "\"hip-flex-90\" to 'risks'"))
            << ran.err;
    }
    const Ran json = program.run("exercise check mine --json");
    EXPECT_TRUE(has(json.out, "\"ok\": true")) << json.out;
    EXPECT_TRUE(has(json.out, "\"line\": 17")) << json.out;
}

TEST(ExerciseCheck, TellsWhatKeepsAFileFromBeingUsed) {
    InProcess program;
    program.write_config("exercises/mine.toml", drill_with("figure = \"glute-brige\"\n"));
    const Ran unknown = program.run("exercise check mine glute-bridge");
    EXPECT_EQ(unknown.code, 2);
    EXPECT_EQ(unknown.out, "glute-bridge: no faults\n");
    EXPECT_TRUE(has(unknown.err,
                    "mine.toml:11:10: there is no exercise 'glute-brige'. Did you mean "
                    "'glute-bridge'?"))
        << unknown.err;
    program.write_config("exercises/mine.toml",
                         drill_with("[figure]\nbase = \"supin\"\nmoving = 5\n"));
    const Ran faulty = program.run("exercise check mine --json");
    EXPECT_EQ(faulty.code, 2);
    EXPECT_TRUE(has(faulty.out, "\"ok\": false")) << faulty.out;
    EXPECT_TRUE(has(faulty.err, "mine.toml:12:8: ")) << faulty.err;
    EXPECT_TRUE(has(faulty.err, "Did you mean 'supine'?")) << faulty.err;
}

TEST(ExerciseCheck, TellsWhatIsNoExercise) {
    InProcess program;
    const Ran missing = program.run("exercise check nowhere.toml");
    EXPECT_EQ(missing.code, 2);
    EXPECT_TRUE(has(missing.err, "nowhere.toml")) << missing.err;
    const Ran unknown = program.run("exercise check glute-brigde");
    EXPECT_EQ(unknown.code, 2);
    EXPECT_TRUE(has(unknown.err, "Did you mean 'glute-bridge'?")) << unknown.err;
    program.write_config("routines/sheet.toml",
                         "format = 1\nname = \"Sheet\"\n[[step]]\nexercise = \"glute-bridge\"\n");
    const Ran routine = program.run_words(
        {"exercise", "check", (program.home() / ".config/hipflow/routines/sheet.toml").string()});
    EXPECT_EQ(routine.code, 2);
    EXPECT_TRUE(has(routine.err,
                    "sheet.toml:3:1: this is a routine, not an exercise; 'hipflow "
                    "routine check' checks it"))
        << routine.err;
}

TEST(ExerciseShow, ShowsABorrowedFigure) {
    InProcess program;
    program.write_config("exercises/mine.toml", drill_with("figure = \"glute-bridge\"\n"));
    const Ran words = program.run("exercise show mine --figure");
    EXPECT_EQ(words.code, 0) << words.err;
    const Ran lender = program.run("exercise show glute-bridge --figure");
    EXPECT_EQ(words.out.substr(words.out.find('\n')), lender.out.substr(lender.out.find('\n')));
    EXPECT_TRUE(has(program.run("exercise show mine --frames --json").out, "\"base\": \"supine\""));
    program.write_config("exercises/mine.toml", drill_with(""));
    EXPECT_EQ(program.run("exercise show mine --figure").code, 1);
    EXPECT_EQ(program.run("exercise show mine --frames").code, 1);
}

TEST(ExerciseShow, ShowsTheWordsOfTheFormerFormat) {
    InProcess program;
    program.write_config("exercises/mine.toml",
                         drill_with("[figure]\nview = \"side\"\ntext = \"A knee comes up.\"\n"));
    const Ran page = program.run("exercise show mine");
    EXPECT_EQ(page.code, 0) << page.err;
    EXPECT_TRUE(has(page.out, "A knee comes up.")) << page.out;
    EXPECT_EQ(page.err, "");  // a warning is for those who check
    EXPECT_EQ(program.run("exercise show mine --figure").out, "Drill\nA knee comes up.\n");
    EXPECT_EQ(program.run("exercise show mine --json").code, 0);
}

constexpr std::string_view own_routine = R"(format = 1
name = "Sheet"
[[step]]
exercise = "mine"
[[step]]
exercise = "glute-bridge"
)";

TEST(RisksOfAFigure, LeaveTheExerciseOutForThoseWhomItMayHarm) {
    InProcess program;
    program.write_config("exercises/mine.toml", drill_with(lift));
    program.write_config("routines/sheet.toml", own_routine);
    EXPECT_TRUE(has(program.run("start sheet --rehearse").out, "Drill"));
    // Lying on the floor is fine for such a hip, bending it is not.
    program.run("me restrict hip-replacement-posterior");
    const Ran shown = program.run("exercise show mine");
    EXPECT_TRUE(has(shown.out, "Left out of your sessions: it ")) << shown.out;
    EXPECT_FALSE(has(program.run("start sheet --rehearse").out, "Drill"));
    // So it is with one that names no risks at all.
    std::string untold = drill_with(lift);
    const std::string risks = "risks = [\"floor\", \"supine-flat\"]\n";
    program.write_config("exercises/mine.toml", untold.erase(untold.find(risks), risks.size()));
    EXPECT_TRUE(has(program.run("exercise show mine").out, "Left out of your sessions: it "));
    // It is the figure that does it.
    program.write_config("exercises/mine.toml", drill);
    EXPECT_FALSE(has(program.run("exercise show mine").out, "Left out"));
}

TEST(WarningsOfAFigure, AreToldByThoseWhoCheckAlone) {
    InProcess program;
    program.write_config("exercises/mine.toml", drill_with(lift));
    program.write_config("routines/sheet.toml", own_routine);
    constexpr std::string_view told = "the left hip bends 100°";
    for (const std::string_view line : {"", "start sheet --rehearse", "routine show sheet", "why",
                                        "exercise list", "exercise show mine", "remind"}) {
        const Ran ran = program.run(line);
        EXPECT_FALSE(has(ran.err, told) || has(ran.out, told)) << line;
    }
    for (const std::string_view line :
         {"exercise check", "exercise check mine", "routine check", "routine check sheet"}) {
        const Ran ran = program.run(line);
        EXPECT_TRUE(has(ran.err, told)) << line << ran.err;
    }
    EXPECT_TRUE(has(program.run("doctor").out, told));
}

TEST(RoutineCheck, WarnsOfTheFiguresOfItsOwnExercises) {
    InProcess program;
    std::string own = drill_with(lift).substr(std::string_view("format = 1\n").size());
    for (auto at = own.find("[figure"); at != std::string::npos; at = own.find("[figure", at + 9)) {
        own.replace(at, 7, "[exercise.mine.figure");
    }
    program.write_config("routines/sheet.toml",
                         std::string(own_routine) + "[exercise.mine]\n" + own);
    const Ran ran = program.run("routine check sheet");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(has(ran.err, "sheet: warning: ")) << ran.err;
    EXPECT_TRUE(has(ran.err, "sheet.toml:23:1: in the pose \"up\" the left hip bends 100°"))
        << ran.err;
    EXPECT_TRUE(has(program.run("routine check sheet --json").out, "sheet.toml:23:1: in the pose"));
}

}  // namespace
}  // namespace hipflow::commands
