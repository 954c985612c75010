// SPDX-License-Identifier: MIT
#pragma once
#include <array>

#include "domain/figure.h"
#include "figure/vector.h"

namespace hipflow::figure {

/// Lengths of the body in its heights, after Drillis and Contini (1966), as in Winter,
/// Biomechanics and Motor Control, figure 4.1; the halves of the trunk are hipflow's own.
namespace lengths {
inline constexpr double thigh = 0.245;
inline constexpr double shank = 0.246;
inline constexpr double ankle_height = 0.039;
inline constexpr double toe_ahead = 0.115;  // of the ankle
inline constexpr double heel_behind = 0.020;
inline constexpr double upper_arm = 0.186;
inline constexpr double forearm = 0.146;
inline constexpr double hand = 0.085;
inline constexpr double half_hips = 0.052;
inline constexpr double half_shoulders = 0.110;
inline constexpr double shoulder_below_neck = 0.020;
inline constexpr double pelvis = 0.060;
inline constexpr double lumbar = 0.094;
inline constexpr double lower_thorax = 0.070;
inline constexpr double upper_thorax = 0.084;
inline constexpr double neck = 0.052;
inline constexpr double head = 0.055;
}  // namespace lengths

/// A leg in the scene: its joints, the points of its foot, and the frames of its bones (y from the
/// far to the near joint, x ahead).
struct Leg {
    Vec hip;
    Vec knee;
    Vec ankle;
    Vec heel;
    Vec ball;
    Vec toe;
    Rotation thigh;
    Rotation shank;
    Rotation foot;
    double ankle_degrees = 0;  // with what "flat" came to
};

struct Arm {
    Vec shoulder;
    Vec elbow;
    Vec wrist;
    Vec hand;  // the middle of the fingers
    Rotation upper;
    Rotation fore;
};

struct Trunk {
    Vec pelvis;  // between the hips
    Vec waist;   // the lower end of the lumbar spine
    Vec ribs;    // its upper end
    Vec chest;   // between lower and upper thorax
    Vec neck;
    Vec skull;
    Vec head;
    Rotation pelvis_frame;
    Rotation waist_frame;
    Rotation ribs_frame;
    Rotation chest_frame;
    Rotation neck_frame;
    Rotation head_frame;
};

/// A body in the scene.
struct Body {
    Trunk trunk;
    Pair<Arm> arm;
    Pair<Leg> leg;
};

/// Puts the bones together (forward kinematics) with the middle of the hips at the origin.
/// Rotation orders: pelvis turn, list, tilt (Baker 2001); hip and shoulder flexion, abduction,
/// rotation (Grood and Suntay 1983). Each part of the spine turns by halves at its two ends.
Body assembled(Base base, const Angles& angles);

/// Lays a foot at its ankle: `angle` against the shank.
void place_foot(Leg& leg, const AnkleAngle& angle);
/// Lays a hand at its wrist, bent by degrees.
void place_hand(Arm& arm, double wrist);

/// Moves the whole body.
void shift(Body& body, const Vec& by);
/// Turns the whole body about a point.
void turn(Body& body, const Rotation& by, const Vec& about);

/// The joints' angles as they are, read back from the frames: those of a limb that reaches for
/// something are not those of its file.
struct ReadAngles {
    Pair<BallAngles> hip;
    Pair<BallAngles> shoulder;
    Pair<double> knee;  // as elbow: less than 0 where it bends the wrong way by more than 7 degrees
    Pair<double> ankle;
    Pair<double> elbow;
    SpineAngles spine;              // of the chest against the pelvis
    Pair<double> knee_from_middle;  // of the pelvis, in heights; less than 0: across it
};
ReadAngles read_angles(const Body& body);

/// Degrees: a knee or an elbow that is bent by no more, either way, is read as straight.
inline constexpr double as_good_as_straight = 7;

/// -1 for the left, +1 for the right: the direction of z on that side of the body.
constexpr double sign_of(Side side) { return side == Side::right ? 1.0 : -1.0; }

}  // namespace hipflow::figure
