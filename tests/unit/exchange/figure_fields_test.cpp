// SPDX-License-Identifier: MIT
// How a figure is written in answers. Nothing reads it back.
#include "exchange/figure_fields.h"

#include <gtest/gtest.h>

#include "answers/answer.h"

namespace hipflow::exchange {
namespace {

/// A part of a figure as the members of an answer.
template <typename Part>
struct Only {
    const Part& part;
};
template <typename Part, typename Visitor>
void fields(const Only<Part>& only, Visitor& visit) {
    fields(only.part, visit);
}

template <typename Part>
std::string written(const Part& part) {
    return answers::json_line(Only<Part>{part});
}

TEST(FigureFields, OfAPoseAreAllItsJointsAndReaches) {
    Pose pose = base_pose(Base::half_kneeling);
    pose.angles.pelvis = {1, 2, 3};
    pose.angles.neck = {4, 5, 6.5};
    pose.hand = {Reach{ReachTarget::thigh, Side::right, {}},
                 Reach{ReachTarget::none, {}, Point{0.1, 0.2, -0.3}}};
    pose.foot.left = Reach{ReachTarget::stay_foot, {}, {}};
    pose.contact = {{BodyPoint::foot_l, 0.1}, {BodyPoint::hands, {}}};
    EXPECT_EQ(
        written(pose),
        R"({"schema":1,"pelvis":{"tilt":1.0,"list":2.0,"turn":3.0},)"
        R"("lumbar":{"flex":0.0,"bend":0.0,"rot":0.0},"thoracic":{"flex":0.0,"bend":0.0,"rot":0.0},)"
        R"("neck":{"flex":4.0,"bend":5.0,"rot":6.5},)"
        R"("hip_l":{"flex":0.0,"abd":0.0,"rot":0.0},"hip_r":{"flex":88.0,"abd":4.0,"rot":0.0},)"
        R"("knee_l":88.0,"knee_r":90.0,)"
        R"("ankle_l":{"degrees":-45.0,"flat":false},"ankle_r":{"degrees":0.0,"flat":true},)"
        R"("shoulder_l":{"flex":0.0,"abd":8.0,"rot":0.0},)"
        R"("shoulder_r":{"flex":0.0,"abd":8.0,"rot":0.0},)"
        R"("elbow_l":10.0,"elbow_r":10.0,"wrist_l":0.0,"wrist_r":0.0,)"
        R"("hand_l":{"target":"thigh","side":"right","place":null},)"
        R"("hand_r":{"target":"","side":null,"place":[0.1,0.2,-0.3]},)"
        R"("foot_l":{"target":"stay-foot","side":null,"place":null},"foot_r":null,)"
        R"("contact":[{"point":"foot_l","height":0.1},{"point":"hands","height":null}]})"
        "\n");
}

TEST(FigureFields, OfTheSurroundingsAreAllThings) {
    Surroundings scene;
    EXPECT_EQ(written(scene),
              R"({"schema":1,"chair":null,"wall":null,"counter":null,"step":null,"band":false,)"
              R"("bed":false,"cushions":[]})"
              "\n");
    scene.chair = ChairProp{std::array{0.12, 0.5}, 0.25, -1, false};
    scene.wall = WallProp{};
    scene.step = BoxProp{{0, 0, 0}, {1, 0.5, 1}, 0.5};
    scene.band = true;
    scene.bed = true;
    scene.cushions = {Cushion{}};
    EXPECT_EQ(
        written(scene),
        R"({"schema":1,"chair":{"at":[0.12,0.5],"seat":0.25,"back":-1,"rest":false},)"
        R"("wall":{"axis":"x","at":0.3,"n":-1,"span":[-0.3,0.3],"height":0.95},)"
        R"("counter":null,"step":{"from":[0.0,0.0,0.0],"to":[1.0,0.5,1.0],"fit":0.5},)"
        R"("band":true,"bed":true,"cushions":[{"centre":[0.0,0.0,0.0],"radii":[0.07,0.03,0.09]}]})"
        "\n");
}

TEST(FigureFields, OfAFigureNameItsPartsOneByOne) {
    Figure figure;
    figure.base = Base::side_lying_left;
    figure.text = "A leg lifts.";
    figure.frames = {{0, 0}, {1, 0.5}, {0, 1}};
    figure.poses.resize(2);
    figure.poses[0].name = "down";
    figure.poses[1].name = "up";
    figure.moving = parts_named("leg_l");
    figure.in_view = parts_named("head");
    figure.contact = usual_contact(figure.base);
    figure.anchor = BodyPoint::pelvis;
    figure.camera = {18, 22.5};
    const std::string text = written(figure);
    EXPECT_TRUE(text.starts_with(
        R"({"schema":1,"base":"side-lying-left","text":"A leg lifts.",)"
        R"("frames":[["down",0.0],["up",0.5],["down",1.0]],)"
        R"("moving":["thigh_l","shank_l","foot_l"],"frame":["neck","head"],)"
        R"("contact":[{"point":"trunk","height":null}],"anchor":"pelvis","camera":[18.0,22.5],)"
        R"("scene":{"chair":null,)"))
        << text;
    EXPECT_NE(text.find(R"("pose":{"down":{"pelvis":)"), std::string::npos) << text;
    EXPECT_NE(text.find(R"(,"up":{"pelvis":)"), std::string::npos) << text;
}

TEST(FigureFields, OfTheFormerFormatAreItsWords) {
    Figure figure;
    figure.text = "A knee lifts.";
    const std::string text = written(figure);
    EXPECT_TRUE(text.starts_with(
        R"({"schema":1,"base":null,"text":"A knee lifts.","frames":[],"moving":[],"frame":[],)"
        R"("contact":[],"anchor":null,"camera":null,)"))
        << text;
    EXPECT_NE(text.find(R"("pose":{})"), std::string::npos) << text;
}

}  // namespace
}  // namespace hipflow::exchange
