// SPDX-License-Identifier: MIT
#include "figure/camera.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "figure/raster.h"
#include "figure/scenery.h"
#include "made_figures.h"
#include "shipped.h"

namespace hipflow::figure {
namespace {

constexpr double exact = 1e-9;

Camera looking(double azimuth, double elevation) {
    return {{azimuth, elevation}, 100, 100, 0, {{{0, 0, 0}, 0.5}}};
}

TEST(Camera, HasTheSceneInItsMiddle) {
    const Projected middle = looking(30, 20).project({0, 0, 0});
    EXPECT_NEAR(middle.x, 50, exact);
    EXPECT_NEAR(middle.y, 50, exact);
    EXPECT_NEAR(middle.depth, -Camera::distance, exact);
}

TEST(Camera, SeesTheLeftOfAnUprightBodyAtAzimuthNothing) {
    const Camera camera = looking(0, 0);
    EXPECT_GT(camera.project({0.1, 0, 0}).x, 50);
    EXPECT_LT(camera.project({0, 0.1, 0}).y, 50);
    EXPECT_GT(camera.project({0, 0, 0.1}).depth, camera.project({0, 0, 0}).depth);
}

TEST(Camera, GoesRoundToTheFrontAndUp) {
    const Camera front = looking(90, 0);
    EXPECT_NEAR(front.eye().x, -Camera::distance, exact);
    const Camera above = looking(0, 89);
    EXPECT_NEAR(above.eye().y, Camera::distance, 1e-3);
}

TEST(Camera, SeesWhatIsNearLarger) {
    const Camera camera = looking(0, 0);
    EXPECT_NEAR(camera.project({0, 0, 0.6}).scale, camera.scale() * 3.6 / 3.0, exact);
    EXPECT_NEAR(camera.project({0, 0, 0}).scale, camera.scale(), exact);
}

TEST(Camera, LooksThroughThePlaceWhereAPointIsSeen) {
    const Camera camera = looking(35, 25);
    const Vec point{0.2, 0.1, -0.3};
    const Projected at = camera.project(point);
    const Vec way = unit(camera.ray(at.x, at.y));
    EXPECT_NEAR(length(cross(way, unit(point - camera.eye()))), 0, 1e-9);
}

TEST(Camera, FillsThePictureOnOneOfItsTwoWays) {
    const Camera camera(CameraAngles{0, 0}, 120, 40, 2, {{{0, 0, 0}, 0.1}, {{1, 0, 0}, 0.1}});
    const Projected left = camera.project({0, 0, 0});
    const Projected right = camera.project({1, 0, 0});
    EXPECT_NEAR(left.x - 0.1 * left.scale, 2, 1e-6);
    EXPECT_NEAR(right.x + 0.1 * right.scale, 118, 1e-6);
}

// ---- what has to be in the picture

/// How far a sphere is out of a picture of that size, in its units.
double out_of(double width, double height, const Projected& at, double half_width,
              double half_height) {
    return std::max({half_width - at.x, at.x + half_width - width, half_height - at.y,
                     at.y + half_height - height});
}

double body_out_of(double width, double height, const Camera& camera, const Body& body,
                   const BodyParts& wanted) {
    double most = -1e9;
    const auto is_wanted = [&](BodyPart part) { return wanted.none() || has(wanted, part); };
    const Volumes volumes = volumes_of(body);
    for (const auto& [part, from, from_radius, to, to_radius] : volumes.capsules) {
        if (!is_wanted(part)) continue;
        for (const auto& [end, radius] : {std::pair(from, from_radius), {to, to_radius}}) {
            const Projected at = camera.project(end);
            const double size = radius * at.scale;
            most = std::max(most, out_of(width, height, at, size, size));
        }
    }
    for (const auto& [part, centre, frame, radii] : volumes.ellipsoids) {
        if (!is_wanted(part)) continue;
        const Projected at = camera.project(centre);
        const Rotation axes = camera.seen(frame);
        const Vec x{axes.x.x * radii.x, axes.y.x * radii.y, axes.z.x * radii.z};
        const Vec y{axes.x.y * radii.x, axes.y.y * radii.y, axes.z.y * radii.z};
        most =
            std::max(most, out_of(width, height, at, length(x) * at.scale, length(y) * at.scale));
    }
    return most;
}

TEST(ShippedPictures, HoldAllThatMustBeSeenAtEveryMoment) {
    for (const auto& [exercise, movement] : all_shipped()) {
        const Grain grain = grain_of_cells(38, 11);
        const double height = grain.height * grain.dot_height;
        const Camera camera = Raster(movement, grain).camera();
        Worst worst;
        for_97_moments(movement, [&](double share, const Body& body) {
            worst.note(body_out_of(grain.width, height, camera, body, movement.figure().in_view),
                       share);
        });
        EXPECT_LE(worst.amount, 0) << exercise.id << " at " << worst.share;
    }
}

TEST(ShippedPictures, HoldTheThingsThatAreSatAndSteppedOn) {
    for (const auto& [exercise, movement] : all_shipped()) {
        const Grain grain = grain_of_cells(38, 11);
        const Camera camera = Raster(movement, grain).camera();
        for (const auto& [centre, radius] : in_view_of(movement)) {
            const Projected at = camera.project(centre);
            const double size = radius * at.scale;
            EXPECT_LE(out_of(grain.width, grain.height * grain.dot_height, at, size, size), 0)
                << exercise.id;
        }
    }
}

// ---- what moves has to be seen

bool is_accent(Tint tint) {
    if (tint.is_nothing()) return false;
    const Material material = tint.material();
    return material == Material::accent || material == Material::far_accent ||
           material == Material::accent_shirt;
}

/// The least share of dots that is of a moving part, and the share that changes.
struct Movedness {
    double accent = 1;
    double change = 0;
};

/// The grain of a picture of the figure's own shape: upright ones are narrow.
Grain own_grain(Base base) {
    const bool upright = base == Base::standing || base == Base::chair ||
                         base == Base::half_kneeling || base == Base::kneeling;
    return grain_of_cells(upright ? 18 : 38, 11);
}

Movedness movedness_of(const Movement& movement) {
    constexpr int moments = 12;
    Raster raster(movement, own_grain(movement.figure().base));
    const auto first = raster.draw(movement.at(0)).tints;
    const auto all = static_cast<double>(first.size());
    std::vector<bool> changed(first.size());
    Movedness result;
    for (int i = 0; i <= moments; ++i) {
        const auto& tints = raster.draw(movement.at(static_cast<double>(i) / moments)).tints;
        const auto accents = std::count_if(tints.begin(), tints.end(), is_accent);
        result.accent = std::min(result.accent, static_cast<double>(accents) / all);
        for (std::size_t j = 0; j < tints.size(); ++j) {
            if (tints[j] != first[j]) changed[j] = true;
        }
    }
    result.change = static_cast<double>(std::count(changed.begin(), changed.end(), true)) / all;
    return result;
}

/// What hides itself for a moment, and is seen before and after it: the least share of it.
double least_accent(const std::string& id) {
    return id == "hip-cars-standing" ? 0.028 : 0.03;  // the thigh points at the viewer
}

TEST(ShippedPictures, ShowWhatMoves) {
    for (const auto& [exercise, movement] : all_shipped()) {
        const auto [accent, change] = movedness_of(movement);
        EXPECT_GE(accent, least_accent(exercise.id)) << exercise.id;
        EXPECT_GE(change, 0.02) << exercise.id;
    }
}

}  // namespace
}  // namespace hipflow::figure
