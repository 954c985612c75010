// SPDX-License-Identifier: MIT
#include "figure/scenery.h"

#include <algorithm>
#include <array>
#include <limits>

#include "figure/volumes.h"

namespace hipflow::figure {
namespace {

constexpr double rim = 0.02;         // of the mat
constexpr double bed_height = 0.24;  // from the ground to where one lies

struct Rectangle {
    double left;
    double right;
    double back;
    double front;
};

struct Extent {
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    void add(double value) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    double middle() const { return (least + most) / 2; }
};

Rectangle mat_of(const Movement& movement) {
    Extent x;
    Extent z;
    const Body& body = movement.first();
    const auto add = [&](const Vec& point) {
        x.add(point.x);
        z.add(point.z);
    };
    add(body.trunk.head);
    for (const Side side : two_sides) {
        const Leg& leg = body.leg[side];
        for (const Vec& point : {leg.hip, leg.knee, leg.ankle, leg.heel, leg.toe}) add(point);
        const Arm& arm = body.arm[side];
        for (const Vec& point : {arm.shoulder, arm.elbow, arm.wrist, arm.hand}) add(point);
    }
    const Base base = movement.figure().base;
    if (is_upright(base)) return {x.middle() - 0.42, x.middle() + 0.42, -0.30, 0.30};
    const bool sits = base == Base::floor_sitting;
    const double middle = sits ? z.middle() : 0;
    const double half = sits ? 0.40 : 0.24;
    return {x.least - 0.10, x.most + 0.10, middle - half, middle + half};
}

/// A bed is wider than a mat, and leaves more room at both ends.
Rectangle bed_of(const Movement& movement) {
    constexpr double half_width = 0.29;
    const Rectangle mat = mat_of(movement);
    const double middle = (mat.back + mat.front) / 2;
    return {mat.left - 0.04, mat.right + 0.04, middle - half_width, middle + half_width};
}

Panel level_panel(const Rectangle& r, double height, Material material) {
    return {{{{r.left, height, r.back},
              {r.right, height, r.back},
              {r.right, height, r.front},
              {r.left, height, r.front}}},
            material,
            {},
            0.8};
}

void add_mat(std::vector<Panel>& panels, const Rectangle& r) {
    constexpr double above = 0.001;
    panels.push_back(level_panel(r, 0, Material::mat));
    for (const Rectangle& side : {Rectangle{r.left, r.right, r.front - rim, r.front},
                                  {r.left, r.right, r.back, r.back + rim},
                                  {r.left, r.left + rim, r.back, r.front},
                                  {r.right - rim, r.right, r.back, r.front}}) {
        panels.push_back(level_panel(side, above, Material::edge));
    }
}

void add_wall(std::vector<Panel>& panels, const WallProp& wall) {
    constexpr double line = 0.018;
    constexpr double in_front = 0.002;
    const auto strip = [&](double from, double to, double ahead, Material material, double light) {
        const double at = wall.at + wall.faces * ahead;
        const auto point = [&](double along, double height) {
            return wall.axis == Axis::x ? Vec{at, height, along} : Vec{along, height, at};
        };
        panels.push_back({{{point(wall.span[0], from), point(wall.span[1], from),
                            point(wall.span[1], to), point(wall.span[0], to)}},
                          material,
                          {},
                          light});
    };
    strip(0, wall.height, 0, Material::wall, 0.7);
    strip(0, line, in_front, Material::edge, 0.8);
    strip(wall.height - line, wall.height, in_front, Material::edge, 0.8);
}

/// Adds the five sides of a box that can be seen; nobody looks at it from below.
void add_box(std::vector<Panel>& panels, const Vec& least, const Vec& most, Material material) {
    const auto& [x0, y0, z0] = least;
    const auto& [x1, y1, z1] = most;
    const auto add = [&](const std::array<Vec, 4>& corners, const Vec& normal) {
        panels.push_back({corners, material, normal});
    };
    add({{{x0, y1, z0}, {x1, y1, z0}, {x1, y1, z1}, {x0, y1, z1}}}, {0, 1, 0});
    add({{{x0, y0, z1}, {x1, y0, z1}, {x1, y1, z1}, {x0, y1, z1}}}, {0, 0, 1});
    add({{{x0, y0, z0}, {x1, y0, z0}, {x1, y1, z0}, {x0, y1, z0}}}, {0, 0, -1});
    add({{{x1, y0, z0}, {x1, y0, z1}, {x1, y1, z1}, {x1, y1, z0}}}, {1, 0, 0});
    add({{{x0, y0, z0}, {x0, y0, z1}, {x0, y1, z1}, {x0, y1, z0}}}, {-1, 0, 0});
}

/// Adds a bed under the body, whose top is where the floor would be: a mattress on a base.
void add_bed(std::vector<Panel>& panels, const Rectangle& r) {
    constexpr double above = 0.001;
    constexpr double mattress = 0.10;
    constexpr double inset = 0.015;
    const auto box = [&](double top, double bottom, double in, Material material) {
        add_box(panels, {r.left + in, bottom, r.back + in}, {r.right - in, top, r.front - in},
                material);
    };
    const std::size_t before = panels.size();
    box(-mattress, -bed_height, inset, Material::wood);
    box(0, -mattress, 0, Material::cushion);
    for (std::size_t i = before; i < panels.size(); ++i) panels[i].below = true;
    panels.push_back(level_panel(r, above, Material::mat));
}

void add_counter(std::vector<Panel>& panels, const BoxProp& box) {
    constexpr double top = 0.03;
    constexpr double overhang = 0.015;
    add_box(panels, box.least + Vec{overhang, 0, overhang}, box.most - Vec{overhang, top, overhang},
            Material::wood);
    add_box(panels, {box.least.x, box.most.y - top, box.least.z}, box.most, Material::step);
}

/// The parts of a chair, from its middle.
struct ChairPlan {
    double x;
    double z;
    double front;
    double back;
    double seat;
    static constexpr double half_width = 0.125;
    static constexpr double rest_height = 0.24;
};

ChairPlan plan_of(const ChairProp& chair) {
    const auto at = chair.at.value_or(std::array<double, 2>{0.02, 0});
    return {at[0], at[1], at[0] - 0.12 * chair.back, at[0] + 0.16 * chair.back, chair.seat};
}

void add_chair(std::vector<Panel>& panels, const ChairProp& chair) {
    constexpr double thick = 0.025;
    constexpr double leg = 0.012;
    constexpr double half = ChairPlan::half_width;
    const ChairPlan plan = plan_of(chair);
    const double left = std::min(plan.front, plan.back);
    const double right = std::max(plan.front, plan.back);
    add_box(panels, {left, plan.seat - thick, plan.z - half}, {right, plan.seat, plan.z + half},
            Material::wood);
    for (const double x : {left + leg, right - leg}) {
        for (const double z : {plan.z - half + leg, plan.z + half - leg}) {
            add_box(panels, {x - leg, 0, z - leg}, {x + leg, plan.seat - thick, z + leg},
                    Material::wood);
        }
    }
    if (!chair.rest) return;
    const double x = plan.back - chair.back * leg;
    add_box(panels, {x - leg, plan.seat, plan.z - half},
            {x + leg, plan.seat + ChairPlan::rest_height, plan.z + half}, Material::wood);
}

}  // namespace

std::vector<Panel> panels_of(const Movement& movement) {
    const Surroundings& scene = movement.figure().scene;
    std::vector<Panel> panels;
    if (scene.bed) {
        add_bed(panels, bed_of(movement));
    } else {
        add_mat(panels, mat_of(movement));
    }
    if (scene.wall) add_wall(panels, *scene.wall);
    if (scene.counter) add_counter(panels, *scene.counter);
    if (scene.step) add_box(panels, scene.step->least, scene.step->most, Material::step);
    if (scene.chair) add_chair(panels, *scene.chair);
    return panels;
}

namespace {

void add_body(std::vector<InView>& spheres, const Volumes& volumes, const BodyParts& wanted) {
    const auto is_wanted = [&](BodyPart part) { return wanted.none() || has(wanted, part); };
    for (const auto& capsule : volumes.capsules) {
        if (!is_wanted(capsule.part)) continue;
        spheres.push_back({capsule.from, capsule.from_radius});
        spheres.push_back({capsule.to, capsule.to_radius});
    }
    for (const auto& [part, centre, frame, radii] : volumes.ellipsoids) {
        if (is_wanted(part)) spheres.push_back({centre, std::max({radii.x, radii.y, radii.z})});
    }
}

void add_chair(std::vector<InView>& spheres, const ChairProp& chair) {
    const ChairPlan plan = plan_of(chair);
    for (const double x : {plan.front, plan.back}) {
        spheres.push_back({{x, 0, plan.z + ChairPlan::half_width}, 0});
        spheres.push_back({{x, 0, plan.z - ChairPlan::half_width}, 0});
    }
    if (chair.rest) {
        spheres.push_back({{plan.back, plan.seat + ChairPlan::rest_height, plan.z}, 0});
    }
}

void add_bed(std::vector<InView>& spheres, const Rectangle& bed) {
    for (const double x : {bed.left, bed.right}) {
        for (const double z : {bed.back, bed.front}) {
            for (const double y : {0.0, -bed_height}) spheres.push_back({{x, y, z}, 0});
        }
    }
}

std::vector<InView> view_of(const Movement& movement, const BodyParts& wanted) {
    constexpr int moments = 9;
    const Figure& figure = movement.figure();
    std::vector<InView> spheres;
    const auto add_moment = [&](double share) {
        add_body(spheres, volumes_of(movement.at(share)), wanted);
    };
    for (int i = 0; i < moments; ++i) add_moment(static_cast<double>(i) / (moments - 1));
    for (const auto& frame : figure.frames) add_moment(frame.share);
    if (figure.scene.chair) add_chair(spheres, *figure.scene.chair);
    if (figure.scene.bed) add_bed(spheres, bed_of(movement));
    for (const auto* box : {&figure.scene.counter, &figure.scene.step}) {
        if (!*box) continue;
        const auto& [least, most, fit] = **box;
        spheres.push_back({least, 0});
        spheres.push_back({{mix(least.x, most.x, fit), most.y, most.z}, 0});
    }
    return spheres;
}

}  // namespace

std::vector<InView> in_view_of(const Movement& movement) {
    return view_of(movement, movement.figure().in_view);
}

std::vector<InView> whole_view_of(const Movement& movement) { return view_of(movement, {}); }

std::array<Capsule, 4> band_of(const Body& body) {
    constexpr double along = 0.78;  // of the thigh
    constexpr double aside = 0.045;
    constexpr double thin = 0.012;
    constexpr double around = 0.050;
    const auto on_thigh = [&](Side side) {
        return mix(body.leg[side].hip, body.leg[side].knee, along);
    };
    const auto strand = [&](double off) {
        return Capsule{BodyPart::thigh_l, on_thigh(Side::left) + body.leg.left.thigh.x * off, thin,
                       on_thigh(Side::right) + body.leg.right.thigh.x * off, thin};
    };
    const auto ring = [&](Side side) {
        const Vec half = body.leg[side].thigh.y * thin;
        return Capsule{BodyPart::thigh_l, on_thigh(side) - half, around, on_thigh(side) + half,
                       around};
    };
    return {strand(aside), strand(-aside), ring(Side::left), ring(Side::right)};
}

}  // namespace hipflow::figure
