// SPDX-License-Identifier: MIT
#include "terminal/capabilities.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "domain/number.h"
#include "terminal/draw.h"
#include "terminal/live_face.h"
#include "terminal/plain_face.h"

namespace hipflow::terminal {
namespace {

constexpr int usual_columns = 80;
constexpr int fewest_columns = 20;
constexpr int widest = 100;  // longer lines are hard to read

bool wants_colour(bool terminal, const platform::Environment& environment,
                  const std::string& color) {
    if (color == "always") return true;
    if (color == "never") return false;
    if (environment.get("NO_COLOR")) return false;
    const auto force = environment.get("CLICOLOR_FORCE");
    if (force && *force != "0") return true;
    const std::string term = environment.get("TERM").value_or("dumb");
    return terminal && term != "dumb";
}

bool knows_unicode(const platform::Environment& environment, const std::string& charset) {
    if (charset != "auto") return charset == "unicode";
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

}  // namespace

Style style_for(std::FILE* stream, const platform::Environment& environment,
                const std::string& color, const std::string& charset) {
    const bool terminal = isatty(fileno(stream)) != 0;
    return {wants_colour(terminal, environment, color), knows_unicode(environment, charset),
            terminal_columns(stream, environment)};
}

namespace {

bool is_large_enough(Size size) {
    return size.columns >= smallest_screen.columns && size.rows >= smallest_screen.rows;
}

}  // namespace

/// The Linux console has full blocks but no half ones.
Blocks blocks_for(const platform::Environment& environment, const Style& style,
                  const std::string& charset) {
    if (charset == "ascii") return Blocks::ascii;
    if (environment.get("TERM") == "linux") return Blocks::full;
    return style.unicode ? Blocks::half : Blocks::ascii;
}

Pen pen_for(const platform::Environment& environment, const Style& style) {
    return {style.colour, environment.get("TERM") != "linux"};
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
                                  const std::string& charset, bool plain, LineInput& input,
                                  platform::SignalWatch& signals) {
    if (!plain && !why_plain(streams, environment)) {
        if (auto tty = TtyDevice::open()) {
            return std::make_unique<LiveFace>(*std::move(tty), signals, pen_for(environment, style),
                                              blocks_for(environment, style, charset));
        }
    }
    return std::make_unique<PlainFace>(streams.out, style, input);
}

}  // namespace hipflow::terminal
