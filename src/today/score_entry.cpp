// SPDX-License-Identifier: MIT
#include "today/score_entry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "domain/error.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::today {
namespace {

PainScore score_in(std::string_view text, const std::string& whole) {
    const auto score = PainScore::from(parse_number<int>(text).value_or(-1));
    if (score) return *score;
    throw Error(fmt::format(
        "'{}' is not a score. Expected a whole number from 0 (no pain) to 10 (worst pain you can "
        "imagine), alone or after a place, such as low-back=4 or buttock:left=6.",
        shown(whole)));
}

template <typename Enum>
Enum word_in(std::string_view text, const std::string& whole, std::string_view what) {
    if (const auto value = from_word<Enum>(text)) return *value;
    const std::vector<std::string> all(words<Enum>.begin(), words<Enum>.end());
    throw Error(fmt::format("'{}': '{}' is not a {}.{} Known: {}.", shown(whole), shown(text), what,
                            did_you_mean(std::string(text), all), fmt::join(all, ", ")));
}

ScoreEntry entry_in(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) return {score_in(text, text), {}, {}};
    ScoreEntry entry{score_in(std::string_view(text).substr(equals + 1), text), {}, {}};
    const std::string_view place = std::string_view(text).substr(0, equals);
    const auto colon = place.find(':');
    entry.site = word_in<Site>(place.substr(0, colon), text, "place");
    if (colon != std::string_view::npos) {
        entry.side = word_in<Side>(place.substr(colon + 1), text, "side");
    }
    return entry;
}

}  // namespace

std::vector<ScoreEntry> score_entries(const std::vector<std::string>& texts,
                                      std::optional<Site> site, std::optional<Side> side) {
    std::vector<ScoreEntry> entries;
    for (const auto& text : texts) {
        const ScoreEntry entry = entry_in(text);
        const bool twice = std::ranges::any_of(entries, [&](const ScoreEntry& other) {
            return other.site == entry.site && other.side == entry.side;
        });
        if (twice) throw Error(fmt::format("'{}': this place has a score already", shown(text)));
        entries.push_back(entry);
    }
    if (!site && !side) return entries;
    if (entries.size() != 1 || entries.front().site) {
        throw Error("--site and --side are for a single number; write the place before each score");
    }
    entries.front().site = site;
    entries.front().side = side;
    return entries;
}

}  // namespace hipflow::today
