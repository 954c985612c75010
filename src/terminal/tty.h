// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <string>

#include "platform/environment.h"
#include "text/style.h"

namespace hipflow {

/// How a stream may be written to. Colour: `color` ("auto", "always", "never"), then NO_COLOR, then
/// CLICOLOR_FORCE, then whether it is a terminal that is not dumb (TERMINAL 1.4). Glyphs: `charset`
/// ("auto", "ascii", "unicode"), then the locale's encoding and the terminal's kind (TERMINAL 2.3).
Style style_for(std::FILE* stream, const Environment& environment, const std::string& color,
                const std::string& charset);

}  // namespace hipflow
