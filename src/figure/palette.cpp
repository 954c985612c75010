// SPDX-License-Identifier: MIT
#include "figure/palette.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hipflow::figure {
namespace {

/// A material from its darkest to its brightest tone.
struct Ramp {
    Rgb dark;
    Rgb bright;
};
using Ramps = std::array<Ramp, material_count>;

// In the order of Material.
constexpr Ramps on_dark = {{
    {{92, 92, 96}, {236, 234, 228}},
    {{60, 64, 72}, {150, 155, 163}},
    {{64, 80, 112}, {156, 178, 214}},
    {{44, 52, 76}, {98, 112, 150}},
    {{58, 42, 32}, {112, 84, 62}},
    {{110, 104, 98}, {244, 240, 232}},
    {{14, 96, 52}, {92, 238, 140}},
    {{10, 66, 38}, {48, 150, 88}},
    {{12, 88, 60}, {84, 224, 150}},
    {{24, 34, 46}, {52, 72, 94}},
    {{36, 50, 66}, {74, 98, 124}},
    {{44, 36, 30}, {122, 100, 80}},
    {{26, 32, 40}, {48, 58, 70}},
    {{44, 46, 50}, {112, 116, 124}},
    {{70, 48, 70}, {150, 112, 148}},
    {{150, 110, 20}, {250, 200, 70}},
}};
constexpr Ramps on_light = {{
    {{150, 126, 104}, {214, 190, 166}},
    {{176, 164, 152}, {222, 212, 202}},
    {{52, 78, 140}, {104, 136, 196}},
    {{56, 62, 104}, {104, 114, 160}},
    {{60, 42, 30}, {110, 84, 64}},
    {{168, 138, 114}, {226, 200, 178}},
    {{0, 84, 36}, {16, 150, 72}},
    {{72, 128, 96}, {112, 176, 138}},
    {{0, 80, 54}, {24, 144, 96}},
    {{196, 206, 218}, {222, 230, 238}},
    {{150, 166, 186}, {178, 192, 208}},
    {{120, 92, 66}, {176, 146, 114}},
    {{204, 206, 210}, {226, 228, 232}},
    {{136, 140, 146}, {182, 186, 192}},
    {{150, 112, 148}, {196, 160, 194}},
    {{176, 116, 0}, {218, 154, 24}},
}};

/// The numbers of three tones and of the outline.
using Numbers = std::array<std::uint8_t, 4>;

// Of 256 colours, on dark: chosen by eye, since the nearest ones would lose the shading.
constexpr std::array<Numbers, material_count> of_256 = {{
    {246, 252, 255, 238},
    {240, 243, 246, 235},
    {67, 110, 153, 17},
    {60, 60, 103, 17},
    {94, 95, 137, 52},
    {248, 254, 231, 238},
    {28, 41, 84, 22},
    {22, 29, 35, 22},
    {29, 42, 85, 22},
    {235, 237, 239, 234},
    {237, 60, 60, 235},
    {94, 137, 137, 52},
    {235, 236, 238, 234},
    {238, 242, 246, 235},
    {96, 139, 139, 53},
    {136, 214, 220, 94},
}};
constexpr std::array<Numbers, material_count> of_16_on_dark = {{
    {7, 7, 15, 0},
    {8, 8, 8, 0},
    {4, 12, 12, 0},
    {4, 4, 4, 0},
    {3, 3, 3, 0},
    {7, 15, 15, 0},
    {2, 10, 10, 0},
    {2, 2, 2, 0},
    {2, 10, 10, 0},
    {0, 8, 8, 0},
    {8, 8, 8, 0},
    {3, 3, 3, 0},
    {0, 8, 8, 0},
    {8, 7, 7, 0},
    {5, 13, 13, 0},
    {3, 11, 11, 0},
}};
constexpr std::array<Numbers, material_count> of_16_on_light = {{
    {8, 8, 8, 0},
    {8, 7, 7, 8},
    {4, 4, 12, 0},
    {4, 4, 4, 0},
    {0, 0, 0, 0},
    {8, 8, 8, 0},
    {2, 2, 2, 0},
    {2, 10, 10, 8},
    {2, 2, 2, 0},
    {7, 7, 7, 8},
    {8, 7, 7, 8},
    {3, 3, 3, 0},
    {7, 7, 7, 8},
    {8, 8, 7, 0},
    {5, 5, 13, 0},
    {3, 3, 11, 0},
}};
// Eight colours have one tone. The outline is that of the paper: black, or white on light.
struct EightColours {
    std::array<std::uint8_t, material_count> of;
    std::uint8_t outline;
};
constexpr EightColours of_8_on_dark = {{7, 6, 6, 5, 3, 7, 2, 2, 2, 4, 4, 3, 4, 6, 5, 3}, 0};
constexpr EightColours of_8_on_light = {{0, 6, 4, 4, 3, 0, 2, 2, 2, 7, 6, 3, 7, 6, 5, 3}, 7};

Rgb mixed(const Rgb& a, const Rgb& b, double share) {
    const auto part = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
    };
    return {part(a.red, b.red), part(a.green, b.green), part(a.blue, b.blue)};
}

Rgb darker(const Rgb& rgb) {
    constexpr double outline = 0.45;
    return mixed({}, rgb, outline);
}

constexpr std::array<Rgb, 16> first_sixteen = {{{0, 0, 0},
                                                {205, 0, 0},
                                                {0, 205, 0},
                                                {205, 205, 0},
                                                {0, 0, 238},
                                                {205, 0, 205},
                                                {0, 205, 205},
                                                {229, 229, 229},
                                                {127, 127, 127},
                                                {255, 0, 0},
                                                {0, 255, 0},
                                                {255, 255, 0},
                                                {92, 92, 255},
                                                {255, 0, 255},
                                                {0, 255, 255},
                                                {255, 255, 255}}};

/// Of 256 colours, the first sixteen are the terminal's own, then come a cube and 24 greys.
constexpr int cube_begins = 16;
constexpr int greys_begin = 232;

Rgb rgb_of_number(int number) {
    if (number < cube_begins) return first_sixteen.at(static_cast<std::size_t>(number));
    const auto byte = [](int value) { return static_cast<std::uint8_t>(value); };
    if (number >= greys_begin) {
        const auto grey = byte(8 + 10 * (number - greys_begin));
        return {grey, grey, grey};
    }
    const auto level = [&](int step) { return byte(step == 0 ? 0 : 55 + 40 * step); };
    const int at = number - cube_begins;
    return {level(at / 36), level(at / 6 % 6), level(at % 6)};
}

Colour nearest_of_256(const Rgb& rgb) {
    int best = cube_begins;
    int least = std::numeric_limits<int>::max();
    for (int number = cube_begins; number < 256; ++number) {
        const int far = squared_distance(rgb, rgb_of_number(number));
        if (far < least) best = number;
        least = std::min(least, far);
    }
    return Colour::numbered(static_cast<std::uint8_t>(best));
}

constexpr int tones_of_cells = 3;

/// Of the 256, the nearest colours of skin are olive and pink in turn: they are chosen by hand.
Colour of_256_on_light(Tint tint) {
    constexpr std::array<std::uint8_t, 4> skin = {137, 180, 223, 94};
    constexpr std::array<std::uint8_t, 4> face = {180, 223, 230, 94};
    const auto tone = tint.tone() == Tint::outline
                          ? 3U
                          : static_cast<std::size_t>(std::min(tint.tone(), tones_of_cells - 1));
    if (tint.material() == Material::limb) return Colour::numbered(skin.at(tone));
    if (tint.material() == Material::face) return Colour::numbered(face.at(tone));
    return nearest_of_256(true_colour(tint, tones_of_cells, Theme::light));
}

Colour colour_for(Tint tint, ColourDepth depth, Theme theme) {
    const auto material = static_cast<std::size_t>(tint.material());
    const bool outline = tint.tone() == Tint::outline;
    const auto tone =
        outline ? 3U : static_cast<std::size_t>(std::min(tint.tone(), tones_of_cells - 1));
    const bool dark = theme == Theme::dark;
    switch (depth) {
        case ColourDepth::none:
            return {};
        case ColourDepth::eight: {
            const EightColours& eight = dark ? of_8_on_dark : of_8_on_light;
            return Colour::numbered(outline ? eight.outline : eight.of.at(material));
        }
        case ColourDepth::sixteen:
            return Colour::numbered((dark ? of_16_on_dark : of_16_on_light).at(material).at(tone));
        case ColourDepth::indexed:
            return dark ? Colour::numbered(of_256.at(material).at(tone)) : of_256_on_light(tint);
        case ColourDepth::truecolor:
            break;
    }
    return Colour::of(true_colour(tint, tones_of_cells, theme));
}

}  // namespace

int squared_distance(const Rgb& a, const Rgb& b) {
    const int red = a.red - b.red;
    const int green = a.green - b.green;
    const int blue = a.blue - b.blue;
    return red * red + green * green + blue * blue;
}

Rgb rgb_of(const Colour& colour) {
    if (colour.kind == Colour::Kind::numbered) return rgb_of_number(colour.value.red);
    return colour.kind == Colour::Kind::rgb ? colour.value : Rgb{};
}

Rgb true_colour(Tint tint, int tones, Theme theme) {
    const Ramps& ramps = theme == Theme::dark ? on_dark : on_light;
    const auto& [dark, bright] = ramps.at(static_cast<std::size_t>(tint.material()));
    if (tint.tone() == Tint::outline) return darker(dark);
    return mixed(dark, bright, static_cast<double>(tint.tone()) / std::max(tones - 1, 1));
}

Palette::Palette(ColourDepth depth, Theme theme)
    : depth_(depth),
      theme_(theme),
      background_(theme == Theme::dark ? Rgb{16, 20, 24} : Rgb{255, 255, 255}) {
    for (std::size_t code = 0; code < colours_.size(); ++code) {
        const Tint tint{static_cast<std::uint8_t>(code)};
        colours_.at(code) = colour_for(tint, depth, theme);
        rgbs_.at(code) = depth == ColourDepth::none ? true_colour(tint, tones_of_cells, theme)
                                                    : rgb_of(colours_.at(code));
    }
}

}  // namespace hipflow::figure
