// SPDX-License-Identifier: MIT
// The poses of a figure: joints, what they begin with, reaches and contacts.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <utility>

#include "figure_texts.h"

namespace hipflow::catalog {
namespace {

/// The first pose with these lines; they begin in line 15.
Pose start_with(const std::string& lines) {
    const auto figure = figure_in(figure_text("", lines));
    EXPECT_TRUE(figure);
    return figure ? figure->poses.at(0) : Pose{};
}

/// The second pose with these lines, after a first one.
Pose up_with(const std::string& lines, const std::string& start = "") {
    const auto figure = figure_in(figure_text("", start, lines));
    EXPECT_TRUE(figure);
    return figure ? figure->poses.at(1) : Pose{};
}

Lines start_faults(const std::string& lines) { return complaints(figure_text("", lines)); }

const Angles supine = base_pose(Base::supine).angles;

TEST(ReadPose, ReadsEveryJoint) {
    const Angles angles = start_with(R"(pelvis = { tilt = 1, list = 2, turn = -3 }
lumbar = { flex = 4, bend = 5, rot = 6 }
thoracic = { flex = 7, bend = 8, rot = 9 }
neck = { flex = -10, bend = 11, rot = 12.5 }
hip_l = { flex = 13, abd = 14, rot = -15 }
hip_r = { flex = 16, abd = 17, rot = 18 }
shoulder_l = { flex = 19, abd = 20, rot = 21 }
shoulder_r = { flex = 22, abd = 23, rot = 24 }
knee_l = 25
knee_r = 26.5
ankle_l = -27
ankle_r = "flat"
elbow_l = 28
elbow_r = 29
wrist_l = 30
wrist_r = -31
)")
                              .angles;
    EXPECT_EQ(angles.pelvis, (PelvisAngles{1, 2, -3}));
    EXPECT_EQ(angles.lumbar, (SpineAngles{4, 5, 6}));
    EXPECT_EQ(angles.thoracic, (SpineAngles{7, 8, 9}));
    EXPECT_EQ(angles.neck, (SpineAngles{-10, 11, 12.5}));
    EXPECT_EQ(angles.hip, (Pair<BallAngles>{{13, 14, -15}, {16, 17, 18}}));
    EXPECT_EQ(angles.shoulder, (Pair<BallAngles>{{19, 20, 21}, {22, 23, 24}}));
    EXPECT_EQ(angles.knee, (Pair<double>{25, 26.5}));
    EXPECT_EQ(angles.ankle, (Pair<AnkleAngle>{{-27, 0}, {0, 1}}));
    EXPECT_EQ(angles.elbow, (Pair<double>{28, 29}));
    EXPECT_EQ(angles.wrist, (Pair<double>{30, -31}));
}

TEST(ReadPose, APluralSetsBothSidesAndASingleJointWins) {
    const Pose pose = start_with(R"(knee_r = 40
hip_l = { abd = 3 }
hips = { flex = 50, abd = 9 }
knees = 95
ankles = "flat"
ankle_l = 5
shoulders = { rot = 7 }
elbows = 20
wrists = 11
reach = { hand_r = "belly", hands = "floor", feet = "together", foot_l = "stay" }
)");
    const Angles& angles = pose.angles;
    EXPECT_EQ(angles.hip, (Pair<BallAngles>{{50, 3, 0}, {50, 9, 0}}));
    EXPECT_EQ(angles.knee, (Pair<double>{95, 40}));
    EXPECT_EQ(angles.ankle, (Pair<AnkleAngle>{{5, 0}, {0, 1}}));
    EXPECT_EQ(angles.shoulder, (Pair<BallAngles>{{0, 22, 7}, {0, 22, 7}}));
    EXPECT_EQ(angles.elbow, (Pair<double>{20, 20}));
    EXPECT_EQ(angles.wrist, (Pair<double>{11, 11}));
    EXPECT_EQ(pose.hand.left, (Reach{ReachTarget::floor, {}, {}}));
    EXPECT_EQ(pose.hand.right, (Reach{ReachTarget::belly, {}, {}}));
    EXPECT_EQ(pose.foot.left, (Reach{ReachTarget::stay, {}, {}}));
    EXPECT_EQ(pose.foot.right, (Reach{ReachTarget::together, {}, {}}));
}

TEST(ReadPose, SplitsTheSpine) {
    const Angles angles = start_with("spine = { flex = 50, bend = 10, rot = -20 }\n").angles;
    EXPECT_EQ(angles.lumbar, (SpineAngles{30, 5, -4}));
    EXPECT_EQ(angles.thoracic, (SpineAngles{20, 5, -16}));
    // A part that is written wins over its share of the whole.
    const Angles both = start_with("lumbar = { flex = 3 }\nspine = { flex = 50 }\n").angles;
    EXPECT_EQ(both.lumbar.flex, 3);
    EXPECT_EQ(both.thoracic.flex, 20);
}

TEST(ReadPose, ALaterPoseNamesOnlyWhatDiffers) {
    const Pose pose = up_with("knee_l = 70\n", "knees = 60\nhip_l = { flex = 40 }\n");
    Angles expected = supine;
    expected.knee = {70, 60};
    expected.hip.left.flex = 40;
    EXPECT_EQ(pose.angles, expected);
    EXPECT_EQ(up_with("ankle_l = 5\n", "ankles = \"flat\"\n").angles.ankle,
              (Pair<AnkleAngle>{{5, 0}, {0, 1}}));
}

const std::string three = R"([["start", 0], ["up", 0.5], ["third", 1]])";

/// A figure of three poses: the third begins in line 17 if the others are empty.
std::string with_third(const std::string& third, const std::string& start = "",
                       const std::string& up = "") {
    std::string text = figure_text("", start, up);
    const std::string frames = R"([["start", 0.0], ["up", 0.5], ["start", 1]])";
    text.replace(text.find(frames), frames.size(), three);
    return text + "[figure.pose.third]\n" + third;
}

TEST(ReadPose, BeginsWithTheOneThatItNames) {
    const auto figure = figure_in(with_third("from = \"up\"\nknee_r = 5\n", "",
                                             "knees = 70\nreach = { hand_l = "
                                             "\"knee\" }\ncontact = "
                                             "[\"feet\"]\n"));
    ASSERT_TRUE(figure);
    const Pose& third = figure->poses.at(2);
    EXPECT_EQ(third.angles.knee, (Pair<double>{70, 5}));
    EXPECT_EQ(third.hand.left, (Reach{ReachTarget::knee, {}, {}}));
    EXPECT_EQ(third.contact, (std::vector<Contact>{{BodyPoint::feet, {}}}));
    EXPECT_EQ(third.name, "third");
}

TEST(ReadPose, MirrorsTheOneThatItNames) {
    const auto figure = figure_in(with_third("mirror = \"up\"\n", "",
                                             R"(pelvis = { tilt = 1, list = 2, turn = 3 }
spine = { flex = 10, bend = 10, rot = 10 }
neck = { bend = 4 }
hip_l = { flex = 30, abd = 20, rot = 10 }
knee_r = 66
reach = { hand_l = "thigh_r", hand_r = [0.1, 0.2, 0.3], foot_l = "stay" }
contact = ["foot_l:0.10", "hands"]
)"));
    ASSERT_TRUE(figure);
    const Pose& up = figure->poses.at(1);
    const Pose& third = figure->poses.at(2);
    EXPECT_EQ(third.angles.pelvis, (PelvisAngles{1, -2, -3}));
    EXPECT_EQ(third.angles.lumbar, (SpineAngles{6, -5, -2}));
    EXPECT_EQ(third.angles.neck, (SpineAngles{0, -4, 0}));
    EXPECT_EQ(third.angles.hip.right, (BallAngles{30, 20, 10}));
    EXPECT_EQ(third.angles.hip.left, up.angles.hip.right);
    EXPECT_EQ(third.angles.knee, (Pair<double>{66, 0}));
    EXPECT_EQ(third.hand.right, (Reach{ReachTarget::thigh, Side::left, {}}));
    EXPECT_EQ(third.hand.left, (Reach{ReachTarget::none, {}, Point{0.1, 0.2, -0.3}}));
    EXPECT_EQ(third.foot.right, (Reach{ReachTarget::stay, {}, {}}));
    EXPECT_EQ(third.contact,
              (std::vector<Contact>{{BodyPoint::foot_r, 0.10}, {BodyPoint::hands, {}}}));
}

TEST(ReadPose, RefusesToBeginWithItself) {
    EXPECT_EQ(complaints(figure_text("", "", "from = \"up\"\n")),
              Lines{"f:16:8: 'from' leads back to this pose; begin one of the poses without it"});
    EXPECT_EQ(complaints(with_third("from = \"up\"\n", "", "mirror = \"third\"\n")).size(), 1U);
    EXPECT_EQ(complaints(figure_text("", "from = \"up\"\n", "from = \"start\"\n")),
              Lines{"f:17:8: 'from' leads back to this pose; begin one of the poses without it"});
    EXPECT_EQ(complaints(figure_text("", "", "from = \"stat\"\n")),
              Lines{"f:16:8: 'from' names the pose \"stat\", and there is no [figure.pose.stat]. "
                    "Did you mean 'start'?"});
    EXPECT_EQ(complaints(with_third("from = \"up\"\nmirror = \"up\"\n")),
              Lines{"f:18:10: 'from' and 'mirror' cannot be used together; keep one of the two"});
    // The first pose may begin with another one, which then begins with the base.
    EXPECT_EQ(start_with("from = \"up\"\n").angles, supine);
}

TEST(ReadPose, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(start_faults("knee_ll = 5\n"),
              Lines{"f:15:1: unknown key 'knee_ll' in a pose. Did you mean 'knee_l'?"});
    EXPECT_EQ(start_faults("hip_l = { flexion = 5 }\n"),
              Lines{"f:15:11: unknown key 'flexion' in a joint. Known: flex, abd, rot."});
    EXPECT_EQ(start_faults("hips = { flx = 5 }\n"),
              Lines{"f:15:10: unknown key 'flx' in a joint. Did you mean 'flex'?"});
    EXPECT_EQ(start_faults("pelvis = { roll = 5 }\n"),
              Lines{"f:15:12: unknown key 'roll' in a pelvis. Known: tilt, list, turn."});
    EXPECT_EQ(start_faults("spine = { abd = 5 }\n"),
              Lines{"f:15:11: unknown key 'abd' in the spine. Known: flex, bend, rot."});
    EXPECT_EQ(start_faults("neck = { tilt = 5 }\n"),
              Lines{"f:15:10: unknown key 'tilt' in a part of the spine. Known: flex, bend, rot."});
    EXPECT_EQ(start_faults("reach = { foot = \"stay\" }\n"),
              Lines{"f:15:11: unknown key 'foot' in a reach. Did you mean 'foot_l'?"});
}

TEST(ReadPose, RefusesWhatIsNoAngle) {
    EXPECT_EQ(
        start_faults("knees = 200\n"),
        Lines{"f:15:9: 'knees' is 200 (integer), expected a number from -20 to 180: degrees"});
    EXPECT_EQ(start_faults("elbow_l = -21\n"),
              Lines{"f:15:11: 'elbow_l' is -21 (integer), expected "
                    "a number from -20 to 180: degrees"});
    EXPECT_EQ(
        start_faults("hips = { flex = 181 }\n"),
        Lines{"f:15:17: 'flex' is 181 (integer), expected a number from -180 to 180: degrees"});
    EXPECT_EQ(start_faults("hip_r = { rot = nan }\n"),
              Lines{"f:15:17: 'rot' is nan (decimal number), expected a number from -180 to 180: "
                    "degrees"});
    EXPECT_EQ(start_faults("spine = { flex = inf }\n"),
              Lines{"f:15:18: 'flex' is inf (decimal number), expected a number from -180 to 180: "
                    "degrees"});
    EXPECT_EQ(start_faults("knee_l = \"bent\"\n"),
              Lines{"f:15:10: 'knee_l' is \"bent\", expected a number from -20 to 180: degrees"});
    EXPECT_EQ(
        start_faults("wrist_l = 91\n"),
        Lines{"f:15:11: 'wrist_l' is 91 (integer), expected a number from -90 to 90: degrees"});
    EXPECT_EQ(start_faults("ankle_l = 100\n"),
              Lines{"f:15:11: 'ankle_l' is 100 (integer), expected a number from -90 to 90: "
                    "degrees"});
    EXPECT_EQ(
        start_faults("ankles = \"level\"\n"),
        Lines{"f:15:10: 'ankles' is \"level\", expected degrees, or \"flat\" for a level sole"});
    EXPECT_EQ(
        start_faults("hip_l = 90\n"),
        Lines{"f:15:9: 'hip_l' is 90 (integer), expected a table: [hip_l], or hip_l = { … }"});
}

using Spelling = std::pair<std::string_view, Reach>;

TEST(ReadReach, KnowsEverySpellingOfAHand) {
    for (const auto& [text, reach] : {
             Spelling{R"("")", {ReachTarget::none, {}, {}}},
             Spelling{R"("stay")", {ReachTarget::stay, {}, {}}},
             Spelling{R"("floor")", {ReachTarget::floor, {}, {}}},
             Spelling{R"("seat")", {ReachTarget::seat, {}, {}}},
             Spelling{R"("counter")", {ReachTarget::counter, {}, {}}},
             Spelling{R"("wall")", {ReachTarget::wall, {}, {}}},
             Spelling{R"("thigh")", {ReachTarget::thigh, {}, {}}},
             Spelling{R"("knee_l")", {ReachTarget::knee, Side::left, {}}},
             Spelling{R"("shin_r")", {ReachTarget::shin, Side::right, {}}},
             Spelling{R"("ankle")", {ReachTarget::ankle, {}, {}}},
             Spelling{R"("groin_l")", {ReachTarget::groin, Side::left, {}}},
             Spelling{R"("hip")", {ReachTarget::hip, {}, {}}},
             Spelling{R"("behind-thigh_r")", {ReachTarget::behind_thigh, Side::right, {}}},
             Spelling{R"("outer-knee")", {ReachTarget::outer_knee, {}, {}}},
             Spelling{R"("belly")", {ReachTarget::belly, {}, {}}},
             Spelling{R"("back")", {ReachTarget::back, {}, {}}},
             Spelling{R"("forehead")", {ReachTarget::forehead, {}, {}}},
             Spelling{"[0.1, 2, -0.3]", {ReachTarget::none, {}, Point{0.1, 2, -0.3}}},
         }) {
        const Pose pose = start_with(fmt::format("reach = {{ hand_l = {} }}\n", text));
        EXPECT_EQ(pose.hand.left, reach) << text;
        EXPECT_FALSE(pose.hand.right) << text;
        EXPECT_FALSE(pose.foot.left) << text;
    }
}

TEST(ReadReach, KnowsEverySpellingOfAFoot) {
    for (const auto& [text, reach] : {
             Spelling{R"("")", {ReachTarget::none, {}, {}}},
             Spelling{R"("stay")", {ReachTarget::stay, {}, {}}},
             Spelling{R"("stay-foot")", {ReachTarget::stay_foot, {}, {}}},
             Spelling{R"("together")", {ReachTarget::together, {}, {}}},
             Spelling{R"("floor")", {ReachTarget::floor, {}, {}}},
             Spelling{R"("seat")", {ReachTarget::seat, {}, {}}},
             Spelling{R"("counter")", {ReachTarget::counter, {}, {}}},
             Spelling{R"("wall")", {ReachTarget::wall, {}, {}}},
             Spelling{R"("thigh_l")", {ReachTarget::thigh, Side::left, {}}},
             Spelling{R"("shin_l")", {ReachTarget::shin, Side::left, {}}},
             Spelling{"[0, 0, 0]", {ReachTarget::none, {}, Point{}}},
         }) {
        const Pose pose = start_with(fmt::format("reach = {{ foot_r = {} }}\n", text));
        EXPECT_EQ(pose.foot.right, reach) << text;
    }
}

TEST(ReadReach, RefusesWhatCannotBeReached) {
    const auto hand = [](const std::string& value) {
        return start_faults("reach = { hand_l = " + value + " }\n");
    };
    EXPECT_EQ(hand(R"("flor")"), Lines{"f:15:20: unknown \"flor\" in 'hand_l'. Did you mean "
                                       "'floor'?"});
    EXPECT_EQ(hand(R"("together")"),
              Lines{"f:15:20: unknown \"together\" in 'hand_l'. Known: stay, floor, seat, counter, "
                    "wall, thigh, knee, shin, ankle, groin, hip, behind-thigh, outer-knee, belly, "
                    "back, forehead."});
    EXPECT_EQ(hand(R"("belly_l")").size(), 1U);  // there is but one
    EXPECT_EQ(hand("[0.1, 0.2]"),
              Lines{"f:15:20: 'hand_l' is a list, expected a list of 3 numbers"});
    EXPECT_EQ(hand("[0.1, 0.2, 3]"),
              Lines{"f:15:31: 'hand_l' is 3 (integer), expected a number from -2 to 2"});
    EXPECT_EQ(hand("5"), Lines{"f:15:20: 'hand_l' is 5 (integer), expected a list of 3 numbers"});
    EXPECT_EQ(
        start_faults("reach = { feet = \"ankle\" }\n"),
        Lines{"f:15:18: unknown \"ankle\" in 'feet'. Known: stay, stay-foot, together, floor, "
              "seat, counter, wall, thigh, shin."});
    EXPECT_EQ(start_faults("reach = \"floor\"\n"),
              Lines{"f:15:9: 'reach' is \"floor\", expected a table: [reach], or reach = { … }"});
}

TEST(ReadContact, KnowsEveryPointThatCarries) {
    for (const std::string_view name : words<BodyPoint>) {
        const std::string line = fmt::format("contact = [\"{}\", \"{}:0.25\"]\n", name, name);
        if (name.starts_with("hip_")) {
            EXPECT_EQ(start_faults(line).size(), 2U) << name;
            continue;
        }
        const BodyPoint point = *from_word<BodyPoint>(name);
        EXPECT_EQ(start_with(line).contact, (std::vector<Contact>{{point, {}}, {point, 0.25}}))
            << name;
    }
    EXPECT_TRUE(start_with("").contact.empty());
}

TEST(ReadContact, RefusesWhatDoesNotCarry) {
    const auto expected = [](std::string_view place, std::string_view text,
                             std::string_view hint = "") {
        return fmt::format(
            "f:{}: 'contact' has \"{}\", expected a part that carries the body such "
            "as \"feet\", or with the height of what it is on \"foot_l:0.10\".{}",
            place, text, hint);
    };
    EXPECT_EQ(start_faults("contact = [\"feet\", \"foots\"]\n"),
              Lines{expected("15:20", "foots", " Did you mean 'foot_l'?")});
    for (const std::string_view text :
         {"feet:", "feet:high", "feet:-0.1", "feet:2.5", "feet:nan", "feet:inf", ":0.1"}) {
        EXPECT_EQ(start_faults(fmt::format("contact = [\"{}\"]\n", text)).size(), 1U) << text;
    }
    EXPECT_EQ(start_faults("contact = [\"feet\", \"hands\", \"pelvis\"]\n"),
              Lines{"f:15:11: 'contact' is a list of 3, expected one or two"});
    EXPECT_EQ(start_faults("contact = []\n"),
              Lines{"f:15:11: 'contact' is a list of 0, expected one or two"});
    EXPECT_EQ(
        start_faults("contact = \"feet\"\n"),
        Lines{"f:15:11: 'contact' is \"feet\", expected a list of texts such as [\"…\", \"…\"]"});
}

}  // namespace
}  // namespace hipflow::catalog
