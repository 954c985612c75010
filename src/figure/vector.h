// SPDX-License-Identifier: MIT
#pragma once
#include <cmath>
#include <numbers>

#include "domain/figure.h"

// Points, directions and rotations. Axes: x ahead, y up, z to the right of the body; right-handed.

namespace hipflow::figure {

inline constexpr double radian = std::numbers::pi / 180;

using Vec = Point;
inline constexpr Vec up{0, 1, 0};

constexpr Vec operator+(const Vec& a, const Vec& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
constexpr Vec operator-(const Vec& a, const Vec& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
constexpr Vec operator-(const Vec& a) { return {-a.x, -a.y, -a.z}; }
constexpr Vec operator*(const Vec& a, double by) { return {a.x * by, a.y * by, a.z * by}; }
constexpr double dot(const Vec& a, const Vec& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
constexpr Vec cross(const Vec& a, const Vec& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(const Vec& a) { return std::sqrt(dot(a, a)); }
inline double distance(const Vec& a, const Vec& b) { return length(a - b); }
constexpr Vec mix(const Vec& a, const Vec& b, double share) { return a * (1 - share) + b * share; }
constexpr double mix(double a, double b, double share) { return a * (1 - share) + b * share; }
/// The same direction with the length 1; the direction of `otherwise` if there is none.
inline Vec unit(const Vec& a, const Vec& otherwise = {0, 1, 0}) {
    constexpr double nothing = 1e-9;
    const double size = length(a);
    return size < nothing ? otherwise : a * (1 / size);
}
/// The part of `a` that is at right angles to the unit vector `axis`.
constexpr Vec across(const Vec& a, const Vec& axis) { return a - axis * dot(a, axis); }

/// A rotation: its columns are the turned axes.
struct Rotation {
    Vec x{1, 0, 0};
    Vec y{0, 1, 0};
    Vec z{0, 0, 1};
};

constexpr Vec operator*(const Rotation& r, const Vec& v) {
    return r.x * v.x + r.y * v.y + r.z * v.z;
}
constexpr Rotation operator*(const Rotation& a, const Rotation& b) {
    return {a * b.x, a * b.y, a * b.z};
}
constexpr Rotation inverse(const Rotation& r) {
    return {{r.x.x, r.y.x, r.z.x}, {r.x.y, r.y.y, r.z.y}, {r.x.z, r.y.z, r.z.z}};
}

// Rotations about an axis, by degrees.
inline Rotation about_x(double degrees) {
    const double c = std::cos(degrees * radian);
    const double s = std::sin(degrees * radian);
    return {{1, 0, 0}, {0, c, s}, {0, -s, c}};
}
inline Rotation about_y(double degrees) {
    const double c = std::cos(degrees * radian);
    const double s = std::sin(degrees * radian);
    return {{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
}
inline Rotation about_z(double degrees) {
    const double c = std::cos(degrees * radian);
    const double s = std::sin(degrees * radian);
    return {{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
}
/// About any axis, a unit vector, by radians (the formula of Rodrigues).
inline Rotation about(const Vec& axis, double angle) {
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const auto turned = [&](const Vec& v) {
        return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1 - c));
    };
    return {turned({1, 0, 0}), turned({0, 1, 0}), turned({0, 0, 1})};
}

}  // namespace hipflow::figure
