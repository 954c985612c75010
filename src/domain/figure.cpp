// SPDX-License-Identifier: MIT
#include "domain/figure.h"

#include <algorithm>
#include <utility>

namespace hipflow {
namespace {

using enum BodyPart;

/// A word of a file, and the parts that it means on one side (or in the middle).
struct PartWord {
    std::string_view word;
    std::vector<BodyPart> parts;
};

BodyParts set_of(const std::vector<BodyPart>& parts) {
    BodyParts set;
    for (const BodyPart part : parts) set.set(static_cast<std::size_t>(part));
    return set;
}

const std::vector<PartWord>& part_table() {
    static const std::vector<PartWord> table = {
        {"pelvis", {pelvis}},
        {"waist", {waist}},
        {"chest", {chest}},
        {"trunk", {pelvis, waist, chest, shoulder_l, shoulder_r}},
        {"neck", {neck}},
        {"head", {neck, head}},
        {"arm_l", {upper_l, fore_l, hand_l}},
        {"arm_r", {upper_r, fore_r, hand_r}},
        {"arms", {upper_l, fore_l, hand_l, upper_r, fore_r, hand_r}},
        {"upper_l", {upper_l}},
        {"upper_r", {upper_r}},
        {"uppers", {upper_l, upper_r}},
        {"fore_l", {fore_l}},
        {"fore_r", {fore_r}},
        {"fores", {fore_l, fore_r}},
        {"hand_l", {hand_l}},
        {"hand_r", {hand_r}},
        {"hands", {hand_l, hand_r}},
        {"leg_l", {thigh_l, shank_l, foot_l}},
        {"leg_r", {thigh_r, shank_r, foot_r}},
        {"legs", {thigh_l, shank_l, foot_l, thigh_r, shank_r, foot_r}},
        {"thigh_l", {thigh_l}},
        {"thigh_r", {thigh_r}},
        {"thighs", {thigh_l, thigh_r}},
        {"shank_l", {shank_l}},
        {"shank_r", {shank_r}},
        {"shanks", {shank_l, shank_r}},
        {"foot_l", {foot_l}},
        {"foot_r", {foot_r}},
        {"feet", {foot_l, foot_r}},
    };
    return table;
}

}  // namespace

BodyParts parts_named(std::string_view word) {
    const auto& table = part_table();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const PartWord& each) { return each.word == word; });
    return found == table.end() ? BodyParts{} : set_of(found->parts);
}

std::vector<std::string_view> part_words() {
    std::vector<std::string_view> words;
    words.reserve(part_table().size());
    for (const auto& each : part_table()) words.push_back(each.word);
    return words;
}

namespace {

template <typename Value>
Pair<Value> both(const Value& value) {
    return {value, value};
}

constexpr AnkleAngle flat_ankle{0, 1};
constexpr AnkleAngle pointed_ankle{-45, 0};

void lie_on(Pose& pose, Side down) {
    const Side up = other(down);
    Angles& angles = pose.angles;
    angles.hip = both(BallAngles{45, 0, 0});
    angles.knee = both(90.0);
    angles.ankle = {};
    angles.shoulder[down] = {150, 0, 0};
    angles.elbow[down] = 110;
    angles.shoulder[up] = {55, -12, 40};
    angles.elbow[up] = 75;
}

}  // namespace

Pose base_pose(Base base) {
    Pose pose;
    Angles& angles = pose.angles;
    angles.shoulder = both(BallAngles{0, 8, 0});
    angles.elbow = both(10.0);
    switch (base) {
        case Base::standing:
            angles.ankle = both(flat_ankle);
            break;
        case Base::chair:
            angles.hip = both(BallAngles{88, 6, 0});
            angles.knee = both(88.0);
            angles.ankle = both(flat_ankle);
            angles.shoulder = both(BallAngles{25, 8, 0});
            angles.elbow = both(55.0);
            break;
        case Base::floor_sitting:
            angles.hip = both(BallAngles{115, 25, 0});
            angles.knee = both(50.0);
            angles.ankle = both(flat_ankle);
            break;
        case Base::half_kneeling:
            angles.hip = {{0, 0, 0}, {88, 4, 0}};
            angles.knee = {88, 90};
            angles.ankle = {pointed_ankle, flat_ankle};
            break;
        case Base::kneeling:
            angles.knee = both(88.0);
            angles.ankle = both(pointed_ankle);
            break;
        case Base::all_fours:
            angles.hip = both(BallAngles{82, 0, 0});
            angles.knee = both(90.0);
            angles.ankle = both(pointed_ankle);
            angles.shoulder = both(BallAngles{85, 2, 0});
            angles.elbow = both(4.0);
            angles.neck.flex = -10;
            pose.hand = both(std::optional(Reach{ReachTarget::floor, {}, {}}));
            break;
        case Base::supine:
            angles.shoulder = both(BallAngles{0, 22, 0});
            angles.elbow = both(8.0);
            angles.ankle = both(AnkleAngle{-12, 0});
            break;
        case Base::prone:
            angles.ankle = both(AnkleAngle{-50, 0});
            angles.shoulder = both(BallAngles{165, 35, 0});
            angles.elbow = both(95.0);
            break;
        case Base::side_lying_left:
            lie_on(pose, Side::left);
            break;
        case Base::side_lying_right:
            lie_on(pose, Side::right);
            break;
    }
    return pose;
}

namespace {

struct BaseTraits {
    BodyPoint contact{};
    BodyPoint anchor{};
    CameraAngles camera;
};

constexpr BaseTraits traits_of(Base base) {
    switch (base) {
        case Base::standing:
            return {BodyPoint::feet, BodyPoint::feet, {40, 10}};
        case Base::chair:
            return {BodyPoint::pelvis, BodyPoint::pelvis, {40, 12}};
        case Base::floor_sitting:
            return {BodyPoint::pelvis, BodyPoint::pelvis, {62, 20}};
        case Base::half_kneeling:
            return {BodyPoint::knee_l, BodyPoint::knee_l, {20, 10}};
        case Base::kneeling:
            return {BodyPoint::knees, BodyPoint::knees, {30, 12}};
        case Base::all_fours:
            return {BodyPoint::knees, BodyPoint::knees, {22, 14}};
        case Base::supine:
            return {BodyPoint::trunk, BodyPoint::pelvis, {24, 20}};
        case Base::prone:
            return {BodyPoint::trunk, BodyPoint::pelvis, {-40, 24}};
        case Base::side_lying_left:
            return {BodyPoint::trunk, BodyPoint::pelvis, {18, 22}};
        case Base::side_lying_right:
            return {BodyPoint::trunk, BodyPoint::pelvis, {-18, 22}};
    }
    return {};
}

}  // namespace

std::vector<Contact> usual_contact(Base base) { return {{traits_of(base).contact, {}}}; }
BodyPoint usual_anchor(Base base) { return traits_of(base).anchor; }
CameraAngles usual_camera(Base base) { return traits_of(base).camera; }

namespace {

/// The same point on the other side: left and right ones follow each other.
BodyPoint opposite(BodyPoint point) {
    const std::string_view name = word(point);
    const auto number = static_cast<int>(point);
    if (name.ends_with("_l")) return static_cast<BodyPoint>(number + 1);
    if (name.ends_with("_r")) return static_cast<BodyPoint>(number - 1);
    return point;
}

template <typename Value>
void exchange_sides(Pair<Value>& pair) {
    std::swap(pair.left, pair.right);
}

void turn_round(SpineAngles& spine) {
    spine.bend = -spine.bend;
    spine.rot = -spine.rot;
}

void exchange_reaches(Pair<std::optional<Reach>>& reaches) {
    exchange_sides(reaches);
    for (const Side side : two_sides) {
        auto& reach = reaches[side];
        if (reach && reach->side) reach->side = other(*reach->side);
        if (reach && reach->place) reach->place->z = -reach->place->z;
    }
}

}  // namespace

Pose mirrored(Pose pose) {
    Angles& angles = pose.angles;
    angles.pelvis.list = -angles.pelvis.list;
    angles.pelvis.turn = -angles.pelvis.turn;
    turn_round(angles.lumbar);
    turn_round(angles.thoracic);
    turn_round(angles.neck);
    exchange_sides(angles.hip);
    exchange_sides(angles.shoulder);
    exchange_sides(angles.knee);
    exchange_sides(angles.ankle);
    exchange_sides(angles.elbow);
    exchange_sides(angles.wrist);
    exchange_reaches(pose.hand);
    exchange_reaches(pose.foot);
    for (auto& contact : pose.contact) contact.point = opposite(contact.point);
    return pose;
}

double held_share(const Figure& figure) {
    double longest = 0;
    double middle = 0.5;
    for (std::size_t i = 0; i + 1 < figure.frames.size(); ++i) {
        const FigureFrame& frame = figure.frames[i];
        const FigureFrame& next = figure.frames[i + 1];
        if (frame.pose != next.pose || next.share - frame.share <= longest) continue;
        longest = next.share - frame.share;
        middle = (frame.share + next.share) / 2;
    }
    return middle;
}

double furthest_share(const Figure& figure) {
    const double held = held_share(figure);
    const auto other = std::ranges::find_if(figure.frames, [&](const FigureFrame& frame) {
        return frame.pose != figure.frames.front().pose;
    });
    const bool has_left = other == figure.frames.end() || held >= other->share;
    return has_left || moves_at(figure, held) ? held : other->share;
}

bool moves_at(const Figure& figure, double share) {
    for (std::size_t i = 0; i + 1 < figure.frames.size(); ++i) {
        const FigureFrame& frame = figure.frames[i];
        const FigureFrame& next = figure.frames[i + 1];
        if (share >= frame.share && share < next.share) return frame.pose != next.pose;
    }
    return false;
}

}  // namespace hipflow
