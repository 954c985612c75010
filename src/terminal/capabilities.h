// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/display.h"
#include "platform/environment.h"
#include "terminal/face.h"
#include "terminal/figure_screen.h"
#include "terminal/frame.h"
#include "terminal/input.h"
#include "terminal/letters.h"
#include "text/style.h"

namespace hipflow::terminal {

/// Decides how to write to a stream; see docs/design/terminal.md, "Colour and characters". Colour
/// depends on `color`, then NO_COLOR, then CLICOLOR_FORCE, then on
/// whether the stream is a terminal that is not dumb. Glyphs depend on `charset`, then on the
/// locale's encoding and the kind of terminal.
Style style_for(std::FILE* stream, const platform::Environment& environment, ColorWhen color,
                Charset charset);

/// The columns to write lines for: COLUMNS, else those of the terminal, else 80; 20 to 100.
int line_columns(std::FILE* stream, const platform::Environment& environment);

/// Breaks the long lines of a message between words. One that goes neither to a terminal nor to
/// so many COLUMNS stays as it is: a log, or an editor, takes a message by the line.
std::string message_lines(std::string_view text, std::FILE* stream,
                          const platform::Environment& environment);

/// Says why a session shows plain lines here. Returns nullopt if it has the live screen.
std::optional<std::string> why_plain(const platform::Streams& streams,
                                     const platform::Environment& environment);

/// Decides what large letters are drawn with. `charset` as in style_for().
Blocks blocks_for(const platform::Environment& environment, const Style& style, Charset charset);

/// Decides how cells are written: words are for the same theme as figures, in as many colours.
Pen pen_for(const platform::Environment& environment, const figure::Palette& palette);

/// A background, as the terminal has told it.
using Background = std::optional<figure::Rgb>;

/// Decides what figures are drawn with. `charset` as in style_for().
FigureLook look_for(const platform::Environment& environment, const Style& style, Charset charset,
                    const DisplaySettings& display, const Background& background = {});

/// Decides the same, and what figures may cost: less where the terminal is at the other end of a
/// line (SSH_CONNECTION).
FigureOutput figures_for(const platform::Environment& environment, const Style& style,
                         Charset charset, const DisplaySettings& display,
                         const Background& background = {});

/// What a start does with its terminal: the live screen at once; plain lines, and the live screen
/// when the session begins; or plain lines alone.
enum class FaceKind { live, late, plain };

/// Returns the live screen if the terminal can show it (40×12 or more, not dumb) and `kind` does
/// not ask for plain lines, else the plain face. `charset` as in style_for(). See
/// docs/design/terminal.md, "Faces".
std::unique_ptr<Face> choose_face(const platform::Streams& streams,
                                  const platform::Environment& environment, const Style& style,
                                  Charset charset, const FigureOutput& figures, FaceKind kind,
                                  LineInput& input, platform::SignalWatch& signals);

}  // namespace hipflow::terminal
