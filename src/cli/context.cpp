// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include <fmt/format.h>
#include <unistd.h>

#include "terminal/capabilities.h"

namespace hipflow::cli {

Style Context::style() const {
    return terminal::style_for(streams_.out, environment(), options_.color, options_.charset);
}

// Not by fmt, which throws: run() checks at the end that the answer arrived, and a note that cannot
// be written must not stop the work that it reports.
void Context::print(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), streams_.out);
}

void Context::note(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), streams_.err);
}

bool Context::may_ask() const { return !options_.no_input && isatty(fileno(streams_.in)) != 0; }

}  // namespace hipflow::cli
