// SPDX-License-Identifier: MIT
#include "figure/body.h"

#include <algorithm>
#include <cmath>

namespace hipflow::figure {
namespace {

/// The frame of a base in the scene. The left of the body faces a camera at azimuth 0.
Rotation frame_of(Base base) {
    const Rotation upright = about_y(180);  // faces -x
    switch (base) {
        case Base::all_fours:
            return upright * about_z(-82);
        case Base::prone:
            return upright * about_z(-90);
        case Base::supine:
            return upright * about_z(90);
        case Base::side_lying_right:
            return {{0, 0, 1}, {-1, 0, 0}, {0, -1, 0}};
        case Base::side_lying_left:
            return {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}};
        default:
            return upright;
    }
}

Rotation rotation_of(const PelvisAngles& angles) {
    return about_y(-angles.turn) * about_x(angles.list) * about_z(-angles.tilt);
}

Rotation half_of(const SpineAngles& angles) {
    return about_z(-angles.flex / 2) * about_x(angles.bend / 2) * about_y(-angles.rot / 2);
}

Rotation rotation_of(const BallAngles& angles, Side side) {
    const double sign = sign_of(side);
    return about_z(angles.flex) * about_x(-sign * angles.abd) * about_y(sign * angles.rot);
}

Trunk trunk_of(const Rotation& frame, const Angles& angles) {
    const Rotation lumbar = half_of(angles.lumbar);
    const Rotation thoracic = half_of(angles.thoracic);
    const Rotation neck = half_of(angles.neck);
    Trunk trunk;
    trunk.pelvis_frame = frame;
    trunk.waist = frame * (up * lengths::pelvis);
    trunk.waist_frame = frame * lumbar;
    trunk.ribs = trunk.waist + trunk.waist_frame * (up * lengths::lumbar);
    trunk.ribs_frame = trunk.waist_frame * lumbar * thoracic;
    trunk.chest = trunk.ribs + trunk.ribs_frame * (up * lengths::lower_thorax);
    trunk.chest_frame = trunk.ribs_frame * thoracic;
    trunk.neck = trunk.chest + trunk.chest_frame * (up * lengths::upper_thorax);
    trunk.neck_frame = trunk.chest_frame * neck;
    trunk.skull = trunk.neck + trunk.neck_frame * (up * lengths::neck);
    trunk.head_frame = trunk.neck_frame * neck;
    trunk.head = trunk.skull + trunk.head_frame * Vec{0.012, lengths::head, 0};
    return trunk;
}

Leg leg_of(const Trunk& trunk, const Angles& angles, Side side) {
    Leg leg;
    leg.hip = trunk.pelvis + trunk.pelvis_frame * Vec{0, 0, sign_of(side) * lengths::half_hips};
    leg.thigh = trunk.pelvis_frame * rotation_of(angles.hip[side], side);
    leg.knee = leg.hip - leg.thigh.y * lengths::thigh;
    leg.shank = leg.thigh * about_z(-angles.knee[side]);
    leg.ankle = leg.knee - leg.shank.y * lengths::shank;
    place_foot(leg, angles.ankle[side]);
    return leg;
}

Arm arm_of(const Trunk& trunk, const Angles& angles, Side side) {
    constexpr double height = lengths::upper_thorax - lengths::shoulder_below_neck;
    Arm arm;
    arm.shoulder =
        trunk.chest + trunk.chest_frame * Vec{0, height, sign_of(side) * lengths::half_shoulders};
    arm.upper = trunk.chest_frame * rotation_of(angles.shoulder[side], side);
    arm.elbow = arm.shoulder - arm.upper.y * lengths::upper_arm;
    arm.fore = arm.upper * about_z(angles.elbow[side]);
    arm.wrist = arm.elbow - arm.fore.y * lengths::forearm;
    place_hand(arm, angles.wrist[side]);
    return arm;
}

/// Returns the angle that lays the sole level, as far as an ankle goes.
double level_ankle(const Rotation& shank) {
    const double degrees = std::atan2(-shank.x.y, shank.y.y) / radian;
    return std::clamp(degrees, -55.0, 38.0);
}

}  // namespace

Body assembled(Base base, const Angles& angles) {
    Body body;
    body.trunk = trunk_of(frame_of(base) * rotation_of(angles.pelvis), angles);
    for (const Side side : two_sides) {
        body.leg[side] = leg_of(body.trunk, angles, side);
        body.arm[side] = arm_of(body.trunk, angles, side);
    }
    return body;
}

void place_foot(Leg& leg, const AnkleAngle& angle) {
    leg.ankle_degrees = angle.degrees + angle.flat * level_ankle(leg.shank);
    leg.foot = leg.shank * about_z(leg.ankle_degrees);
    constexpr double floor = -lengths::ankle_height;
    leg.heel = leg.ankle + leg.foot * Vec{-lengths::heel_behind, floor + 0.020, 0};
    leg.toe = leg.ankle + leg.foot * Vec{lengths::toe_ahead, floor + 0.013, 0};
    leg.ball = leg.ankle + leg.foot * Vec{0.68 * lengths::toe_ahead, floor + 0.017, 0};
}

void place_hand(Arm& arm, double wrist) {
    arm.hand = arm.wrist - (arm.fore * about_z(-wrist)).y * lengths::hand;
}

namespace {

/// Calls `change` with every point of a body.
template <typename Change>
void for_each_point(Body& body, const Change& change) {
    Trunk& trunk = body.trunk;
    for (Vec* point : {&trunk.pelvis, &trunk.waist, &trunk.ribs, &trunk.chest, &trunk.neck,
                       &trunk.skull, &trunk.head}) {
        change(*point);
    }
    for (const Side side : two_sides) {
        Leg& leg = body.leg[side];
        for (Vec* point : {&leg.hip, &leg.knee, &leg.ankle, &leg.heel, &leg.ball, &leg.toe}) {
            change(*point);
        }
        Arm& arm = body.arm[side];
        for (Vec* point : {&arm.shoulder, &arm.elbow, &arm.wrist, &arm.hand}) change(*point);
    }
}

}  // namespace

void shift(Body& body, const Vec& by) {
    for_each_point(body, [&](Vec& point) { point = point + by; });
}

void turn(Body& body, const Rotation& by, const Vec& about) {
    for_each_point(body, [&](Vec& point) { point = about + by * (point - about); });
    Trunk& trunk = body.trunk;
    for (Rotation* frame : {&trunk.pelvis_frame, &trunk.waist_frame, &trunk.ribs_frame,
                            &trunk.chest_frame, &trunk.neck_frame, &trunk.head_frame}) {
        *frame = by * *frame;
    }
    for (const Side side : two_sides) {
        Leg& leg = body.leg[side];
        for (Rotation* frame : {&leg.thigh, &leg.shank, &leg.foot}) *frame = by * *frame;
        Arm& arm = body.arm[side];
        for (Rotation* frame : {&arm.upper, &arm.fore}) *frame = by * *frame;
    }
}

namespace {

/// The rotation of a part against the one that carries it, as flexion, abduction and rotation
/// about z, x and y. Abduction and rotation are those of a right limb.
BallAngles ball_angles(const Rotation& carrier, const Rotation& part) {
    const Rotation r = inverse(carrier) * part;
    return {std::atan2(-r.y.x, r.y.y) / radian, -std::asin(std::clamp(r.y.z, -1.0, 1.0)) / radian,
            std::atan2(-r.x.z, r.z.z) / radian};
}

BallAngles ball_angles(const Rotation& carrier, const Rotation& part, Side side) {
    BallAngles angles = ball_angles(carrier, part);
    angles.abd *= sign_of(side);
    angles.rot *= sign_of(side);
    return angles;
}

/// The angle by which two bones differ from a straight line; less than 0 where the far one goes
/// against `bends`, the way that it goes when the joint bends. A limb that reaches as far as it can
/// is 6 degrees from straight, either way: that little is straight.
double bend_at(const Vec& near, const Vec& joint, const Vec& far, const Vec& bends) {
    const Vec a = unit(joint - near);
    const Vec b = unit(far - joint);
    const double angle = std::acos(std::clamp(dot(a, b), -1.0, 1.0)) / radian;
    return angle > as_good_as_straight && dot(b, bends) < 0 ? -angle : angle;
}

}  // namespace

ReadAngles read_angles(const Body& body) {
    ReadAngles angles;
    for (const Side side : two_sides) {
        const Leg& leg = body.leg[side];
        const Arm& arm = body.arm[side];
        angles.hip[side] = ball_angles(body.trunk.pelvis_frame, leg.thigh, side);
        angles.shoulder[side] = ball_angles(body.trunk.chest_frame, arm.upper, side);
        angles.knee[side] = bend_at(leg.hip, leg.knee, leg.ankle, -leg.thigh.x);
        angles.elbow[side] = bend_at(arm.shoulder, arm.elbow, arm.wrist, arm.upper.x);
        const Rotation foot = inverse(leg.shank) * leg.foot;
        angles.ankle[side] = std::atan2(foot.x.y, foot.x.x) / radian;
        const Vec knee = inverse(body.trunk.pelvis_frame) * (leg.knee - body.trunk.pelvis);
        angles.knee_from_middle[side] = knee.z * sign_of(side);
    }
    const BallAngles spine = ball_angles(body.trunk.pelvis_frame, body.trunk.chest_frame);
    angles.spine = {-spine.flex, -spine.abd, -spine.rot};
    return angles;
}

}  // namespace hipflow::figure
