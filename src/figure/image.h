// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "figure/palette.h"
#include "figure/raster.h"

// Pictures as pixels, and as the bytes of formats that terminals take. See docs/design/figures.md,
// "Graphics protocols".

namespace hipflow::figure {

/// Pixels of numbered colours, row by row. Number 0 is nothing: what is behind it shows.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  // each below colours.size()
    std::vector<Rgb> colours;          // at most most_colours; the first is of no use
    bool operator==(const Image&) const = default;
};

/// Sixteen materials of a few tones and an outline are fewer.
inline constexpr std::size_t most_colours = 128;

/// Gives each dot of a picture its exact colour; `tones` as in its grain. Only colours that the
/// picture has are in the image.
Image image_of(const Picture& picture, int tones, Theme theme);

/// The image in a mirror.
Image mirrored(Image image);

/// Two pictures of the same height side by side, `between` dots apart.
Picture beside(const Picture& left, const Picture& right, int between);

/// The image as a PNG file with a palette, number 0 transparent.
std::string png_of(const Image& image);

/// The image as sixel graphics (DEC STD 070): from DCS to ST. Where nothing is, the terminal keeps
/// what it has.
std::string sixel_of(const Image& image);

}  // namespace hipflow::figure
