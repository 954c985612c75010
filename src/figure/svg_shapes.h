// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "figure/camera.h"
#include "figure/volumes.h"

namespace hipflow::figure {

// The shapes of a figure as elements of SVG, without their colours. Their numbers have at most one
// decimal, and are finite whatever comes in.

/// A circle on the picture.
struct Round {
    double x = 0;
    double y = 0;
    double radius = 0;
};
/// <circle>
std::string circle_element(const Round& round);
/// The outline of two circles and all between them, as <path> of two tangents and two arcs; as
/// <circle> where one of them covers the other.
std::string capsule_element(const Round& from, const Round& to);
/// <polygon>
std::string polygon_element(const std::array<Projected, 4>& corners);

/// An ellipse on the picture: its half axes, and by how many degrees the larger one is turned
/// clockwise from x.
struct Oval {
    Projected centre;
    double larger = 0;
    double smaller = 0;
    double turned = 0;
};
/// The outline of an ellipsoid; perspective inside of it is left out. The half axes are the
/// singular values of what takes its unit sphere to the picture.
Oval outline_of(const Ellipsoid& ellipsoid, const Camera& camera);
/// <ellipse>
std::string ellipse_element(const Oval& oval);

/// Text for an element or an attribute. What XML does not have becomes a space.
std::string xml_text(std::string_view plain);

}  // namespace hipflow::figure
