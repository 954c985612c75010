// SPDX-License-Identifier: MIT
// What a raster is drawn of: panels, capsules and ellipsoids, each by what a line of sight meets.
#include <algorithm>
#include <array>
#include <cmath>

#include "figure/raster.h"

namespace hipflow::figure {

namespace {

/// Tells whether a point of the picture is inside of four corners, in either order.
bool is_inside(const std::array<Projected, 4>& corners, double x, double y) {
    bool clockwise = true;
    bool counter = true;
    const Projected* a = &corners.back();
    for (const Projected& b : corners) {
        const double turn = (b.x - a->x) * (y - a->y) - (b.y - a->y) * (x - a->x);
        clockwise = clockwise && turn >= 0;
        counter = counter && turn <= 0;
        a = &b;
    }
    return clockwise || counter;
}

}  // namespace

void Raster::draw_panel(const Panel& panel) {
    std::array<Projected, 4> at{};
    std::transform(panel.corners.begin(), panel.corners.end(), at.begin(),
                   [&](const Vec& corner) { return camera_.project(corner); });
    const auto [left, right] = std::minmax({at[0].x, at[1].x, at[2].x, at[3].x});
    const auto [top, bottom] = std::minmax({at[0].y, at[1].y, at[2].y, at[3].y});
    const Vec facing =
        cross(panel.corners[1] - panel.corners[0], panel.corners[2] - panel.corners[0]);
    const double from_eye = dot(facing, panel.corners[0] - camera_.eye());
    double light = panel.light;
    if (panel.normal) {
        const Vec normal = camera_.seen(*panel.normal);
        light = std::max(0.08, static_cast<double>(light_on(normal.x, normal.y, normal.z)));
    }
    const Box box = box_of(left, right, top, bottom);
    for (int r = box.top; r < box.bottom; ++r) {
        for (int c = box.left; c < box.right; ++c) {
            if (!is_inside(at, x_of(c), y_of(r))) continue;
            const double slope = dot(facing, camera_.ray(x_of(c), y_of(r)));
            if (std::abs(slope) < 1e-9) continue;
            const auto depth = static_cast<float>(-from_eye / slope);
            if (depth > 0 || depth <= sample(r, c).depth) continue;
            sample(r, c) = {depth, static_cast<float>(light), 0,
                            static_cast<std::uint8_t>(panel.material)};
        }
    }
}

void Raster::draw_disc(const Projected& at, double radius, Material material, Group group) {
    const double size = radius * at.scale;
    const Box box = box_of(at.x - size, at.x + size, at.y - size, at.y + size);
    for (int r = box.top; r < box.bottom; ++r) {
        for (int c = box.left; c < box.right; ++c) {
            const double x = (x_of(c) - at.x) / size;
            const double y = (y_of(r) - at.y) / size;
            const double from_middle = x * x + y * y;
            if (from_middle >= 1) continue;
            const double z = std::sqrt(1 - from_middle);
            const auto depth = static_cast<float>(at.depth + radius * z);
            if (depth <= sample(r, c).depth) continue;
            sample(r, c) = {depth, light_on(x, -y, z), group, static_cast<std::uint8_t>(material)};
        }
    }
}

void Raster::draw_capsule(const Capsule& capsule, Material material, Group group) {
    const Projected a = camera_.project(capsule.from);
    const Projected b = camera_.project(capsule.to);
    const double size_a = capsule.from_radius * a.scale;
    const double size_b = capsule.to_radius * b.scale;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    // A bone that points at the viewer is hardly more than its two ends.
    const double ends = size_a + size_b;
    if (squared <= ends * ends / 2) {
        draw_disc(a, capsule.from_radius, material, group);
        draw_disc(b, capsule.to_radius, material, group);
    }
    if (squared < 1e-6) return;
    const Box box =
        box_of(std::min(a.x - size_a, b.x - size_b), std::max(a.x + size_a, b.x + size_b),
               std::min(a.y - size_a, b.y - size_b), std::max(a.y + size_a, b.y + size_b));
    const double by_length = 1 / squared;
    const double radius_change = capsule.to_radius - capsule.from_radius;
    for (int r = box.top; r < box.bottom; ++r) {
        const double from_y = y_of(r) - a.y;
        for (int c = box.left; c < box.right; ++c) {
            const double from_x = x_of(c) - a.x;
            const double t = std::clamp((from_x * dx + from_y * dy) * by_length, 0.0, 1.0);
            const double size = size_a + (size_b - size_a) * t;
            const double x = from_x - t * dx;
            const double y = from_y - t * dy;
            const double left = size * size - x * x - y * y;
            if (left <= 0) continue;
            const double z = std::sqrt(left) / size;
            const auto depth = static_cast<float>(a.depth + (b.depth - a.depth) * t +
                                                  (capsule.from_radius + radius_change * t) * z);
            if (depth <= sample(r, c).depth) continue;
            sample(r, c) = {depth, light_on(x / size, -y / size, z), group,
                            static_cast<std::uint8_t>(material)};
        }
    }
}

namespace {

/// Tells whether a point of the head, on its unit sphere, is under the hair. With the nose it
/// shows where the face looks, even in five dots.
bool is_hair(const Vec& at) {
    const double line = -0.05 + 0.55 * std::max(0.0, at.y - 0.25) + (at.y > 0.62 ? 0.9 : 0.0);
    return at.x < line && at.y > -0.55;
}

}  // namespace

/// Draws the ellipsoid A·q, |q| ≤ 1, where A has the half axes as the camera sees them: each point
/// of the picture is met by one line of q, whose nearer end is what is seen.
void Raster::draw_ellipsoid(const Ellipsoid& ellipsoid, Material material, Group group) {
    const Projected at = camera_.project(ellipsoid.centre);
    const Rotation axes = camera_.seen(ellipsoid.frame);
    const Vec& radii = ellipsoid.radii;
    // Rows of B: picture x and y of a step along each half axis.
    const Vec bx{axes.x.x * radii.x * at.scale, axes.y.x * radii.y * at.scale,
                 axes.z.x * radii.z * at.scale};
    const Vec by{-axes.x.y * radii.x * at.scale, -axes.y.y * radii.y * at.scale,
                 -axes.z.y * radii.z * at.scale};
    const Vec depth_of{axes.x.z * radii.x, axes.y.z * radii.y, axes.z.z * radii.z};
    const double xx = dot(bx, bx);
    const double xy = dot(bx, by);
    const double yy = dot(by, by);
    const double whole = xx * yy - xy * xy;
    if (whole < 1e-12) return;
    // The pseudo-inverse of B, by columns.
    const Vec px = (bx * yy - by * xy) * (1 / whole);
    const Vec py = (by * xx - bx * xy) * (1 / whole);
    Vec towards = unit(cross(bx, by));
    if (dot(depth_of, towards) < 0) towards = -towards;
    const double half_width = std::sqrt(xx);
    const double half_height = std::sqrt(yy);
    const Box box =
        box_of(at.x - half_width, at.x + half_width, at.y - half_height, at.y + half_height);
    const bool is_head = ellipsoid.part == BodyPart::head;
    for (int r = box.top; r < box.bottom; ++r) {
        for (int c = box.left; c < box.right; ++c) {
            const Vec flat = px * (x_of(c) - at.x) + py * (y_of(r) - at.y);
            const double from_middle = dot(flat, flat);
            if (from_middle >= 1) continue;
            const Vec q = flat + towards * std::sqrt(1 - from_middle);
            const auto depth = static_cast<float>(at.depth + dot(depth_of, q));
            if (depth <= sample(r, c).depth) continue;
            const Vec normal = unit(axes * Vec{q.x / radii.x, q.y / radii.y, q.z / radii.z});
            const Material here = is_head && is_hair(q) ? Material::hair : material;
            sample(r, c) = {depth, light_on(normal.x, normal.y, normal.z), group,
                            static_cast<std::uint8_t>(here)};
        }
    }
}

}  // namespace hipflow::figure
