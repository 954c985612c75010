// SPDX-License-Identifier: MIT
#include "figure/camera.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hipflow::figure {
namespace {

constexpr double nearest = 0.05;  // nothing is nearer to the eye, nor behind it

/// The least box that holds everything added.
struct Range {
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    void add(double from, double to) {
        least = std::min(least, from);
        most = std::max(most, to);
    }
    double middle() const { return (least + most) / 2; }
    double size() const { return std::max(most - least, 1e-6); }
};

Vec middle_of(const std::vector<InView>& spheres) {
    Range x;
    Range y;
    Range z;
    for (const auto& [centre, radius] : spheres) {
        x.add(centre.x, centre.x);
        y.add(centre.y, centre.y);
        z.add(centre.z, centre.z);
    }
    return {x.middle(), y.middle(), z.middle()};
}

}  // namespace

Camera::Camera(const CameraAngles& angles, double width, double height, double margin,
               const std::vector<InView>& in_view) {
    const double azimuth = angles.azimuth * radian;
    const double elevation = angles.elevation * radian;
    towards_ = {-std::sin(azimuth) * std::cos(elevation), std::sin(elevation),
                std::cos(azimuth) * std::cos(elevation)};
    right_ = unit(cross(-towards_, {0, 1, 0}));
    up_ = cross(right_, -towards_);
    light_ = unit(seen(Vec{0, 1, 0}) * 0.75 + Vec{-0.35, 0, 0.6});
    centre_ = middle_of(in_view);
    Range x;
    Range y;
    for (const auto& [centre, radius] : in_view) {
        const Projected at = project(centre);
        const double size = radius * at.scale;
        x.add(at.x - size, at.x + size);
        y.add(at.y - size, at.y + size);
    }
    scale_ = std::min((width - 2 * margin) / x.size(), (height - 2 * margin) / y.size());
    middle_x_ = width / 2 - x.middle() * scale_;
    middle_y_ = height / 2 - y.middle() * scale_;
}

Projected Camera::project(const Vec& point) const {
    const Vec at = seen(point - centre_);
    const double away = std::max(distance - at.z, nearest);
    const double scale = scale_ * distance / away;
    return {middle_x_ + at.x * scale, middle_y_ - at.y * scale, scale, -away};
}

Vec Camera::ray(double x, double y) const {
    const double ahead = scale_ * distance;
    return right_ * ((x - middle_x_) / ahead) - up_ * ((y - middle_y_) / ahead) - towards_;
}

}  // namespace hipflow::figure
