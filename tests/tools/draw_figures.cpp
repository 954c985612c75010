// SPDX-License-Identifier: MIT
// Draws the figures of bundled exercises into files: draw_figures FOLDER SCALE [ID …]
// Each at three moments, 1 to 3: where it begins, and the poses that it leads to; ID-1.ppm as
// pixels, ID-1-cells.ppm as 38x11 cells of 8x16 pixels, ID-1.svg as for paper. SCALE is by how
// much the pixels are finer than those of the cells. Prints ID, moment and name of each.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/number.h"
#include "figure/cells.h"
#include "figure/movement.h"
#include "figure/svg.h"

namespace hipflow {
namespace {

constexpr int columns = 38;
constexpr int rows = 11;
constexpr int cell_width = 8;
constexpr int cell_height = 16;

/// Pixels of red, green and blue, row by row.
struct Image {
    int width = 0;
    int height = 0;
    std::string bytes;

    void add(const figure::Rgb& rgb) {
        for (const std::uint8_t part : {rgb.red, rgb.green, rgb.blue}) {
            bytes += static_cast<char>(part);
        }
    }
};

void write(const std::filesystem::path& path, const std::string& content) {
    std::ofstream file(path, std::ios::binary);
    file << content;
    if (!file.flush()) throw Error(path.string() + ": cannot be written");
}

void write(const std::filesystem::path& path, const Image& image) {
    write(path, fmt::format("P6 {} {} 255\n", image.width, image.height) + image.bytes);
}

Image pixels_of(const figure::Picture& picture, int tones) {
    Image image{picture.width, picture.height, {}};
    const figure::Rgb background =
        figure::Palette(figure::ColourDepth::truecolor, figure::Theme::dark).background();
    for (const figure::Tint tint : picture.tints) {
        image.add(tint.is_nothing() ? background
                                    : figure::true_colour(tint, tones, figure::Theme::dark));
    }
    return image;
}

/// Cells as a terminal with 256 colours shows them.
Image pixels_of_cells(const figure::Picture& picture) {
    const figure::Palette palette(figure::ColourDepth::indexed, figure::Theme::dark);
    const figure::CellPicture cells = figure::cells_of(picture, palette, figure::Glyphs::quadrants);
    Image image{cells.columns * cell_width, cells.rows * cell_height, {}};
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const int at = y / cell_height * cells.columns + x / cell_width;
            const figure::PictureCell& cell = cells.cells.at(static_cast<std::size_t>(at));
            const bool right = x % cell_width >= cell_width / 2;
            const bool low = y % cell_height >= cell_height / 2;
            const unsigned quarter = (right ? 1U : 0U) + (low ? 2U : 0U);
            const bool inked = (figure::quadrants_of(cell.glyph).value_or(0) >> quarter & 1U) != 0;
            const figure::Colour& colour = inked ? cell.ink : cell.paper;
            image.add(colour.kind == figure::Colour::Kind::none ? palette.background()
                                                                : figure::rgb_of(colour));
        }
    }
    return image;
}

/// Three moments: the beginning, and two poses that the movement leads to. Where there is one, the
/// way to it is between; where none is held, the moments are spread over the rep.
std::vector<double> three_moments(const Figure& figure) {
    const std::vector<double> shares = figure::key_shares(figure);
    if (shares.size() > 2) return {shares[0], shares[1], shares[2]};
    const auto& frames = figure.frames;
    for (std::size_t i = 0; i + 1 < frames.size(); ++i) {
        const auto& [pose, share] = frames[i];
        if (pose != frames[i + 1].pose || share > shares[1] || frames[i + 1].share < shares[1]) {
            continue;
        }
        return {0, share / 2, shares[1]};
    }
    const std::size_t ways = frames.size() - 1;
    return {0, frames[(ways + 1) / 3].share, frames[(2 * ways + 1) / 3].share};
}

void draw(const Exercise& exercise, const std::filesystem::path& folder, int scale) {
    if (!exercise.figure) throw Error(exercise.id + " has no figure");
    const Figure& figure = *exercise.figure;
    const figure::Movement movement(figure);
    const figure::Grain fine =
        figure::grain_of_pixels(columns * cell_width * scale, rows * cell_height * scale);
    figure::Raster pixels(movement, fine);
    figure::Raster cells(movement, figure::grain_of_cells(columns, rows));
    int moment = 0;
    for (const double share : three_moments(figure)) {
        const std::string name = fmt::format("{}-{}", exercise.id, ++moment);
        const figure::Body body = movement.at(share);
        write(folder / (name + ".ppm"), pixels_of(pixels.draw(body), fine.tones));
        write(folder / (name + "-cells.ppm"), pixels_of_cells(cells.draw(body)));
        write(folder / (name + ".svg"), figure::svg_of(movement, share));
        std::cout << exercise.id << '\t' << moment << '\t' << exercise.name << '\n';
    }
}

int run(std::span<const char* const> words) {
    const auto scale = words.size() < 3 ? std::nullopt : parse_number<int>(words[2]);
    if (!scale || *scale < 1 || *scale > 4) {
        std::cerr << "draw_figures FOLDER SCALE [ID …]\n";
        return 2;
    }
    const catalog::Library library("");
    std::vector<std::string> ids(words.begin() + 3, words.end());
    if (ids.empty()) {
        for (const auto& entry : library.exercises()) ids.push_back(entry.id);
    }
    for (const auto& id : ids) draw(library.exercise(id), words[1], *scale);
    return 0;
}

}  // namespace
}  // namespace hipflow

int main(int argc, char** argv) try {
    return hipflow::run(std::span<const char* const>(argv, static_cast<std::size_t>(argc)));
} catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
}
