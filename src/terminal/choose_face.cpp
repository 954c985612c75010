// SPDX-License-Identifier: MIT
#include "terminal/choose_face.h"

#include <unistd.h>

#include <utility>

#include "terminal/live_face.h"
#include "terminal/plain_face.h"

namespace hipflow {
namespace {

/// The Linux console has full blocks but no half ones (TERMINAL 2.3).
Blocks blocks_for(const Environment& environment, const Style& style, const std::string& charset) {
    if (charset == "ascii") return Blocks::ascii;
    if (environment.get("TERM") == "linux") return Blocks::full;
    return style.unicode ? Blocks::half : Blocks::ascii;
}

bool fits(Size size) {
    return size.columns >= smallest_screen.columns && size.rows >= smallest_screen.rows;
}

}  // namespace

std::unique_ptr<Face> choose_face(const Streams& streams, const Environment& environment,
                                  const Style& style, const std::string& charset, bool plain,
                                  LineInput& input, SignalWatch& signals) {
    const std::string term = environment.get("TERM").value_or("dumb");
    const bool able = !plain && term != "dumb" && isatty(fileno(streams.in)) != 0 &&
                      isatty(fileno(streams.out)) != 0;
    if (able) {
        auto tty = TtyDevice::open();
        if (tty && fits(tty->size())) {
            const Pen pen{style.colour, term != "linux"};
            return std::make_unique<LiveFace>(*std::move(tty), signals, pen,
                                              blocks_for(environment, style, charset));
        }
    }
    return std::make_unique<PlainFace>(streams.out, style, input);
}

}  // namespace hipflow
