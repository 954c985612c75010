// SPDX-License-Identifier: MIT
#include "catalog/languages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "catalog/bundled.h"
#include "catalog/listing.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

struct NamedLanguage {
    std::string_view name;
    std::string_view code;
};

/// What people call the languages that hipflow comes with.
constexpr auto language_names = std::to_array<NamedLanguage>({
    {"english", "en"},
    {"englisch", "en"},
    {"eng", "en"},
    {"german", "de"},
    {"deutsch", "de"},
    {"deu", "de"},
    {"ger", "de"},
});

bool is_among(std::string_view language, std::span<const std::string> known) {
    return std::ranges::find(known, language) != known.end();
}

}  // namespace

std::vector<std::string> bundled_languages() {
    std::vector<std::string> languages;
    languages.reserve(bundled_messages().size());
    for (const auto& file : bundled_messages()) languages.emplace_back(file.id);
    std::ranges::sort(languages);
    return languages;
}

bool is_known_language(std::string_view language, std::span<const std::string> known) {
    return is_among(language.substr(0, language.find('-')), known);
}

std::string language_hint(std::string_view language, std::span<const std::string> known) {
    const std::string small = lower_case(std::string(language));
    const std::string base = small.substr(0, small.find_first_of("-_. "));
    const auto* const named = std::ranges::find(language_names, base, &NamedLanguage::name);
    const std::string_view code =
        named == language_names.end() ? std::string_view(base) : named->code;
    if (is_among(code, known)) return fmt::format(" Did you mean '{}'?", code);
    return did_you_mean(base, known);
}

std::string language_fault(std::string_view language, std::span<const std::string> known) {
    if (is_known_language(language, known)) return {};
    return fmt::format(
        "'language' is \"{}\", expected \"{}\", or a language of your own that has a file such as "
        "messages/fr.toml in the configuration folder.{}",
        shown(language), fmt::join(known, "\", \""), language_hint(language, known));
}

}  // namespace hipflow::catalog
