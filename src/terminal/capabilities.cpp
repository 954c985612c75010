// SPDX-License-Identifier: MIT
#include "terminal/capabilities.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "domain/number.h"
#include "terminal/draw.h"
#include "terminal/late_face.h"
#include "terminal/live_face.h"
#include "terminal/plain_face.h"
#include "terminal/theme.h"
#include "text/layout.h"

namespace hipflow::terminal {
namespace {

constexpr int usual_columns = 80;
constexpr int fewest_columns = 20;
constexpr int widest = 100;  // longer lines are hard to read

bool wants_colour(bool terminal, const platform::Environment& environment, ColorWhen color) {
    if (color != ColorWhen::automatic) return color == ColorWhen::always;
    if (environment.get("NO_COLOR")) return false;
    const auto force = environment.get("CLICOLOR_FORCE");
    if (force && *force != "0") return true;
    const std::string term = environment.get("TERM").value_or("dumb");
    return terminal && term != "dumb";
}

bool knows_unicode(const platform::Environment& environment, Charset charset) {
    if (charset != Charset::automatic) return charset == Charset::unicode;
    if (environment.get("TERM") == "linux") return false;  // its fonts lack most glyphs
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        auto locale = environment.get(name);
        if (!locale) continue;
        std::transform(locale->begin(), locale->end(), locale->begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return locale->find("utf-8") != std::string::npos ||
               locale->find("utf8") != std::string::npos;
    }
    return false;
}

int terminal_columns(std::FILE* stream, const platform::Environment& environment) {
    int columns = usual_columns;
    if (const auto text = environment.get("COLUMNS")) {
        columns = parse_number<int>(*text).value_or(usual_columns);
    } else {
        winsize size{};
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
        const bool known = ioctl(fileno(stream), TIOCGWINSZ, &size) == 0;
        if (known && size.ws_col > 0) columns = size.ws_col;
    }
    return std::clamp(columns, fewest_columns, widest);
}

/// Returns the colours that a terminal is known to have. True colour is only used when asked for:
/// it takes more bytes, and looks nearly the same.
figure::ColourDepth usual_depth(const platform::Environment& environment) {
    const std::string term = environment.get("TERM").value_or("");
    if (term == "linux") return figure::ColourDepth::eight;
    constexpr std::array known = {"256color",  "direct", "kitty",  "ghostty",
                                  "alacritty", "foot",   "wezterm"};
    const bool many = std::ranges::any_of(
        known, [&](const char* name) { return term.find(name) != std::string::npos; });
    if (many || environment.get("COLORTERM")) return figure::ColourDepth::indexed;
    return figure::ColourDepth::sixteen;
}

}  // namespace

Style style_for(std::FILE* stream, const platform::Environment& environment, ColorWhen color,
                Charset charset) {
    const bool terminal = isatty(fileno(stream)) != 0;
    return {wants_colour(terminal, environment, color), knows_unicode(environment, charset),
            terminal_columns(stream, environment),
            usual_depth(environment) == figure::ColourDepth::indexed};
}

int line_columns(std::FILE* stream, const platform::Environment& environment) {
    return terminal_columns(stream, environment);
}

std::string message_lines(std::string_view text, std::FILE* stream,
                          const platform::Environment& environment) {
    const bool measured = environment.get("COLUMNS") || isatty(fileno(stream)) != 0;
    return measured ? wrapped_lines(text, line_columns(stream, environment))
                    : with_plain_spaces(text);
}

namespace {

bool is_large_enough(Size size) {
    return size.columns >= smallest_screen.columns && size.rows >= smallest_screen.rows;
}

}  // namespace

/// The Linux console has full blocks but no half ones.
Blocks blocks_for(const platform::Environment& environment, const Style& style, Charset charset) {
    if (charset == Charset::ascii) return Blocks::ascii;
    if (environment.get("TERM") == "linux") return Blocks::full;
    return style.unicode ? Blocks::half : Blocks::ascii;
}

Pen pen_for(const platform::Environment& environment, const figure::Palette& palette) {
    return {palette.depth(), palette.theme(), environment.get("TERM") != "linux"};
}

namespace {

figure::ColourDepth depth_for(const platform::Environment& environment, const Style& style,
                              FigureColours colours) {
    if (!style.colour) return figure::ColourDepth::none;
    switch (colours) {
        case FigureColours::automatic:
            break;
        case FigureColours::truecolor:
            return figure::ColourDepth::truecolor;
        case FigureColours::indexed:
            return figure::ColourDepth::indexed;
        case FigureColours::sixteen:
            return figure::ColourDepth::sixteen;
        case FigureColours::eight:
            return figure::ColourDepth::eight;
    }
    return usual_depth(environment);
}

/// The fonts of the Linux console have no quadrants, but a space on a coloured background needs
/// none.
figure::Glyphs glyphs_for(const platform::Environment& environment, const Style& style,
                          Charset charset) {
    const Blocks blocks = blocks_for(environment, style, charset);
    if (blocks == Blocks::half) return figure::Glyphs::quadrants;
    return blocks == Blocks::full && style.colour ? figure::Glyphs::spaces : figure::Glyphs::ascii;
}

}  // namespace

FigureLook look_for(const platform::Environment& environment, const Style& style, Charset charset,
                    const DisplaySettings& display, const Background& background) {
    return {figure::Palette(depth_for(environment, style, display.colours),
                            theme_for(environment, display.theme, background).theme),
            glyphs_for(environment, style, charset)};
}

FigureOutput figures_for(const platform::Environment& environment, const Style& style,
                         Charset charset, const DisplaySettings& display,
                         const Background& background) {
    FigureOutput output{look_for(environment, style, charset, display, background)};
    if (environment.get("SSH_CONNECTION")) output.bytes_per_second = slow_line;
    return output;
}

std::optional<std::string> why_plain(const platform::Streams& streams,
                                     const platform::Environment& environment) {
    if (isatty(fileno(streams.in)) == 0 || isatty(fileno(streams.out)) == 0) {
        return "input or output is not a terminal";
    }
    const std::string term = environment.get("TERM").value_or("dumb");
    if (term == "dumb") return "the terminal says that it is dumb (TERM)";
    const auto tty = TtyDevice::open();
    if (!tty) return "the terminal cannot be opened";
    if (is_large_enough(tty->size())) return std::nullopt;
    return fmt::format("the terminal has {}×{} characters, the live screen needs {}×{}",
                       tty->size().columns, tty->size().rows, smallest_screen.columns,
                       smallest_screen.rows);
}

std::unique_ptr<Face> choose_face(const platform::Streams& streams,
                                  const platform::Environment& environment, const Style& style,
                                  Charset charset, const FigureOutput& figures, FaceKind kind,
                                  LineInput& input, platform::SignalWatch& signals) {
    auto lines = std::make_unique<PlainFace>(streams.out, style, input);
    if (kind == FaceKind::plain || why_plain(streams, environment)) return lines;
    auto tty = TtyDevice::open();
    if (!tty) return lines;
    // A device can be moved alone, a function must be copied.
    const auto held = std::make_shared<TtyDevice>(*std::move(tty));
    LateFace::Raise raise = [=, &signals, pen = pen_for(environment, figures.look.palette),
                             blocks = blocks_for(environment, style, charset)] {
        return std::make_unique<LiveFace>(std::move(*held), signals, pen, blocks, figures);
    };
    if (kind == FaceKind::live) return raise();
    return std::make_unique<LateFace>(std::move(lines), std::move(raise));
}

}  // namespace hipflow::terminal
