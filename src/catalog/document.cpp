// SPDX-License-Identifier: MIT
#include "catalog/document.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>

#include "catalog/text_file.h"
#include "text/utf8.h"

// The header-only form of toml++ 3.3 aborts on "[é]": link the distribution's library.
static_assert(TOML_HEADER_ONLY == 0, "link tomlplusplus::tomlplusplus");

namespace hipflow::catalog {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Place place_in(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
}

/// Refuses what an escape such as "\u001B" brings in, which scan_text cannot see. That has kept
/// the tree shallow.
class PlainTexts {
   public:
    PlainTexts(const std::string& file, std::vector<Diagnostic>& faults)
        : file_(file), faults_(faults) {}

    void check(const toml::table& table) {
        for (const auto& [key, node] : table) {
            check(key.str(), place_in(key.source()));
            check(node);
        }
    }

   private:
    void check(const toml::node& node) {
        if (const auto* text = node.as_string()) check(text->get(), begin_of(node));
        if (const auto* table = node.as_table()) check(*table);
        if (const auto* list = node.as_array()) {
            for (const toml::node& element : *list) check(element);
        }
    }

    void check(std::string_view text, Place place) {
        if (text.find('\n') != std::string_view::npos) {
            refuse(place,
                   "this text has a line break, expected one line; end lines with \\ to join "
                   "them");
        } else if (!is_plain_text(text)) {
            refuse(place, fmt::format("there is an invisible character in \"{}\"; delete it",
                                      shown(text)));
        }
    }

    void refuse(Place place, std::string message) {
        faults_.push_back({file_, place.line, place.column, std::move(message)});
    }

    const std::string& file_;
    std::vector<Diagnostic>& faults_;
};

struct Rewording {
    std::string_view pattern;  // a part of toml++'s description
    std::string_view words;
};

// The first match counts: special cases stand before general ones.
constexpr auto rewordings = std::to_array<Rewording>({
    {"cannot redefine", "this name appears for the second time; keep one of the two"},
    {"expected bare key starting",
     "expected a name here, such as gaps in [gaps] or step in [[step]]"},
    {"parsing table header", "a heading ends with its brackets, as in [gaps] or [[step]]"},
    {"could not determine value",
     "expected a value here: a text in \"quotes\", a number, true or false"},
    {"parsing boolean", "expected a value here: a text in \"quotes\", a number, true or false"},
    {"unknown escape", "write a backslash in a text twice: \\\\"},
    {"string: ", "the quote that opens this text is not closed; close it on the same line"},
    {"expected '='", "expected '=' after the name, as in level = 1"},
    {"expected a comment or whitespace", "expected the end of the line; put # before a comment"},
    {"pair: encountered end-of-file", "expected '=' and a value after the name, as in level = 1"},
    {"expected value", "expected a value after '=', as in level = 1"},
    {"surrogates", "this escape is not a character; write the character itself"},
    {"inline table", "write a table in { } on one line, with commas between its parts"},
    {"parsing array", "a list needs commas between its values and a ] at its end"},
    {"root table", "expected a name at the start of the line, as in level = 1"},
    {"not representable", "this number is too large; write a smaller one"},
    {"integer", "a value with digits and letters needs quotes, as in hold = \"40s\""},
    {"floating-point", "a value with digits and letters needs quotes, as in hold = \"1.5s\""},
    {"date", "this looks like a date, but no value is a date; put texts in \"quotes\""},
    {"time", "this looks like a time, but no value is a time; put texts in \"quotes\""},
});

std::string_view without_preamble(std::string_view description) {
    const auto colon = description.find(": ");
    const bool preamble =
        description.starts_with("Error while parsing") && colon != std::string_view::npos;
    return preamble ? description.substr(colon + 2) : description;
}

}  // namespace

std::shared_ptr<const toml::table> parse_document(std::string_view text, const std::string& file,
                                                  std::vector<Diagnostic>& faults) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const std::size_t before = faults.size();
    const auto refused = scan_text(text, file);
    faults.insert(faults.end(), refused.begin(), refused.end());
    if (!refused.empty()) return nullptr;
    try {
        auto table = std::make_shared<toml::table>(toml::parse(text, std::string_view(file)));
        PlainTexts(file, faults).check(*table);
        return faults.size() > before ? nullptr : std::move(table);
    } catch (const toml::parse_error& error) {
        const Place place = place_in(error.source());
        faults.push_back({file, place.line, place.column, syntax_words(error.description())});
        return nullptr;
    }
}

Place begin_of(const toml::node& node) { return place_in(node.source()); }

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

}  // namespace hipflow::catalog
