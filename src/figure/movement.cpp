// SPDX-License-Identifier: MIT
#include "figure/movement.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "figure/reach.h"
#include "figure/volumes.h"

namespace hipflow::figure {
namespace {

/// Mixes every angle. A share of "flat" is mixed like a number.
Angles mixed(const Angles& from, const Angles& to, double share) {
    using Numbers = std::array<double, sizeof(Angles) / sizeof(double)>;
    auto numbers = std::bit_cast<Numbers>(from);
    const auto end = std::bit_cast<Numbers>(to);
    std::transform(numbers.begin(), numbers.end(), end.begin(), numbers.begin(),
                   [&](double a, double b) { return mix(a, b, share); });
    return std::bit_cast<Angles>(numbers);
}

void place_feet_at_ankles(Body& body, const Angles& angles) {
    for (const Side side : two_sides) place_foot(body.leg[side], angles.ankle[side]);
}

/// Drops the body until a contact is on its surface. Returns the contact's lowest point.
Lowest drop(Body& body, const Contact& contact, const Figure& figure) {
    const Lowest lowest = lowest_of(body, volumes_of(body), contact.point);
    const double by = surface_of(contact, figure) - lowest.height;
    shift(body, up * by);
    return {lowest.height + by, lowest.at + up * by};
}

/// Drops the body on its contacts; on two of them in rounds, since turning it onto the second
/// lifts it off the first.
void stand_on(Body& body, const std::vector<Contact>& contacts, const Angles& angles,
              const Figure& figure) {
    constexpr int rounds = 8;
    constexpr double near_enough = 1e-4;
    constexpr double no_lever = 0.02;
    for (int round = 0; round < rounds; ++round) {
        place_feet_at_ankles(body, angles);
        const Lowest first = drop(body, contacts.front(), figure);
        if (contacts.size() < 2) return;
        const Contact& other_contact = contacts[1];
        const Lowest second = lowest_of(body, volumes_of(body), other_contact.point);
        const double error = second.height - surface_of(other_contact, figure);
        Vec lever = second.at - first.at;
        lever.y = 0;
        const double size = length(lever);
        if (std::abs(error) < near_enough || size < no_lever) return;
        turn(body, about(cross(lever * (1 / size), up), -std::atan2(error, size)), first.at);
    }
    place_feet_at_ankles(body, angles);
}

/// The axis and the angle of a rotation, in radians.
std::pair<Vec, double> axis_and_angle(const Rotation& r) {
    const double trace = r.x.x + r.y.y + r.z.z;
    const double angle = std::acos(std::clamp((trace - 1) / 2, -1.0, 1.0));
    return {unit({r.y.z - r.z.y, r.z.x - r.x.z, r.x.y - r.y.x}), angle};
}

bool has_feet(const std::vector<Contact>& contacts) {
    return std::any_of(contacts.begin(), contacts.end(), [](const Contact& contact) {
        return contact.point == BodyPoint::feet || contact.point == BodyPoint::foot_l ||
               contact.point == BodyPoint::foot_r;
    });
}

/// Places the body on the contacts of both poses, and mixes the two: height linearly, turn by
/// angle.
void change_contacts(Body& body, const std::vector<Contact>& from, const std::vector<Contact>& to,
                     double share, const Angles& angles, const Figure& figure) {
    Body end = body;
    stand_on(body, from, angles, figure);
    stand_on(end, to, angles, figure);
    const double rise = (end.trunk.pelvis.y - body.trunk.pelvis.y) * share;
    const auto [axis, angle] =
        axis_and_angle(end.trunk.pelvis_frame * inverse(body.trunk.pelvis_frame));
    if (angle > 1e-6) turn(body, about(axis, angle * share), body.trunk.pelvis);
    place_feet_at_ankles(body, angles);
    shift(body, up * rise);
    if (!has_feet(from) && !has_feet(to)) return;
    const double lowest = lowest_of(body, volumes_of(body), BodyPoint::feet).height;
    if (lowest < 0) shift(body, up * -lowest);
}

Vec middle_of(const Vec& left, const Vec& right) { return mix(left, right, 0.5); }

}  // namespace

double surface_of(const Contact& contact, const Figure& figure) {
    if (contact.height) return *contact.height;
    const bool sits = figure.base == Base::chair && contact.point == BodyPoint::pelvis;
    return sits ? figure.scene.chair.value_or(ChairProp{}).seat : 0;
}

Vec anchor_of(const Body& body, BodyPoint anchor) {
    const auto& [left_arm, right_arm] = body.arm;
    const auto& [left_leg, right_leg] = body.leg;
    switch (anchor) {
        case BodyPoint::pelvis:
        case BodyPoint::trunk:
            return body.trunk.pelvis;
        case BodyPoint::chest:
            return body.trunk.neck;
        case BodyPoint::shoulders:
            return middle_of(left_arm.shoulder, right_arm.shoulder);
        case BodyPoint::elbows:
            return middle_of(left_arm.elbow, right_arm.elbow);
        case BodyPoint::hands:
            return middle_of(left_arm.wrist, right_arm.wrist);
        case BodyPoint::knees:
            return middle_of(left_leg.knee, right_leg.knee);
        case BodyPoint::feet:
            return middle_of(left_leg.ankle, right_leg.ankle);
        case BodyPoint::shoulder_l:
            return left_arm.shoulder;
        case BodyPoint::shoulder_r:
            return right_arm.shoulder;
        case BodyPoint::elbow_l:
            return left_arm.elbow;
        case BodyPoint::elbow_r:
            return right_arm.elbow;
        case BodyPoint::hand_l:
            return left_arm.wrist;
        case BodyPoint::hand_r:
            return right_arm.wrist;
        case BodyPoint::hip_l:
            return left_leg.hip;
        case BodyPoint::hip_r:
            return right_leg.hip;
        case BodyPoint::knee_l:
            return left_leg.knee;
        case BodyPoint::knee_r:
            return right_leg.knee;
        case BodyPoint::foot_l:
            return left_leg.ankle;
        case BodyPoint::foot_r:
            return right_leg.ankle;
        case BodyPoint::toe_l:
            return left_leg.toe;
        case BodyPoint::toe_r:
            return right_leg.toe;
    }
    return {};
}

namespace {

/// Places the body between two poses. `first` is the body at the beginning; null: it is that one.
Body placed(const Figure& figure, const Body* first, const Step& step) {
    const auto& [from, to, share] = step;
    const Angles angles = mixed(from.angles, to.angles, share);
    Body body = assembled(figure.base, angles);
    const auto& begin = from.contact.empty() ? figure.contact : from.contact;
    const auto& end = to.contact.empty() ? figure.contact : to.contact;
    if (begin == end || share <= 0) {
        stand_on(body, begin, angles, figure);
    } else if (share >= 1) {
        stand_on(body, end, angles, figure);
    } else {
        change_contacts(body, begin, end, share, angles, figure);
    }
    const BodyPoint anchor = figure.anchor;
    Vec by = (first != nullptr ? anchor_of(*first, anchor) : Vec{}) - anchor_of(body, anchor);
    const bool in_height =
        first != nullptr && (anchor == BodyPoint::hip_l || anchor == BodyPoint::hip_r);
    if (!in_height) by.y = 0;
    shift(body, by);
    const Setting setting{figure, first};
    place_feet(body, step, angles, setting);
    place_hands(body, step, angles, setting);
    return body;
}

}  // namespace

Movement::Movement(Figure figure)
    : figure_(std::move(figure)),
      first_(placed(figure_, nullptr, {figure_.poses.front(), figure_.poses.front(), 0})) {}

Body Movement::at(double share) const {
    const auto& frames = figure_.frames;
    const auto next = std::find_if(frames.begin(), frames.end(),
                                   [&](const FigureFrame& frame) { return share <= frame.share; });
    const auto& last = next == frames.end() ? frames.back() : *next;
    const Pose& to = figure_.poses.at(last.pose);
    if (next == frames.begin() || next == frames.end())
        return placed(figure_, &first_, {to, to, 0});
    const FigureFrame& before = *std::prev(next);
    const double t = (share - before.share) / (last.share - before.share);
    return placed(figure_, &first_, {figure_.poses.at(before.pose), to, t * t * (3 - 2 * t)});
}

}  // namespace hipflow::figure
