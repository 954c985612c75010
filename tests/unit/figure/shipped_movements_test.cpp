// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "figure/volumes.h"
#include "shipped.h"

// Every figure that comes with hipflow, at 97 moments of its rep.

namespace hipflow::figure {
namespace {

void expect_at_most(const Worst& worst, double most, const Shipped& shipped) {
    EXPECT_LE(worst.amount, most) << shipped.exercise.id << " at " << worst.share << ": "
                                  << worst.what;
}

TEST(ShippedMovements, KeepTheLengthsOfTheirBones) {
    for (const auto& shipped : all_shipped()) {
        Worst worst;
        for_97_moments(shipped.movement, [&](double share, const Body& body) {
            const auto note = [&](const char* bone, const Vec& a, const Vec& b, double length) {
                worst.note(std::abs(distance(a, b) - length), share, bone);
            };
            const Trunk& trunk = body.trunk;
            note("lumbar spine", trunk.waist, trunk.ribs, lengths::lumbar);
            note("lower thorax", trunk.ribs, trunk.chest, lengths::lower_thorax);
            note("upper thorax", trunk.chest, trunk.neck, lengths::upper_thorax);
            note("neck", trunk.neck, trunk.skull, lengths::neck);
            for (const Side side : two_sides) {
                const Leg& leg = body.leg[side];
                const Arm& arm = body.arm[side];
                note("half of the hips", trunk.pelvis, leg.hip, lengths::half_hips);
                note("thigh", leg.hip, leg.knee, lengths::thigh);
                note("shank", leg.knee, leg.ankle, lengths::shank);
                note("upper arm", arm.shoulder, arm.elbow, lengths::upper_arm);
                note("forearm", arm.elbow, arm.wrist, lengths::forearm);
                note("hand", arm.wrist, arm.hand, lengths::hand);
            }
        });
        expect_at_most(worst, 0.002, shipped);
    }
}

/// The poses before and after a moment.
std::pair<const Pose*, const Pose*> poses_around(const Figure& figure, double share) {
    for (std::size_t i = 0; i + 1 < figure.frames.size(); ++i) {
        const FigureFrame& next = figure.frames[i + 1];
        if (share > next.share) continue;
        return {&figure.poses.at(figure.frames[i].pose), &figure.poses.at(next.pose)};
    }
    const Pose& last = figure.poses.at(figure.frames.back().pose);
    return {&last, &last};
}

/// The contacts of both poses around a moment; while they change, none is held to its surface.
std::vector<Contact> contacts_at(const Figure& figure, double share) {
    const auto [before, after] = poses_around(figure, share);
    const auto of = [&](const Pose& pose) {
        return pose.contact.empty() ? figure.contact : pose.contact;
    };
    return of(*before) == of(*after) ? of(*before) : std::vector<Contact>{};
}

TEST(ShippedMovements, StayOnWhatCarriesThem) {
    for (const auto& shipped : all_shipped()) {
        Worst worst;
        const Figure& figure = shipped.movement.figure();
        for_97_moments(shipped.movement, [&](double share, const Body& body) {
            for (const auto& contact : contacts_at(figure, share)) {
                const double height = lowest_of(body, volumes_of(body), contact.point).height;
                worst.note(std::abs(height - surface_of(contact, figure)), share,
                           std::string(word(contact.point)));
            }
        });
        expect_at_most(worst, 0.003, shipped);
    }
}

TEST(ShippedMovements, DoNotSlideOffTheirAnchors) {
    for (const auto& shipped : all_shipped()) {
        Worst worst;
        const BodyPoint anchor = shipped.movement.figure().anchor;
        const Vec place = anchor_of(shipped.movement.first(), anchor);
        for_97_moments(shipped.movement, [&](double share, const Body& body) {
            const Vec by = anchor_of(body, anchor) - place;
            worst.note(std::hypot(by.x, by.z), share, std::string(word(anchor)));
        });
        expect_at_most(worst, 0.005, shipped);
    }
}

TEST(ShippedMovements, HaveNoPartInTheFloor) {
    for (const auto& shipped : all_shipped()) {
        Worst worst;
        for_97_moments(shipped.movement, [&](double share, const Body& body) {
            const Volumes volumes = volumes_of(body);
            for (std::size_t i = 0; i < body_part_count; ++i) {
                const auto part = static_cast<BodyPart>(i);
                worst.note(-lowest_of(volumes, part), share, std::string(word(part)));
            }
        });
        expect_at_most(worst, 0.025, shipped);
    }
}

TEST(ShippedMovements, NeverJump) {
    for (const auto& shipped : all_shipped()) {
        Worst worst;
        std::vector<NamedPoint> before;
        for_97_moments(shipped.movement, [&](double share, const Body& body) {
            auto joints = joints_of(body);
            for (std::size_t i = 0; i < before.size(); ++i) {
                worst.note(distance(joints[i].at, before[i].at), share, joints[i].name);
            }
            before = std::move(joints);
        });
        expect_at_most(worst, 0.06, shipped);
    }
}

TEST(ShippedMovements, PutNoHandIntoTheFloor) {
    for (const auto& shipped : all_shipped()) {
        Worst worst;
        for_97_moments(shipped.movement, [&](double share, const Body& body) {
            const auto [before, after] = poses_around(shipped.movement.figure(), share);
            for (const Side side : two_sides) {
                const auto reaches = [&](const Pose& pose) {
                    const auto& hand = pose.hand[side];
                    return hand && (hand->place || hand->target != ReachTarget::none);
                };
                const double least = reaches(*before) || reaches(*after) ? 0.020 : 0.018;
                worst.note(least - body.arm[side].wrist.y, share, std::string(word(side)));
            }
        });
        expect_at_most(worst, 0.0005, shipped);
    }
}

// ---- in a mirror

bool lies_on_a_side(Base base) {
    return base == Base::side_lying_left || base == Base::side_lying_right;
}

Base other_base(Base base) {
    if (base == Base::side_lying_left) return Base::side_lying_right;
    return base == Base::side_lying_right ? Base::side_lying_left : base;
}

/// The plane of the mirror parts left and right of the body: across z, and across x where it lies
/// on a side.
void turn_round(Vec& point, Base base) {
    double& along = lies_on_a_side(base) ? point.x : point.z;
    along = -along;
}

void turn_round(std::optional<BoxProp>& box, Base base) {
    if (!box) return;
    turn_round(box->least, base);
    turn_round(box->most, base);
    if (lies_on_a_side(base)) {
        std::swap(box->least.x, box->most.x);
    } else {
        std::swap(box->least.z, box->most.z);
    }
}

void turn_round(Surroundings& scene, Base base) {
    turn_round(scene.counter, base);
    turn_round(scene.step, base);
    if (scene.wall && (scene.wall->axis == Axis::x) == lies_on_a_side(base)) {
        scene.wall->at = -scene.wall->at;
        scene.wall->faces = -scene.wall->faces;
    }
}

BodyPoint opposite(BodyPoint point) {
    Pose pose;
    pose.contact = {{point, {}}};
    return mirrored(pose).contact.front().point;
}

Figure mirrored_figure(Figure figure) {
    for (auto& pose : figure.poses) {
        pose = mirrored(pose);
        for (auto* limb : {&pose.hand, &pose.foot}) {
            for (const Side side : two_sides) {
                auto& reach = (*limb)[side];
                if (!reach || !reach->place || !lies_on_a_side(figure.base)) continue;
                reach->place->z = -reach->place->z;
                reach->place->x = -reach->place->x;
            }
        }
    }
    for (auto& contact : figure.contact) contact.point = opposite(contact.point);
    figure.anchor = opposite(figure.anchor);
    turn_round(figure.scene, figure.base);
    figure.base = other_base(figure.base);
    return figure;
}

std::string other_name(std::string name) {
    if (name.ends_with("_l")) return name.replace(name.size() - 1, 1, "r");
    return name.ends_with("_r") ? name.replace(name.size() - 1, 1, "l") : name;
}

TEST(ShippedMovements, AreTheSameInAMirror) {
    for (const auto& shipped : all_shipped()) {
        const Figure& figure = shipped.movement.figure();
        const Movement other_way(mirrored_figure(figure));
        Worst worst;
        for (int i = 0; i <= 24; ++i) {
            const double share = i / 24.0;
            std::map<std::string, Vec> expected;
            for (auto [name, at] : joints_of(shipped.movement.at(share))) {
                turn_round(at, figure.base);
                expected[other_name(name)] = at;
            }
            for (const auto& [name, at] : joints_of(other_way.at(share))) {
                worst.note(distance(at, expected.at(name)), share, name);
            }
        }
        expect_at_most(worst, 0.004, shipped);
    }
}

}  // namespace
}  // namespace hipflow::figure
