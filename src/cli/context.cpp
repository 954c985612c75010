// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include <fmt/format.h>
#include <unistd.h>

#include "terminal/capabilities.h"
#include "text/layout.h"

namespace hipflow::cli {

Style Context::style() const {
    return terminal::style_for(streams_.out, environment(), options_.color, options_.charset);
}

// Not by fmt, which throws: run() checks at the end that the answer arrived, and a note that cannot
// be written must not stop the work that it reports.
void Context::write(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), streams_.out);
}

void Context::print(std::string_view text, Format format) const {
    if (format != Format::text) return write(text);
    write(wrapped_lines(text, terminal::line_columns(streams_.out, environment())));
}

void Context::note(std::string_view text) const {
    const std::string lines = terminal::message_lines(text, streams_.err, environment());
    std::fwrite(lines.data(), 1, lines.size(), streams_.err);
}

bool Context::may_ask() const { return !options_.no_input && isatty(fileno(streams_.in)) != 0; }

int line_columns(std::FILE* stream, const platform::Environment& environment) {
    return terminal::line_columns(stream, environment);
}

std::string message_lines(std::string_view text, std::FILE* stream,
                          const platform::Environment& environment) {
    return terminal::message_lines(text, stream, environment);
}

}  // namespace hipflow::cli
