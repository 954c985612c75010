// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "platform/environment.h"
#include "terminal/face.h"
#include "terminal/frame.h"
#include "terminal/input.h"
#include "text/style.h"

namespace hipflow {

/// How a stream may be written to. Colour: `color` ("auto", "always", "never"), then NO_COLOR, then
/// CLICOLOR_FORCE, then whether it is a terminal that is not dumb (TERMINAL 1.4). Glyphs: `charset`
/// ("auto", "ascii", "unicode"), then the locale's encoding and the terminal's kind (TERMINAL 2.3).
Style style_for(std::FILE* stream, const Environment& environment, const std::string& color,
                const std::string& charset);

/// Why a session would show plain lines here, in words; nothing if it has the live screen.
std::optional<std::string> why_plain(const Streams& streams, const Environment& environment);

/// What a terminal can draw large things with. `charset` as in style_for().
Blocks blocks_for(const Environment& environment, const Style& style, const std::string& charset);

/// How cells are written there.
Pen pen_for(const Environment& environment, const Style& style);

/// The live screen where there is a terminal that can show it, 60×16 or more and not dumb, and
/// nobody asked for plain lines; else the plain face. `charset` as in style_for().
std::unique_ptr<Face> choose_face(const Streams& streams, const Environment& environment,
                                  const Style& style, const std::string& charset, bool plain,
                                  LineInput& input, SignalWatch& signals);

}  // namespace hipflow
