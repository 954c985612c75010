// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "terminal/face.h"
#include "terminal/frame.h"

namespace hipflow::terminal {

/// A list on the live screen, and the entry that is marked in it.
struct Chooser {
    ChoiceList list;
    std::size_t marked = 0;
};

/// How a key ends a choice: with an entry, or with none.
struct Chosen {
    std::optional<std::size_t> entry;
    bool operator==(const Chosen&) const = default;
};

/// Takes a key: the arrows mark an entry, Enter takes the marked one, the key of an entry takes
/// that one, Escape and g take none. Returns nullopt while the choice goes on.
std::optional<Chosen> press_in(Chooser& chooser, std::string_view key);

/// Draws the list, as many entries as there is room for around the marked one.
Frame draw_chooser(const Chooser& chooser, Size size);

}  // namespace hipflow::terminal
