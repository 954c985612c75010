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

std::string Style::paint(Tint wanted, std::string_view text) const {
    if (!colour || wanted == Tint::plain) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", sgr(wanted), text);
}

std::string Style::heading(std::string_view text) const { return paint(Tint::cyan, text); }

}  // namespace hipflow
