// SPDX-License-Identifier: MIT
#include "figure/image.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hipflow::figure {

Image image_of(const Picture& picture, int tones, Theme theme) {
    Image image{picture.width, picture.height, {}, {Rgb{}}};
    image.pixels.reserve(picture.tints.size());
    std::array<std::uint8_t, most_colours> numbers{};
    for (const Tint tint : picture.tints) {
        if (tint.is_nothing()) {
            image.pixels.push_back(0);
            continue;
        }
        std::uint8_t& number = numbers.at(tint.code);
        if (number == 0) {
            number = static_cast<std::uint8_t>(image.colours.size());
            image.colours.push_back(true_colour(tint, tones, theme));
        }
        image.pixels.push_back(number);
    }
    return image;
}

Image mirrored(Image image) {
    for (auto row = image.pixels.begin(); row != image.pixels.end(); row += image.width) {
        std::reverse(row, row + image.width);
    }
    return image;
}

Picture beside(const Picture& left, const Picture& right, int between) {
    Picture both{left.width + between + right.width, left.height, {}};
    both.tints.reserve(static_cast<std::size_t>(both.width) *
                       static_cast<std::size_t>(both.height));
    const auto add_row = [&](const Picture& from, int row) {
        const auto begin = from.tints.begin() + static_cast<std::ptrdiff_t>(row) * from.width;
        both.tints.insert(both.tints.end(), begin, begin + from.width);
    };
    for (int row = 0; row < both.height; ++row) {
        add_row(left, row);
        both.tints.insert(both.tints.end(), static_cast<std::size_t>(between), Tint{});
        add_row(right, row);
    }
    return both;
}

}  // namespace hipflow::figure
