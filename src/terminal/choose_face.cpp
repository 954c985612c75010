// SPDX-License-Identifier: MIT
#include "terminal/choose_face.h"

#include <fmt/format.h>
#include <unistd.h>

#include <utility>

#include "terminal/live_face.h"
#include "terminal/plain_face.h"

namespace hipflow {
namespace {

bool is_large_enough(Size size) {
    return size.columns >= smallest_screen.columns && size.rows >= smallest_screen.rows;
}

}  // namespace

/// The Linux console has full blocks but no half ones (TERMINAL 2.3).
Blocks blocks_for(const Environment& environment, const Style& style, const std::string& charset) {
    if (charset == "ascii") return Blocks::ascii;
    if (environment.get("TERM") == "linux") return Blocks::full;
    return style.unicode ? Blocks::half : Blocks::ascii;
}

Pen pen_for(const Environment& environment, const Style& style) {
    return {style.colour, environment.get("TERM") != "linux"};
}

std::optional<std::string> why_plain(const Streams& streams, const Environment& environment) {
    if (isatty(fileno(streams.in)) == 0 || isatty(fileno(streams.out)) == 0) {
        return "input or output is no terminal";
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

std::unique_ptr<Face> choose_face(const Streams& streams, const Environment& environment,
                                  const Style& style, const std::string& charset, bool plain,
                                  LineInput& input, SignalWatch& signals) {
    if (!plain && !why_plain(streams, environment)) {
        if (auto tty = TtyDevice::open()) {
            return std::make_unique<LiveFace>(*std::move(tty), signals, pen_for(environment, style),
                                              blocks_for(environment, style, charset));
        }
    }
    return std::make_unique<PlainFace>(streams.out, style, input);
}

}  // namespace hipflow
