// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/display.h"
#include "platform/environment.h"
#include "terminal/frame.h"
#include "terminal/replies.h"

// Whether a terminal takes pictures in pixels. See docs/design/figures.md, "Graphics protocols".

namespace hipflow::terminal {

/// The ways to send pictures in pixels: kitty's graphics protocol, and sixel.
enum class Protocol { none, kitty, sixel };

/// How a terminal takes pictures in pixels.
struct Pixels {
    Protocol protocol = Protocol::none;
    Size cell{0, 0};             // the size of a character, in pixels
    std::uint32_t first_id = 1;  // of the pictures that it is to keep: terminals share them out
    std::string why;             // why cells are used; empty otherwise
};

/// Returns why the terminal need not be asked, as the end of a sentence; nullopt if it has to be.
/// Unless a protocol is named it is not asked over SSH or without colours. `colour`: whether
/// there are any.
std::optional<std::string> why_not_asked(const platform::Environment& environment, Graphics wish,
                                         bool colour);

/// Tells whether a character may have this size in pixels.
bool is_size(Size size);

/// Returns the questions to ask. `cell`: whether the size of a character has to be asked for.
std::string pixel_questions(Graphics wish, bool cell);

/// Decides by the replies. `cell` is the size of a character in pixels if that is known, else 0.
Pixels pixels_for(const Replies& replies, Graphics wish, Size cell);

/// Returns the bytes that give a terminal a picture by kitty's protocol: `command` is what is to be
/// done with it, `data` a PNG file.
std::string kitty_picture(std::string_view command, std::string_view data);

}  // namespace hipflow::terminal
