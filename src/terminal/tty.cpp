// SPDX-License-Identifier: MIT
#include "terminal/tty.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "domain/number.h"

namespace hipflow {
namespace {

constexpr int usual_columns = 80;
constexpr int fewest_columns = 20;
constexpr int widest = 100;  // longer lines are hard to read

bool wants_colour(bool terminal, const Environment& environment, const std::string& color) {
    if (color == "always") return true;
    if (color == "never") return false;
    if (environment.get("NO_COLOR")) return false;
    const auto force = environment.get("CLICOLOR_FORCE");
    if (force && *force != "0") return true;
    const std::string term = environment.get("TERM").value_or("dumb");
    return terminal && term != "dumb";
}

bool knows_unicode(const Environment& environment, const std::string& charset) {
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

int columns_of(std::FILE* stream, const Environment& environment) {
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

Style style_for(std::FILE* stream, const Environment& environment, const std::string& color,
                const std::string& charset) {
    const bool terminal = isatty(fileno(stream)) != 0;
    return {wants_colour(terminal, environment, color), knows_unicode(environment, charset),
            columns_of(stream, environment)};
}

}  // namespace hipflow
