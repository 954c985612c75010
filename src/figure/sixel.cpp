// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "figure/image.h"

namespace hipflow::figure {
namespace {

constexpr int band_rows = 6;

void add_run(std::string& bytes, char sixel, int count) {
    constexpr int worth_a_count = 4;
    if (count < worth_a_count) {
        bytes.append(static_cast<std::size_t>(count), sixel);
    } else {
        bytes += '!' + std::to_string(count) + sixel;
    }
}

/// The columns of a band that have a colour, as runs; what is empty at the end is left out.
std::string columns_of(const Image& image, int top, std::uint8_t colour) {
    const int rows = std::min(band_rows, image.height - top);
    const auto sixel_at = [&](int column) {
        unsigned bits = 0;
        for (int row = 0; row < rows; ++row) {
            const auto at =
                static_cast<std::size_t>(top + row) * static_cast<std::size_t>(image.width) +
                static_cast<std::size_t>(column);
            if (image.pixels[at] == colour) bits |= 1U << static_cast<unsigned>(row);
        }
        return static_cast<char>('?' + bits);
    };
    std::string bytes;
    char last = '?';
    int count = 0;
    for (int column = 0; column < image.width; ++column) {
        const char sixel = sixel_at(column);
        if (sixel != last) {
            add_run(bytes, last, count);
            last = sixel;
            count = 0;
        }
        ++count;
    }
    if (last != '?') add_run(bytes, last, count);
    return bytes;
}

std::vector<std::uint8_t> colours_in(const Image& image, int top) {
    std::vector<bool> has(most_colours);
    const int bottom = std::min(top + band_rows, image.height);
    for (int at = top * image.width; at < bottom * image.width; ++at) {
        has.at(image.pixels[static_cast<std::size_t>(at)]) = true;
    }
    std::vector<std::uint8_t> colours;
    colours.reserve(image.colours.size());
    for (std::size_t colour = 1; colour < image.colours.size(); ++colour) {
        if (has[colour]) colours.push_back(static_cast<std::uint8_t>(colour));
    }
    return colours;
}

std::string percent(std::uint8_t part) { return std::to_string((part * 100 + 127) / 255); }

}  // namespace

std::string sixel_of(const Image& image) {
    std::string bytes =
        "\x1bP0;1;0q\"1;1;" + std::to_string(image.width) + ';' + std::to_string(image.height);
    // Registers are counted from 0, and number 0 of the image has none.
    for (std::size_t i = 1; i < image.colours.size(); ++i) {
        const Rgb& colour = image.colours[i];
        bytes += '#' + std::to_string(i - 1) + ";2;" + percent(colour.red) + ';' +
                 percent(colour.green) + ';' + percent(colour.blue);
    }
    for (int top = 0; top < image.height; top += band_rows) {
        if (top > 0) bytes += '-';
        bool first = true;
        for (const auto colour : colours_in(image, top)) {
            if (!first) bytes += '$';
            first = false;
            bytes += '#' + std::to_string(colour - 1) + columns_of(image, top, colour);
        }
    }
    return bytes + "\x1b\\";
}

}  // namespace hipflow::figure
