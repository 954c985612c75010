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

template <typename Enum>
Enum word_in(std::string_view text, std::string_view what) {
    if (const auto value = from_word<Enum>(text)) return *value;
    const std::vector<std::string> all(words<Enum>.begin(), words<Enum>.end());
    throw Error(fmt::format("'{}' is not a {}.{} Known: {}.", shown(text), what,
                            did_you_mean(text, all), fmt::join(all, ", ")));
}

std::string place_words(const ScoreEntry& entry) {
    if (!entry.site) return "two of the scores have no place";
    const std::string side = entry.side ? fmt::format(":{}", word(*entry.side)) : "";
    return fmt::format("'{}{}' has two scores", word(*entry.site), side);
}

}  // namespace

std::optional<ScoreEntry> ScoreEntry::from_text(std::string_view text) {
    const auto equals = text.find('=');
    const bool placed = equals != std::string_view::npos;
    const auto number = parse_number<int>(placed ? text.substr(equals + 1) : text);
    const auto score = PainScore::from(number.value_or(-1));
    if (!score) return std::nullopt;
    ScoreEntry entry{.score = *score};
    if (!placed) return entry;
    const std::string_view place = text.substr(0, equals);
    const auto colon = place.find(':');
    entry.site = word_in<Site>(place.substr(0, colon), "place");
    if (colon != std::string_view::npos) {
        entry.side = word_in<Side>(place.substr(colon + 1), "side");
    }
    return entry;
}

std::vector<ScoreEntry> one_entry(std::vector<ScoreEntry> scores, std::optional<Site> site,
                                  std::optional<Side> side, std::optional<Site> furthest) {
    for (auto score = scores.begin(); score != scores.end(); ++score) {
        const bool twice = std::any_of(scores.begin(), score, [&](const ScoreEntry& other) {
            return other.site == score->site && other.side == score->side;
        });
        if (twice) {
            throw Error(place_words(*score) + ". Give one for each place.");
        }
    }
    const bool is_placed = scores.size() != 1 || scores.front().site;
    if (scores.empty()) return scores;
    if ((site || side) && is_placed) {
        throw Error("--site and --side are for a single number; write the place before each score");
    }
    if (furthest && scores.size() != 1) throw Error("--furthest is for a single score");
    ScoreEntry& first = scores.front();
    if (site) first.site = site;
    if (side) first.side = side;
    if (furthest) first.furthest = further_of(first.site, *furthest);
    return scores;
}

}  // namespace hipflow::today
