// SPDX-License-Identifier: MIT
#include "figure/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace hipflow::figure {
namespace {

constexpr double margin = 0.6;          // dots
constexpr double shadow_height = 0.30;  // what is higher throws none
constexpr double shadow_strength = 0.62;
constexpr double ground_light = 0.8;
constexpr Group band_group = 31;

Camera camera_for(const Movement& movement, const Grain& grain) {
    return {movement.figure().camera, static_cast<double>(grain.width),
            grain.height * grain.dot_height, margin, in_view_of(movement)};
}

}  // namespace

Grain grain_of_cells(int columns, int rows) {
    constexpr int large = 1000;
    Grain grain;
    grain.width = 2 * columns;
    grain.height = 2 * rows;
    if (columns * rows >= large) grain.down = 2;
    return grain;
}

Grain grain_of_pixels(int width, int height) {
    Grain grain;
    grain.width = width;
    grain.height = height;
    grain.dot_height = 1;
    grain.down = 2;
    grain.tones = 5;
    // Half a dot would be lost where it is outvoted, and leave a row of dashes.
    grain.outline = std::max(grain.across, std::min(width, height) / 70);
    grain.outline_depth = 0.020;
    return grain;
}

Raster::Raster(const Movement& movement, const Grain& grain)
    : grain_(grain),
      camera_(camera_for(movement, grain)),
      materials_(materials_of(movement.figure(), far_sides(movement, camera_))),
      has_band_(movement.figure().scene.band),
      columns_(grain.width * grain.across),
      rows_(grain.height * grain.down),
      samples_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
      floor_(samples_.size()),
      picture_{grain.width, grain.height, {}} {
    picture_.tints.resize(static_cast<std::size_t>(grain.width) *
                          static_cast<std::size_t>(grain.height));
    for (const auto& panel : panels_of(movement)) draw_panel(panel);
    for (const auto& [centre, radii] : movement.figure().scene.cushions) {
        draw_ellipsoid({BodyPart::pelvis, centre, {}, radii}, Material::cushion, 0);
    }
    note_floor();
    scenery_ = samples_;
}

Raster::Box Raster::box_of(double left, double right, double top, double bottom) const {
    const double height = grain_.dot_height / grain_.down;
    const auto sample = [](double at, double size, int most) {
        return static_cast<int>(std::clamp(std::floor(at / size), 0.0, static_cast<double>(most)));
    };
    const double width = 1.0 / grain_.across;
    return {sample(left, width, columns_), std::min(sample(right, width, columns_) + 1, columns_),
            sample(top, height, rows_), std::min(sample(bottom, height, rows_) + 1, rows_)};
}

float Raster::light_on(double x, double y, double z) const {
    const Vec& light = camera_.light();
    const double s = 0.42 + 0.58 * (x * light.x + y * light.y + z * light.z);
    return static_cast<float>(std::clamp(s, 0.0, 1.0));
}

namespace {

bool is_ground(std::uint8_t material) {
    return material == static_cast<std::uint8_t>(Material::mat) ||
           material == static_cast<std::uint8_t>(Material::edge);
}

}  // namespace

/// Notes where on the floor each sample of the mat is.
void Raster::note_floor() {
    const Vec eye = camera_.eye();
    for (int r = 0; r < rows_; ++r) {
        for (int c = 0; c < columns_; ++c) {
            const Vec ray = camera_.ray(x_of(c), y_of(r));
            if (!is_ground(sample(r, c).material) || ray.y >= 0) continue;
            const double way = -eye.y / ray.y;
            floor_[place(r, c)] = {static_cast<float>(eye.x + way * ray.x),
                                   static_cast<float>(eye.z + way * ray.z)};
        }
    }
}

/// Darkens the mat below a capsule that was dropped on it.
void Raster::shade_floor(const Capsule& dropped) {
    constexpr double spread = 1.15;
    const auto& [part, a, a_radius, b, b_radius] = dropped;
    if (std::min(a.y - a_radius, b.y - b_radius) > shadow_height) return;
    const auto foot = [&](const Vec& end, double radius) {
        const Projected at = camera_.project({end.x, 0, end.z});
        return std::pair(at, radius * spread * at.scale);
    };
    const auto [at_a, size_a] = foot(a, a_radius);
    const auto [at_b, size_b] = foot(b, b_radius);
    const Box box = box_of(
        std::min(at_a.x - size_a, at_b.x - size_b), std::max(at_a.x + size_a, at_b.x + size_b),
        std::min(at_a.y - size_a, at_b.y - size_b), std::max(at_a.y + size_a, at_b.y + size_b));
    const auto ax = static_cast<float>(a.x);
    const auto az = static_cast<float>(a.z);
    const auto dx = static_cast<float>(b.x - a.x);
    const auto dz = static_cast<float>(b.z - a.z);
    const float squared = dx * dx + dz * dz;
    const float by_length = squared > 1e-9F ? 1 / squared : 0;
    for (int r = box.top; r < box.bottom; ++r) {
        for (int c = box.left; c < box.right; ++c) {
            if (!is_ground(sample(r, c).material)) continue;
            const float x = floor_[place(r, c)].x - ax;
            const float z = floor_[place(r, c)].z - az;
            const float t = std::clamp((x * dx + z * dz) * by_length, 0.0F, 1.0F);
            const float from_line_x = x - t * dx;
            const float from_line_z = z - t * dz;
            const auto along = static_cast<double>(t);
            const double radius = mix(a_radius, b_radius, along);
            const auto wide = static_cast<float>(radius * spread);
            if (from_line_x * from_line_x + from_line_z * from_line_z >= wide * wide) continue;
            const double gap = mix(a.y, b.y, along) - radius;
            const double dark = std::clamp(1 - gap / shadow_height, 0.0, 1.0);
            sample(r, c).light = std::min(
                sample(r, c).light, static_cast<float>(ground_light - shadow_strength * dark));
        }
    }
}

void Raster::draw_shadow(const Volumes& volumes) {
    constexpr std::size_t nose = 1;
    for (std::size_t i = 0; i < volumes.capsules.size(); ++i) {
        if (i != nose) shade_floor(volumes.capsules.at(i));
    }
    for (const auto& [part, centre, frame, radii] : volumes.ellipsoids) {
        const Vec half = frame.y * (radii.y * 0.6);
        const double radius = (radii.x + radii.y + radii.z) / 3 * 0.9;
        shade_floor({part, centre - half, radius, centre + half, radius});
    }
}

/// Tells whether a sample lies at the edge of a nearer part of the body.
bool Raster::is_outline(int column, int row) const {
    const Sample& here = samples_[place(row, column)];
    if (here.group == 0) return false;
    const auto hides = [&](int c, int r) {
        if (c < 0 || c >= columns_ || r < 0 || r >= rows_) return false;
        const Sample& other = samples_[place(r, c)];
        return other.group != 0 && other.group != here.group &&
               other.depth > here.depth + static_cast<float>(grain_.outline_depth);
    };
    const int off = grain_.outline;
    return hides(column - off, row) || hides(column + off, row) || hides(column, row - off) ||
           hides(column, row + off);
}

Tint Raster::tint_of(int column, int row) const {
    const Sample& sample = samples_[place(row, column)];
    if (sample.material == Tint::nothing) return {};
    const auto material = static_cast<Material>(sample.material);
    if (is_outline(column, row)) return Tint::of(material, Tint::outline);
    const int tone = static_cast<int>(sample.light * static_cast<float>(grain_.tones));
    return Tint::of(material, std::min(tone, grain_.tones - 1));
}

namespace {

/// The tint that most of a dot's samples have; nothing, if most have none.
Tint tint_of_most(std::span<const Tint> samples) {
    const Tint first = samples.front();
    const auto times = [&](Tint tint) { return std::count(samples.begin(), samples.end(), tint); };
    const auto all = std::ssize(samples);
    if (times(first) == all) return first;
    if (2 * times({}) > all) return {};
    Tint best;
    std::ptrdiff_t most = 0;
    for (const Tint tint : samples) {
        if (tint.is_nothing() || times(tint) <= most) continue;
        best = tint;
        most = times(tint);
    }
    return best;
}

}  // namespace

/// Makes dots of the samples.
void Raster::gather() {
    constexpr std::size_t most_samples = 16;
    std::array<Tint, most_samples> tints;
    auto out = picture_.tints.begin();
    for (int y = 0; y < grain_.height; ++y) {
        for (int x = 0; x < grain_.width; ++x) {
            std::size_t count = 0;
            for (int r = y * grain_.down; r < (y + 1) * grain_.down; ++r) {
                for (int c = x * grain_.across; c < (x + 1) * grain_.across; ++c) {
                    tints.at(count++) = tint_of(c, r);
                }
            }
            *out++ = tint_of_most(std::span(tints).first(count));
        }
    }
}

const Picture& Raster::draw(const Body& body) {
    const Volumes volumes = volumes_of(body);
    std::copy(scenery_.begin(), scenery_.end(), samples_.begin());
    draw_shadow(volumes);
    for (const auto& capsule : volumes.capsules) {
        draw_capsule(capsule, materials_.at(static_cast<std::size_t>(capsule.part)),
                     group_of(capsule.part));
    }
    for (const auto& ellipsoid : volumes.ellipsoids) {
        draw_ellipsoid(ellipsoid, materials_.at(static_cast<std::size_t>(ellipsoid.part)),
                       group_of(ellipsoid.part));
    }
    if (has_band_) {
        for (const auto& capsule : band_of(body)) {
            draw_capsule(capsule, Material::band, band_group);
        }
    }
    gather();
    return picture_;
}

}  // namespace hipflow::figure
