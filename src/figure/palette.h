// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>

#include "figure/raster.h"

namespace hipflow::figure {

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Rgb&) const = default;
};

/// The sum of the squared differences of the three parts.
int squared_distance(const Rgb& a, const Rgb& b);

/// A colour as a terminal is told it: none, one of its numbered ones, or any.
struct Colour {
    enum class Kind : std::uint8_t { none, numbered, rgb };
    Kind kind = Kind::none;
    Rgb value;  // of a numbered one, `red` is the number
    static constexpr Colour numbered(std::uint8_t number) {
        return {Kind::numbered, {number, 0, 0}};
    }
    static constexpr Colour of(const Rgb& rgb) { return {Kind::rgb, rgb}; }
    bool operator==(const Colour&) const = default;
};

/// The colour as it is usually seen; of the first sixteen, as xterm has them. Black for none.
Rgb rgb_of(const Colour& colour);

enum class Theme { dark, light };
enum class ColourDepth { none, eight, sixteen, indexed, truecolor };

/// The colour of every tint on one kind of terminal.
class Palette {
   public:
    Palette(ColourDepth depth, Theme theme);

    ColourDepth depth() const { return depth_; }
    Theme theme() const { return theme_; }
    const Colour& colour(Tint tint) const { return colours_.at(tint.code % 128U); }
    const Rgb& rgb(Tint tint) const {
        return tint.is_nothing() ? background_ : rgbs_.at(tint.code % 128U);
    }
    /// What the terminal's own background probably looks like.
    const Rgb& background() const { return background_; }

   private:
    ColourDepth depth_;
    Theme theme_;
    Rgb background_;
    std::array<Colour, 128> colours_;
    std::array<Rgb, 128> rgbs_;
};

/// The exact colour of a tint among `tones`, for pixels and paper.
Rgb true_colour(Tint tint, int tones, Theme theme);

}  // namespace hipflow::figure
