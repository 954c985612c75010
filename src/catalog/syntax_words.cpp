// SPDX-License-Identifier: MIT
#include "catalog/syntax_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace hipflow {
namespace {

struct Rewording {
    std::string_view pattern;  // a part of toml++'s description
    std::string_view words;
};

// The first that matches counts, so the special stand before the general.
constexpr auto rewordings = std::to_array<Rewording>({
    {"cannot redefine", "this name is here for the second time; keep one of the two"},
    {"expected bare key starting",
     "expected a name here, such as gaps in [gaps] or step in [[step]]"},
    {"parsing table header", "a heading ends with its brackets, as in [gaps] or [[step]]"},
    {"could not determine value",
     "expected a value here: a text in \"quotes\", a number, true or false"},
    {"parsing boolean", "expected a value here: a text in \"quotes\", a number, true or false"},
    {"unknown escape", "a backslash in a text is written twice: \\\\"},
    {"string: ", "the quote that opens this text is not closed; close it on the same line"},
    {"expected '='", "expected '=' after the name, as in level = 1"},
    {"expected a comment or whitespace", "expected the end of the line; put # before a comment"},
    {"pair: encountered end-of-file", "expected '=' and a value after the name, as in level = 1"},
    {"expected value", "expected a value after '=', as in level = 1"},
    {"surrogates", "this escape is no character; write the character itself"},
    {"inline table", "a table in { } stands on one line, with commas between its parts"},
    {"parsing array", "a list needs commas between its values and a ] at its end"},
    {"root table", "expected a name at the start of the line, as in level = 1"},
    {"not representable", "this number is too large; write a smaller one"},
    {"integer", "a value with digits and letters needs quotes, as in hold = \"40s\""},
    {"floating-point", "a value with digits and letters needs quotes, as in hold = \"1.5s\""},
    {"date", "this looks like a date, and no value is one; put texts in \"quotes\""},
    {"time", "this looks like a time, and no value is one; put texts in \"quotes\""},
});

std::string_view without_preamble(std::string_view description) {
    const auto colon = description.find(": ");
    const bool preamble =
        description.starts_with("Error while parsing") && colon != std::string_view::npos;
    return preamble ? description.substr(colon + 2) : description;
}

}  // namespace

std::string syntax_words(std::string_view description) {
    const auto* const found =
        std::find_if(rewordings.begin(), rewordings.end(), [&](const Rewording& candidate) {
            return description.find(candidate.pattern) != std::string_view::npos;
        });
    const std::string_view words =
        found == rewordings.end() ? "this line cannot be read as TOML; compare it with an example"
                                  : found->words;
    return fmt::format("{} ({})", words, shown(without_preamble(description), 160));
}

}  // namespace hipflow
