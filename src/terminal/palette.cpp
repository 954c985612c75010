// SPDX-License-Identifier: MIT
#include "terminal/palette.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

namespace hipflow::terminal {
namespace {

/// The numbers of the inks that have a colour; none: the terminal's own.
struct Numbers {
    std::optional<std::uint8_t> faint;
    std::optional<std::uint8_t> work;
    std::optional<std::uint8_t> gap;
    std::optional<std::uint8_t> alert;
};

constexpr Numbers of_256_on_dark = {247, 84, 80, 221};
constexpr Numbers of_256_on_light = {241, 22, 25, 94};
// Of the terminal's own colours no grey is sure to be seen, and only blue and red are dark enough
// for paper. Those above 7 are left alone: the Linux console has none.
constexpr Numbers of_16_on_dark = {{}, 2, 6, 3};
constexpr Numbers of_16_on_light = {{}, 4, {}, 1};

bool has_256(figure::ColourDepth depth) {
    return depth == figure::ColourDepth::indexed || depth == figure::ColourDepth::truecolor;
}

const Numbers& numbers_for(figure::ColourDepth depth, figure::Theme theme) {
    const bool dark = theme == figure::Theme::dark;
    if (has_256(depth)) return dark ? of_256_on_dark : of_256_on_light;
    return dark ? of_16_on_dark : of_16_on_light;
}

std::optional<std::uint8_t> number_of(Ink ink, const Numbers& numbers) {
    switch (ink) {
        case Ink::faint:
            return numbers.faint;
        case Ink::work:
            return numbers.work;
        case Ink::gap:
            return numbers.gap;
        case Ink::alert:
            return numbers.alert;
        case Ink::normal:
        case Ink::strong:
        case Ink::reversed:
        case Ink::picture:
            break;
    }
    return std::nullopt;
}

/// Without colours, bold and plain are what is left. With few, bold would make red and blue bright
/// on many terminals, and pale on paper.
bool is_bold(Ink ink, figure::ColourDepth depth, figure::Theme theme) {
    if (ink == Ink::strong) return true;
    if (depth == figure::ColourDepth::none) return ink == Ink::work || ink == Ink::alert;
    return ink == Ink::alert && (has_256(depth) || theme == figure::Theme::dark);
}

}  // namespace

InkLook look_of(Ink ink, figure::ColourDepth depth, figure::Theme theme) {
    InkLook look{{}, is_bold(ink, depth, theme), ink == Ink::reversed};
    if (depth == figure::ColourDepth::none) return look;
    if (const auto number = number_of(ink, numbers_for(depth, theme))) {
        look.colour = figure::Colour::numbered(*number);
    }
    return look;
}

std::string sgr_of(const InkLook& look) {
    std::string parameters = "0";
    if (look.bold) parameters += ";1";
    if (look.reversed) parameters += ";7";
    if (look.colour.kind == figure::Colour::Kind::numbered) {
        const int number = look.colour.value.red;
        parameters +=
            number < 8 ? fmt::format(";{}", 30 + number) : fmt::format(";38;5;{}", number);
    }
    return "\x1b[" + parameters + 'm';
}

}  // namespace hipflow::terminal
