// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/figure.h"
#include "figure/vector.h"

namespace hipflow::figure {

/// A point on the picture: x to the right and y down, in the picture's units.
struct Projected {
    double x = 0;
    double y = 0;
    double scale = 0;  // units for a height of the body at that depth
    double depth = 0;  // larger is nearer
};

/// A sphere that must be in the picture.
struct InView {
    Vec centre;
    double radius = 0;
};

/// A camera that sees the scene in perspective from a distance of 3.6 heights of the body.
class Camera {
   public:
    /// Frames the spheres in a picture of that size, with a margin around them.
    Camera(const CameraAngles& angles, double width, double height, double margin,
           const std::vector<InView>& in_view);

    Projected project(const Vec& point) const;
    /// A direction as the camera has it: x to the right, y up, z towards it.
    Vec seen(const Vec& direction) const {
        return {dot(right_, direction), dot(up_, direction), dot(towards_, direction)};
    }
    Rotation seen(const Rotation& frame) const {
        return {seen(frame.x), seen(frame.y), seen(frame.z)};
    }
    /// The direction that the light comes from, as the camera has it.
    const Vec& light() const { return light_; }
    /// Units for a height of the body in the middle of the scene.
    double scale() const { return scale_; }

    /// The line of sight through a point of the picture: in the scene, from the eye.
    Vec ray(double x, double y) const;
    Vec eye() const { return centre_ + towards_ * distance; }

    static constexpr double distance = 3.6;

   private:
    Vec right_;
    Vec up_;
    Vec towards_;
    Vec light_;
    Vec centre_;
    double scale_ = 1;
    double middle_x_ = 0;
    double middle_y_ = 0;
};

}  // namespace hipflow::figure
