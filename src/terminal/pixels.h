// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/display.h"
#include "platform/environment.h"
#include "terminal/frame.h"
#include "terminal/tty_device.h"
#include "text/style.h"

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
    TtyDevice::Typed typed;      // what was typed while it was asked, among its replies
};

/// What a terminal has replied.
struct PixelReplies {
    bool kitty = false;
    bool sixel = false;
    std::optional<int> colours;  // of sixel graphics, if it says
    std::optional<Size> cell;    // in pixels, if it says
    bool done = false;           // there are no more: the last question is answered
};

/// Finds the replies in what a terminal has sent. Keys may come between them.
PixelReplies replies_in(std::string_view bytes);

/// Returns why the terminal need not be asked, as the end of a sentence; nullopt if it has to be.
/// Unless a protocol is named it is not asked over SSH or without colours. `colour`: whether
/// there are any.
std::optional<std::string> why_not_asked(const platform::Environment& environment, Graphics wish,
                                         bool colour);

/// Returns the questions to ask. `cell`: whether the size of a character has to be asked for.
std::string questions_for(Graphics wish, bool cell);

/// Decides by the replies. `cell` is the size of a character in pixels if that is known, else 0.
Pixels pixels_for(const PixelReplies& replies, Graphics wish, Size cell);

/// Asks the terminal, if there is a reason to, and waits for its replies for 200 ms, or a second
/// over SSH. Signals that come meanwhile wait until its modes are as they were.
Pixels ask_for_pixels(const platform::Streams& streams, const platform::Environment& environment,
                      const Style& style, Graphics wish);

/// Returns the bytes that give a terminal a picture by kitty's protocol: `command` is what is to be
/// done with it, `data` a PNG file.
std::string kitty_picture(std::string_view command, std::string_view data);

}  // namespace hipflow::terminal
