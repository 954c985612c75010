// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "figure/camera.h"
#include "figure/look.h"
#include "figure/movement.h"
#include "figure/scenery.h"

namespace hipflow::figure {

/// A material in one of its tones, or nothing: the terminal's own background.
struct Tint {
    std::uint8_t code = nothing;

    static constexpr std::uint8_t nothing = 255;
    static constexpr int outline = 7;  // a tone darker than all others
    static constexpr Tint of(Material material, int tone) {
        return {static_cast<std::uint8_t>(static_cast<int>(material) * 8 + tone)};
    }
    constexpr bool is_nothing() const { return code == nothing; }
    constexpr Material material() const { return static_cast<Material>(code / 8); }
    constexpr int tone() const { return code % 8; }
    bool operator==(const Tint&) const = default;
};

/// A picture of tints, row by row.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<Tint> tints;
    Tint at(int x, int y) const {
        return tints[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(x)];
    }
    bool operator==(const Picture&) const = default;
};

/// How finely a picture is made. A dot is a unit wide.
struct Grain {
    int width = 0;  // in dots
    int height = 0;
    double dot_height = 2;  // 2 for the quarters of a cell, 1 for square pixels
    int across = 2;         // samples in a dot
    int down = 3;
    int tones = 3;
    int outline = 1;               // its thickness, in samples
    double outline_depth = 0.028;  // how much nearer a part is that hides another
    bool operator==(const Grain&) const = default;
};
/// The grain of a picture in quarters of cells.
Grain grain_of_cells(int columns, int rows);
/// The grain of a picture in pixels.
Grain grain_of_pixels(int width, int height);

/// Draws a movement at one size. What stands still is drawn once; drawing a moment allocates
/// nothing. One camera frames the whole movement, so nothing changes its size.
class Raster {
   public:
    Raster(const Movement& movement, const Grain& grain);

    const Camera& camera() const { return camera_; }
    /// The picture is valid until the next call.
    const Picture& draw(const Body& body);

   private:
    struct Sample {
        float depth = -1e9F;
        float light = 0;
        Group group = 0;
        std::uint8_t material = Tint::nothing;
    };
    struct Box {
        int left, right, top, bottom;
    };

    Box box_of(double left, double right, double top, double bottom) const;
    double x_of(int column) const { return (column + 0.5) / grain_.across; }
    double y_of(int row) const { return (row + 0.5) * grain_.dot_height / grain_.down; }
    std::size_t place(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }
    Sample& sample(int row, int column) { return samples_[place(row, column)]; }
    float light_on(double x, double y, double z) const;

    void draw_panel(const Panel& panel);
    void note_floor();
    void shade_floor(const Capsule& dropped);
    void draw_shadow(const Volumes& volumes);
    void draw_capsule(const Capsule& capsule, Material material, Group group);
    void draw_disc(const Projected& at, double radius, Material material, Group group);
    void draw_ellipsoid(const Ellipsoid& ellipsoid, Material material, Group group);
    bool is_outline(int column, int row) const;
    Tint tint_of(int column, int row) const;
    void gather();

    Grain grain_;
    Camera camera_;
    Materials materials_;
    bool has_band_ = false;
    int columns_ = 0;  // of samples
    int rows_ = 0;
    std::vector<Sample> scenery_;  // the samples without the body
    std::vector<Sample> samples_;
    struct FloorPoint {
        float x = 0;
        float z = 0;
    };
    std::vector<FloorPoint> floor_;  // where a sample of the mat is
    Picture picture_;
};

}  // namespace hipflow::figure
