// SPDX-License-Identifier: MIT
// What a figure says beside its poses and its surroundings.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "figure_texts.h"

namespace hipflow::catalog {
namespace {

BodyParts parts_of(std::initializer_list<BodyPart> parts) {
    BodyParts set;
    for (const BodyPart part : parts) set.set(static_cast<std::size_t>(part));
    return set;
}

std::string replaced(std::string text, std::string_view old, std::string_view by) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return at == std::string::npos ? text : text.replace(at, old.size(), by);
}

std::string with_frames(std::string_view frames) {
    return replaced(figure_text(), R"([["start", 0.0], ["up", 0.5], ["start", 1]])", frames);
}

std::string with_base(Base base) {
    return replaced(figure_text(), "\"supine\"\ntext", fmt::format("\"{}\"\ntext", word(base)));
}

TEST(ReadFigure, HasWordsForTheSide) {
    const auto with_text = [](std::string_view text) {
        return replaced(replaced(figure_text(), "A knee lifts.", text), "\"both\"", "\"each\"");
    };
    EXPECT_EQ(figure_in(with_text("The {side} knee lifts."))->text, "The {side} knee lifts.");
    EXPECT_EQ(complaints(with_text("The {sid} knee lifts.")),
              Lines{"f:11:8: 'text' has '{sid}', expected {side}, {other}, {Side}, {Other}, {left "
                    "form|right form}"});
    EXPECT_EQ(complaints(replaced(figure_text(), "A knee", "The {side} knee")),
              Lines{"f:11:8: this text has words for one side, but sides = \"both\" does both at "
                    "once; take them out, or say sides = \"each\" or \"alternate\""});
}

TEST(ReadFigure, AnExerciseNeedsNone) { EXPECT_FALSE(figure_in(std::string(bridge_head))); }

TEST(ReadFigure, ReadsEveryField) {
    const auto figure =
        figure_in(figure_text("camera = [-30, 24.5]\nframe = [\"trunk\", \"head\"]\n"
                              "contact = [\"feet\", \"shoulders\"]\nanchor = \"toe_r\"\n",
                              "", "knee_l = 40\n"));
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->base, Base::supine);
    EXPECT_EQ(figure->text, "A knee lifts.");
    EXPECT_EQ(figure->frames, (std::vector<FigureFrame>{{0, 0.0}, {1, 0.5}, {0, 1.0}}));
    EXPECT_EQ(figure->moving, parts_of({BodyPart::thigh_l, BodyPart::shank_l, BodyPart::foot_l}));
    EXPECT_EQ(figure->in_view,
              parts_of({BodyPart::pelvis, BodyPart::waist, BodyPart::chest, BodyPart::shoulder_l,
                        BodyPart::shoulder_r, BodyPart::neck, BodyPart::head}));
    EXPECT_EQ(figure->camera, (CameraAngles{-30, 24.5}));
    EXPECT_EQ(figure->contact,
              (std::vector<Contact>{{BodyPoint::feet, {}}, {BodyPoint::shoulders, {}}}));
    EXPECT_EQ(figure->anchor, BodyPoint::toe_r);
    ASSERT_EQ(figure->poses.size(), 2U);
    EXPECT_EQ(figure->poses[0].name, "start");
    EXPECT_EQ(figure->poses[1].name, "up");
    EXPECT_EQ(figure->scene, Surroundings{});
    EXPECT_TRUE(is_drawn(*figure));
}

TEST(ReadFigure, TakesWhatIsLeftOutFromItsBase) {
    for (const std::string_view name : words<Base>) {
        const Base base = *from_word<Base>(name);
        const auto figure = figure_in(with_base(base));
        ASSERT_TRUE(figure) << name;
        EXPECT_EQ(figure->base, base) << name;
        EXPECT_EQ(figure->contact, usual_contact(base)) << name;
        EXPECT_EQ(figure->anchor, usual_anchor(base)) << name;
        EXPECT_EQ(figure->camera, usual_camera(base)) << name;
        EXPECT_EQ(figure->in_view, BodyParts{}) << name;
        EXPECT_EQ(figure->poses[0].angles, base_pose(base).angles) << name;
        EXPECT_EQ(figure->scene.chair.has_value(), base == Base::chair) << name;
    }
    const auto kneeling = figure_in(with_base(Base::half_kneeling));
    EXPECT_EQ(kneeling->contact, (std::vector<Contact>{{BodyPoint::knee_l, {}}}));
    EXPECT_EQ(kneeling->camera, (CameraAngles{20, 10}));
    EXPECT_EQ(figure_in(with_base(Base::supine))->anchor, BodyPoint::pelvis);
}

TEST(ReadFigure, NotesWhereItIs) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(figure_text("", "knees = 5\n"), "x", "f", faults);
    ASSERT_TRUE(source);
    const FigurePlaces& places = source->places.figure;
    EXPECT_EQ(places.figure.line, 9U);
    ASSERT_EQ(places.poses.size(), 2U);
    EXPECT_EQ(places.poses[0].line, 14U);
    EXPECT_EQ(places.poses[1].line, 16U);
}

TEST(ReadFigure, ThePoseOfTheFirstFrameIsTheFirst) {
    std::vector<Diagnostic> faults;
    const auto source =
        parse_exercise(with_frames(R"([["up", 0], ["start", 0.5], ["up", 1]])"), "x", "f", faults);
    ASSERT_TRUE(source);
    const Figure& figure = *source->exercise.figure;
    EXPECT_EQ(figure.poses[0].name, "up");
    EXPECT_EQ(figure.frames, (std::vector<FigureFrame>{{0, 0.0}, {1, 0.5}, {0, 1.0}}));
    EXPECT_EQ(source->places.figure.poses[0].line, 15U);
}

TEST(ReadFigure, NamesWhatIsMissing) {
    EXPECT_EQ(complaints(std::string(bridge_head) + "[figure]\n"),
              (Lines{"f:9:1: 'base' is missing; a figure needs it",
                     "f:9:1: 'text' is missing; a figure needs it",
                     "f:9:1: 'frames' is missing; a figure needs it",
                     "f:9:1: 'moving' is missing; a figure needs it",
                     "f:9:1: 'pose' is missing; a figure needs it"}));
    // Of poses that no frame names nothing is said where there are no frames.
    const std::string frames = "frames = [[\"start\", 0.0], [\"up\", 0.5], [\"start\", 1]]\n";
    EXPECT_EQ(complaints(replaced(figure_text(), frames, "")),
              Lines{"f:9:1: 'frames' is missing; a figure needs it"});
}

TEST(ReadFigure, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(complaints(figure_text("colour = 1\n")),
              Lines{"f:14:1: unknown key 'colour' in a figure. Known: base, text, frames, pose, "
                    "contact, anchor, scene, props, cushions, camera, moving, frame."});
    EXPECT_EQ(complaints(figure_text("frme = [\"head\"]\n")),
              Lines{"f:14:1: unknown key 'frme' in a figure. Did you mean 'frame'?"});
    EXPECT_EQ(complaints(replaced(figure_text(), "leg_l", "leg")),
              Lines{"f:12:11: unknown \"leg\" in 'moving'. Did you mean 'legs'?"});
    EXPECT_EQ(complaints(figure_text("frame = [\"head\", \"shank_x\"]\n")),
              Lines{"f:14:18: unknown \"shank_x\" in 'frame'. Did you mean 'shank_l'?"});
    const auto ends = [](const Lines& faults, std::string_view place, std::string_view hint) {
        return faults.size() == 1 && faults[0].starts_with(place) && faults[0].ends_with(hint);
    };
    EXPECT_TRUE(ends(complaints(figure_text("anchor = \"foot\"\n")),
                     "f:14:10: 'anchor' is \"foot\"", "Did you mean 'foot_l'?"));
    EXPECT_TRUE(ends(complaints(replaced(figure_text(), "base = \"supine\"", "base = \"supin\"")),
                     "f:10:8: 'base' is \"supin\"", "Did you mean 'supine'?"));
}

TEST(ReadFigure, RefusesACameraThatCannotLook) {
    EXPECT_EQ(complaints(figure_text("camera = [40]\n")),
              Lines{"f:14:10: 'camera' is a list, expected a list of 2 numbers"});
    EXPECT_EQ(complaints(figure_text("camera = [\"left\", nan]\n")),
              (Lines{"f:14:11: 'camera' is \"left\", expected a number from -180 to 180",
                     "f:14:19: 'camera' is nan (decimal number), expected a number from -180 to "
                     "180"}));
    EXPECT_EQ(complaints(figure_text("camera = [0, 90]\n")),
              Lines{"f:14:10: 'camera' looks from 90° above, expected [azimuth, elevation] with an "
                    "elevation from -89 to 89"});
    EXPECT_TRUE(figure_in(figure_text("camera = [180, -89]\n")));
}

TEST(ReadFigure, RefusesFramesThatCannotBePlayed) {
    EXPECT_EQ(complaints(with_frames(R"([["start", 0.0], ["upp", 0.5], ["start", 1.0]])")),
              Lines{"f:13:27: 'frames' names the pose \"upp\", and there is no [figure.pose.upp]. "
                    "Did you mean 'up'?"});
    EXPECT_EQ(complaints(with_frames(R"([["start", 0], ["up", 0.6], ["start", 0.4], ["up", 1]])")),
              Lines{"f:13:38: 'frames' has 0.4 after 0.6, expected shares of the rep that rise"});
    EXPECT_EQ(complaints(with_frames(R"([["start", 0], ["up", 0.5], ["up", 0.5], ["up", 1]])")),
              Lines{"f:13:38: 'frames' has 0.5 after 0.5, expected shares of the rep that rise"});
    EXPECT_EQ(complaints(with_frames(R"([["start", 0.1], ["up", 0.9]])")),
              Lines{"f:13:10: 'frames' goes from 0.1 to 0.9, expected the whole rep, from 0.0 to "
                    "1.0"});
    EXPECT_EQ(complaints(with_frames(R"([["start", 0.0], ["up", 1.5]])")),
              Lines{"f:13:34: 'frames' is 1.5 (decimal number), expected a number from 0 to 1: a "
                    "share of the rep"});
    EXPECT_EQ(complaints(with_frames(R"([["start", 0.0], ["up", inf]])")),
              Lines{"f:13:34: 'frames' is inf (decimal number), expected a number from 0 to 1: a "
                    "share of the rep"});
    EXPECT_EQ(complaints(with_frames(R"(["start", "up"])")),
              (Lines{"f:13:11: 'frames' is \"start\", expected pairs such as [\"start\", 0.0]",
                     "f:13:20: 'frames' is \"up\", expected pairs such as [\"start\", 0.0]"}));
    EXPECT_EQ(complaints(with_frames("[]")),
              Lines{"f:13:10: 'frames' is a list, expected a list of pairs such as [[\"start\", "
                    "0.0], [\"end\", 1.0]]"});
}

TEST(ReadFigure, OneFrameIsAPicture) {
    const std::string text = std::string(bridge_head) +
                             "[figure]\nbase = \"prone\"\ntext = \"Lie.\"\nmoving = []\n"
                             "frames = [[\"lie\", 0]]\n[figure.pose.lie]\n";
    const auto figure = figure_in(text);
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->frames, (std::vector<FigureFrame>{{0, 0.0}}));
    EXPECT_EQ(figure->moving, BodyParts{});
    EXPECT_EQ(complaints(replaced(text, "\"lie\", 0]", "\"lie\", 0.5]")).size(), 1U);
}

TEST(ReadFigure, RefusesPosesThatAreNotShown) {
    EXPECT_EQ(
        complaints(with_frames(R"([["start", 0.0], ["start", 1.0]])")),
        Lines{"f:15:1: the pose \"up\" is not in any frame; name it in 'frames', or remove it"});
    EXPECT_TRUE(figure_in(with_frames(R"([["start", 0.0], ["top", 1.0]])") +
                          "[figure.pose.top]\nfrom = \"up\"\n"));
}

TEST(ReadFigure, HasItsBounds) {
    std::string frames = R"([["start", 0.0])";
    for (int i = 1; i < 64; ++i) frames += fmt::format(R"(, ["up", {}])", i / 64.0);
    EXPECT_EQ(complaints(with_frames(frames + R"(, ["start", 1.0]])")),
              Lines{"f:13:10: 'frames' is a list of 65, expected at most 64"});
    std::string poses;
    for (int i = 2; i < 17; ++i) poses += fmt::format("[figure.pose.p{}]\n", i);
    const Lines faults = complaints(figure_text() + poses);
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults[0], "f:14:1: there are 17 poses, expected at most 16");
}

TEST(ReadFigure, SaysWhereItCannotBe) {
    EXPECT_EQ(complaints(std::string(bridge_head) + "figure = 5\n"),
              Lines{"f:9:10: 'figure' is 5 (integer), expected a table: [figure], or figure = { … "
                    "}"});
    EXPECT_EQ(complaints(figure_text("pose.up2 = 5\n")).front(),
              "f:14:12: 'up2' is 5 (integer), expected a table: [pose.up2]");
}

constexpr std::string_view former = R"([figure]
view = "side"
text = "A knee lifts."
scene = ["floor", "chair"]
moving = ["knee_l"]
frames = [["start", 0.0]]
[figure.place]
chair = [0.7, 0.4]
[figure.pose.start]
head = [0.1, 0.2]
)";

TEST(ReadFigure, TakesTheWordsOfTheFormerFormat) {
    const auto figure = figure_in(std::string(bridge_head) + std::string(former));
    ASSERT_TRUE(figure);
    EXPECT_FALSE(is_drawn(*figure));
    EXPECT_EQ(figure->text, "A knee lifts.");
    EXPECT_EQ(complaints(std::string(bridge_head) + "[figure]\nview = \"side\"\ncolour = 1\n"),
              Lines{"f:11:1: unknown key 'colour' in a figure. Known: view, scene, place, moving, "
                    "frames, pose, text."});
    // With a base it is one of today's.
    EXPECT_EQ(complaints(figure_text("view = \"side\"\n")).front(),
              "f:14:1: unknown key 'view' in a figure. Known: base, text, frames, pose, contact, "
              "anchor, scene, props, cushions, camera, moving, frame.");
}

TEST(ReadFigure, MayBeBorrowed) {
    std::vector<Diagnostic> faults;
    const auto source =
        parse_exercise(std::string(bridge_head) + "figure = \"glute-bridge\"\n", "x", "f", faults);
    ASSERT_TRUE(source);
    EXPECT_FALSE(source->exercise.figure);
    EXPECT_EQ(source->exercise.borrowed_figure, "glute-bridge");
    EXPECT_EQ(source->places.figure.figure.line, 9U);
    EXPECT_TRUE(source->places.figure.poses.empty());
    EXPECT_EQ(complaints(std::string(bridge_head) + "figure = \"a/b.toml\"\n"),
              Lines{"f:9:10: 'figure' is \"a/b.toml\", expected the name of a file without its "
                    "folder and \".toml\""});
    EXPECT_EQ(complaints(std::string(bridge_head) + "figure = \"\"\n"),
              Lines{"f:9:10: 'figure' has an empty text; write one, or leave it out"});
}

TEST(ReadExercise, TellsARoutineFromAnExercise) {
    EXPECT_EQ(
        complaints("format = 1\nname = \"Mine\"\n[[step]]\nexercise = \"x\"\n"),
        Lines{"f:3:1: this is a routine, not an exercise; 'hipflow routine check' checks it"});
    EXPECT_GT(complaints("format = 1\nname = \"Mine\"\n").size(), 3U);
}

}  // namespace
}  // namespace hipflow::catalog
