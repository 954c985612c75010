// SPDX-License-Identifier: MIT
// The time that a frame of each bundled figure takes, from the share of the rep to its cells:
// figures ROUNDS prints the mean, the slowest figure and its mean in milliseconds, for the sizes of
// docs/design/figures.md, "Budgets".
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string>

#include "catalog/library.h"
#include "figure/cells.h"

namespace {

using namespace hipflow;

constexpr int frames = 48;  // four seconds at twelve in a second

double millis_of(auto&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// The mean time of a frame, in the fastest of some rounds: the others were disturbed.
double frame_millis(const Figure& of, int columns, int rows, int rounds) {
    const figure::Movement movement(of);
    figure::Raster raster(movement, figure::grain_of_cells(columns, rows));
    const figure::Palette palette(figure::ColourDepth::indexed, figure::Theme::dark);
    std::size_t cells = 0;
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double millis = millis_of([&] {
            for (int i = 0; i < frames; ++i) {
                const auto& picture = raster.draw(movement.at(static_cast<double>(i) / frames));
                cells += figure::cells_of(picture, palette, figure::Glyphs::quadrants).cells.size();
            }
        });
        least = std::min(least, millis / frames);
    }
    return cells == 0 ? 0 : least;
}

void measure(const catalog::Library& library, int columns, int rows, int rounds) {
    double sum = 0;
    double most = 0;
    double begin = 0;
    int count = 0;
    std::string slowest;
    for (const auto& entry : library.exercises()) {
        const auto& figure = library.exercise(entry.id).figure;
        if (!figure || !is_drawn(*figure)) continue;
        begin += millis_of([&] {
            const figure::Movement movement(*figure);
            const figure::Raster raster(movement, figure::grain_of_cells(columns, rows));
        });
        const double millis = frame_millis(*figure, columns, rows, rounds);
        sum += millis;
        ++count;
        if (millis <= most) continue;
        most = millis;
        slowest = entry.id;
    }
    fmt::print("{}x{}: {} figures, mean {:.3f} ms, {} {:.3f} ms; to begin one {:.3f} ms\n", columns,
               rows, count, sum / count, slowest, most, begin / count);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const int rounds = std::atoi(argv[1]);
    const catalog::Library library("");
    measure(library, 38, 11, rounds);
    measure(library, 64, 24, rounds);
    return 0;
}
