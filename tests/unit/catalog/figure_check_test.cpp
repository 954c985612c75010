// SPDX-License-Identifier: MIT
// What is doubtful about a figure, and what it adds to the risks of its exercise.
#include "catalog/figure_check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>

#include "catalog/library.h"
#include "figure_texts.h"
#include "support/scratch_folder.h"

namespace hipflow::catalog {
namespace {

using Risks = std::vector<std::string>;

/// An exercise with a figure, one of whose lines stands behind line 8: its risks.
std::string with_risks(const std::string& line, const std::string& up = "") {
    std::string text = figure_text("", "", up);
    return text.insert(text.find("[figure]"), line);
}

/// What is doubtful about the figure of an exercise, as the user sees it.
Lines doubts(const std::string& text) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(text, "x", "f", faults);
    EXPECT_EQ(texts_of(faults), Lines{});
    if (!source || !source->exercise.figure) return {};
    return texts_of(
        figure_warnings(source->exercise, *source->exercise.figure, source->places.figure, "f"));
}

const std::string lying = "risks = [\"floor\", \"supine-flat\"]\n";
const std::string bent = "hip_l = { flex = 100 }\nknee_l = 90\n";

TEST(FigureWarnings, AreNoneWhereFileAndFigureAgree) {
    EXPECT_EQ(doubts(with_risks(lying)), Lines{});
    EXPECT_EQ(doubts(with_risks("risks = [\"floor\", \"supine-flat\", \"hip-flex-90\"]\n", bent)),
              Lines{});
}

TEST(FigureWarnings, KnowThatABedIsNoFloor) {
    const std::string bed = "on = \"bed\"\n";
    EXPECT_EQ(doubts(with_risks(bed + "risks = [\"supine-flat\"]\n")), Lines{});
    const Lines causeless = doubts(with_risks(bed + lying));
    ASSERT_EQ(causeless.size(), 1U);
    EXPECT_NE(causeless[0].find("'risks' has \"floor\", which the figure does not show"),
              std::string::npos);
}

TEST(FigureWarnings, NameARiskThatTheFileLacks) {
    EXPECT_EQ(
        doubts(with_risks(lying, bent)),
        Lines{"f:16:1: in the pose \"up\" the left hip bends 100°; add \"hip-flex-90\" to "
              "'risks', by which hipflow leaves the exercise out for those whom it may harm"});
    // The middle of a range is not its end.
    EXPECT_EQ(
        doubts(with_risks("risks = [\"floor\", \"supine-flat\", \"hip-flex-90:mild\"]\n", bent)),
        doubts(with_risks(lying, bent)));
    const Lines mild = doubts(with_risks(lying, "hip_l = { flex = 80 }\nknee_l = 90\n"));
    ASSERT_EQ(mild.size(), 1U);
    EXPECT_NE(mild[0].find("bends 80°; add \"hip-flex-90:mild\" to"), std::string::npos) << mild[0];
}

TEST(FigureWarnings, NameARiskWithoutCause) {
    const std::string risks =
        "risks = [\"floor\", \"supine-flat\", \"wrist\", \"spine-flex:mild\"]\n";
    EXPECT_EQ(
        doubts(with_risks(risks)),
        (Lines{"f:10:1: 'risks' has \"wrist\", which the figure does not show; take it out, or "
               "say in 'risks_note' where it comes from",
               "f:10:1: 'risks' has \"spine-flex:mild\", which the figure does not show; take "
               "it out, or say in 'risks_note' where it comes from"}));
    EXPECT_EQ(doubts(with_risks(risks + "risks_note = \"The text offers more.\"\n")), Lines{});
    // The end where the figure shows the middle.
    EXPECT_EQ(doubts(with_risks("risks = [\"floor\", \"supine-flat\", \"hip-flex-90\"]\n",
                                "hip_l = { flex = 80 }\nknee_l = 90\n"))
                  .size(),
              1U);
    // The middle where it shows the end is told as a risk that is lacking, and once.
    EXPECT_EQ(
        doubts(with_risks("risks = [\"floor\", \"supine-flat\", \"hip-flex-90:mild\"]\n", bent))
            .size(),
        1U);
}

TEST(FigureWarnings, AskNoFigureForWhatNoAngleShows) {
    EXPECT_EQ(doubts(with_risks("risks = [\"floor\", \"supine-flat\", \"neural\", \"trunk-load\", "
                                "\"shoulder\"]\n")),
              Lines{});
}

TEST(FigureWarnings, SayNothingOfRisksWhereTheFileNamesNone) {
    EXPECT_EQ(doubts(figure_text("", "", bent)), Lines{});
    EXPECT_FALSE(doubts(with_risks("risks = []\n")).empty());
}

TEST(FigureWarnings, NameTheJointThatNoBodyHas) {
    EXPECT_EQ(doubts(figure_text("", "", "hip_l = { flex = 110 }\nknee_l = 165\n")),
              Lines{"f:15:1: in the pose \"up\" the left knee bends 165°, more than 158°; no body "
                    "does that, change 'knee_l'"});
    const Lines out = doubts(figure_text("", "hip_r = { flex = 60, rot = -100 }\nknee_r = 80\n"));
    ASSERT_FALSE(out.empty());
    EXPECT_NE(out[0].find("f:14:1: in the pose \"start\" the right hip turns out 100°, more than "
                          "82°; no body does that, change 'hip_r'"),
              std::string::npos)
        << out[0];
}

TEST(FigureWarnings, TellThatTheFormerFormatIsNotDrawn) {
    EXPECT_EQ(
        doubts(std::string(bridge_head) + "[figure]\nview = \"side\"\ntext = \"Lift.\"\n"),
        Lines{"f:9:1: this figure gives the places of joints, which are no longer drawn; only "
              "its text is shown. 'man hipflow-routine' says how to write it in angles"});
}

TEST(FigureWarnings, OfABorrowedFigureStandWhereItIsBorrowed) {
    std::vector<Diagnostic> faults;
    const auto lender = parse_exercise(figure_text("", "", bent), "lender", "l", faults);
    const auto borrower = parse_exercise(std::string(bridge_head) + lying + "figure = \"lender\"\n",
                                         "x", "f", faults);
    ASSERT_TRUE(lender && borrower);
    const auto warnings = texts_of(figure_warnings(borrower->exercise, *lender->exercise.figure,
                                                   borrower->places.figure, "f"));
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_TRUE(warnings[0].starts_with("f:10:10: in the pose \"up\" the left hip bends 100°"))
        << warnings[0];
}

TEST(ShownRisks, AreAddedToThoseOfTheFile) {
    const auto figure = figure_in(figure_text("", "", bent));
    ASSERT_TRUE(figure);
    EXPECT_EQ(with_shown_risks({"neural", "floor"}, *figure),
              (Risks{"neural", "floor", "hip-flex-90", "supine-flat"}));
    // The end takes the place of the middle, and the middle none of the end's.
    EXPECT_EQ(with_shown_risks({"hip-flex-90:mild", "floor", "supine-flat"}, *figure),
              (Risks{"floor", "supine-flat", "hip-flex-90"}));
    const auto middle = figure_in(figure_text("", "", "hip_l = { flex = 80 }\nknee_l = 90\n"));
    ASSERT_TRUE(middle);
    EXPECT_EQ(with_shown_risks({"hip-flex-90", "floor", "supine-flat"}, *middle),
              (Risks{"hip-flex-90", "floor", "supine-flat"}));
    EXPECT_EQ(with_shown_risks({"wrist"}, Figure{}), Risks{"wrist"});
}

// In the library: figures of files, and figures that are borrowed.

std::string borrower(const std::string& lender, const std::string& risks = lying) {
    return std::string(bridge_head) + risks + "figure = \"" + lender + "\"\n";
}

constexpr std::string_view plain = R"(format = 1
name = "Plain"
level = 1
position = "chair"
sides = "both"
start = "Sit."
do = ["Turn."]
dose = { hold = "30s" }
)";

const std::string& lender_text() {
    static const std::string text = figure_text("", "", bent);
    return text;
}

/// The bundled exercises "lender", with a figure, and "plain", without one.
class FigureLibrary {
   public:
    FigureLibrary() : bundled_{{{"lender", lender_text()}, {"plain", plain}}} {}
    Library library() const { return Library(folder_.path(), {{}, bundled_}); }
    void exercise(const std::string& id, const std::string& text) const {
        folder_.write("exercises/" + id + ".toml", text);
    }
    std::string write(const std::string& name, const std::string& text) const {
        return folder_.write(name, text);
    }

   private:
    support::ScratchFolder folder_;
    std::array<BundledFile, 2> bundled_;
};

/// The messages of faults, without the folder of their files.
Lines named(const std::vector<Diagnostic>& faults) {
    Lines lines;
    for (const auto& fault : faults) {
        const auto slash = fault.file.rfind('/');
        Diagnostic near = fault;
        near.file = fault.file.substr(slash == std::string::npos ? 0 : slash + 1);
        lines.push_back(near.text());
    }
    return lines;
}

TEST(FiguresOfALibrary, CountForTheRisksOfTheUsersOwn) {
    const FigureLibrary files;
    files.exercise("mine", with_risks(lying, bent));
    files.exercise("untold", figure_text("", "", bent));
    const Library library = files.library();
    EXPECT_EQ(library.exercise("mine").risks, (Risks{"floor", "supine-flat", "hip-flex-90"}));
    EXPECT_EQ(library.exercise("mine").shown_risks, Risks{});
    EXPECT_FALSE(library.exercise("untold").risks);  // it goes on being one without tags
    EXPECT_EQ(library.exercise("untold").shown_risks,
              (Risks{"hip-flex-90", "supine-flat", "floor"}));
    EXPECT_EQ(library.exercise_source("mine").warnings.size(), 1U);
    EXPECT_TRUE(library.check(library.exercise_source("mine")).empty());
    EXPECT_EQ(library.exercise_source("lender").warnings.size(), 0U);
}

TEST(FiguresOfALibrary, AreBorrowed) {
    const FigureLibrary files;
    files.exercise("mine", borrower("lender"));
    Library library = files.library();
    const Exercise& mine = library.exercise("mine");
    const Figure* figure = library.figure_of({}, mine);
    ASSERT_NE(figure, nullptr);
    EXPECT_EQ(figure, library.figure_of({}, library.exercise("lender")));
    EXPECT_EQ(mine.risks, (Risks{"floor", "supine-flat", "hip-flex-90"}));
    EXPECT_EQ(library.figure_of({}, library.exercise("plain")), nullptr);
    // The risks are the same where figures of bundled exercises are not read.
    Library hasty = files.library();
    hasty.leave_out_figures();
    EXPECT_EQ(hasty.exercise("mine").risks, mine.risks);
    EXPECT_FALSE(hasty.exercise("lender").figure);
}

TEST(FiguresOfALibrary, AreLentWhereFiguresAreLeftOut) {
    const FigureLibrary files;
    files.exercise("mine", borrower("lender"));
    files.exercise("other", borrower("mine"));
    Library hasty = files.library();
    hasty.leave_out_figures();
    const Lines faults = named(hasty.check());
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_TRUE(faults.front().starts_with("other.toml:")) << faults.front();
}

TEST(FiguresOfALibrary, AreNotBorrowedFromWhoHasNone) {
    const FigureLibrary files;
    files.exercise("chain", borrower("middle"));
    files.exercise("middle", borrower("lender"));
    files.exercise("nobody", borrower("lendre"));
    files.exercise("other", borrower("plain"));
    files.exercise("own", borrower("own"));
    files.exercise("ring", borrower("gnir"));
    files.exercise("gnir", borrower("ring"));
    const Library library = files.library();
    const auto none = [](const std::string& id, const std::string& lender) {
        return fmt::format(
            "{}.toml:10:10: 'figure' borrows that of '{}', which has none of its "
            "own; name an exercise that has a [figure]",
            id, lender);
    };
    EXPECT_EQ(named(library.check()),
              (Lines{none("chain", "middle"), none("gnir", "ring"),
                     "nobody.toml:10:10: there is no exercise 'lendre'. Did you mean 'lender'? "
                     "'hipflow exercise list' shows all.",
                     none("other", "plain"), none("own", "own"), none("ring", "gnir")}));
    for (const std::string id : {"chain", "nobody", "other", "own", "ring"}) {
        EXPECT_EQ(library.figure_of({}, library.exercise(id)), nullptr) << id;
        EXPECT_EQ(library.check(library.exercise_source(id)).size(), 1U) << id;
    }
}

TEST(FiguresOfALibrary, MayStandInARoutine) {
    const FigureLibrary files;
    std::string drill = with_risks(lying, bent);
    drill.erase(0, drill.find('\n') + 1);  // the format is the routine's
    const std::string key = "[figure";
    for (auto at = drill.find(key); at != std::string::npos; at = drill.find(key, at + 9)) {
        drill.replace(at, key.size(), "[exercise.mine.figure");
    }
    const std::string path =
        files.write("sheet.toml",
                    "format = 1\nname = \"Sheet\"\n[[step]]\nexercise = \"mine\"\n[[step]]\n"
                    "exercise = \"lent\"\n[exercise.mine]\n" +
                        drill + "[exercise.lent]\n" +
                        borrower("mine").substr(std::string("format = 1\n").size()));
    const Library library = files.library();
    const RoutineFile source = library.open_routine(path);
    const Routine& routine = source.routine;
    ASSERT_EQ(routine.inline_exercises.size(), 2U);
    EXPECT_TRUE(library.check(source).empty());
    const Figure* figure = library.figure_of(routine, routine.inline_exercises[0]);
    ASSERT_NE(figure, nullptr);
    EXPECT_EQ(library.figure_of(routine, routine.inline_exercises[1]), figure);
    for (const auto& exercise : routine.inline_exercises) {
        EXPECT_EQ(exercise.risks, (Risks{"floor", "supine-flat", "hip-flex-90"})) << exercise.id;
    }
    ASSERT_EQ(source.warnings.size(), 2U);
    EXPECT_TRUE(named(source.warnings)[0].starts_with("sheet.toml:22:1: in the pose \"up\""))
        << named(source.warnings)[0];
    EXPECT_TRUE(named(source.warnings)[1].starts_with("sheet.toml:34:10: in the pose \"up\""))
        << named(source.warnings)[1];
}

TEST(FiguresOfALibrary, AreDoubtedTogether) {
    const FigureLibrary files;
    EXPECT_TRUE(files.library().warnings().empty());
    files.exercise("b", with_risks(lying, bent));
    files.exercise("a", std::string(bridge_head) + "[figure]\nview = \"side\"\n");
    files.exercise("broken", "format = 7\n");
    const Lines all = named(files.library().warnings());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].starts_with("a.toml:9:1: this figure gives the places")) << all[0];
    EXPECT_TRUE(all[1].starts_with("b.toml:16:1: in the pose \"up\"")) << all[1];
}

TEST(FiguresOfALibrary, OpenFromAnywhere) {
    const FigureLibrary files;
    const std::string path = files.write("drill.toml", with_risks(lying, bent));
    const Library library = files.library();
    const ExerciseFile source = library.open_exercise(path);
    EXPECT_EQ(source.exercise.id, "drill");
    EXPECT_EQ(source.exercise.risks, (Risks{"floor", "supine-flat", "hip-flex-90"}));
    EXPECT_EQ(source.warnings.size(), 1U);
    EXPECT_THROW(library.open_exercise(files.write("bad.toml", "format = 7\n")), FileError);
    EXPECT_THROW(library.open_exercise("/nowhere/drill.toml"), FileError);
}

}  // namespace
}  // namespace hipflow::catalog
