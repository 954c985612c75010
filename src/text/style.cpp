// SPDX-License-Identifier: MIT
#include "text/style.h"

#include <fmt/format.h>

namespace hipflow {
namespace {

int sgr(Tint colour) {
    switch (colour) {
        case Tint::plain:
            return 0;
        case Tint::red:
            return 31;
        case Tint::green:
            return 32;
        case Tint::yellow:
            return 33;
        case Tint::blue:
            return 34;
        case Tint::cyan:
            return 36;
    }
    return 0;
}

}  // namespace

int number_of(Tint tint) {
    switch (tint) {
        case Tint::green:
            return 29;
        case Tint::cyan:
            return 63;  // between blue and violet
        case Tint::blue:
            return 98;  // violet
        case Tint::yellow:
            return 131;  // brown
        case Tint::red:
            return 163;  // between red and magenta
        case Tint::plain:
            break;
    }
    return 243;
}

std::string Style::paint(Tint wanted, std::string_view text) const {
    if (!colour || wanted == Tint::plain) return std::string(text);
    if (many_colours) return fmt::format("\x1b[38;5;{}m{}\x1b[0m", number_of(wanted), text);
    return fmt::format("\x1b[{}m{}\x1b[0m", sgr(wanted), text);
}

std::string Style::heading(std::string_view text) const { return paint(Tint::cyan, text); }

}  // namespace hipflow
