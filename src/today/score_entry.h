// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "domain/body.h"
#include "today/suggestions.h"

namespace hipflow::today {

/// A pain score as typed, and where it is felt: "4", "low-back=4", "buttock:left=6".
struct ScoreEntry {
    static constexpr std::string_view wanted =
        "a whole number from 0 (no pain) to 10 (worst pain you can imagine), alone or after a "
        "place, such as low-back=4 or buttock:left=6";
    static constexpr ValueKind kind = ValueKind::scored_place;
    /// Returns nullopt for a score that is none, and throws Error for a place or side that is none.
    static std::optional<ScoreEntry> from_text(std::string_view text);

    PainScore score = *PainScore::from(0);
    std::optional<Site> site{};
    std::optional<Side> side{};
    std::optional<Site> furthest{};  // how far down the leg it is felt
    bool operator==(const ScoreEntry&) const = default;
};

/// Scores that are one entry about several places. `site` and `side` are those of a lone number,
/// `furthest` that of a lone score. Throws Error for the same place twice, for a place that is
/// given in both ways, and for `furthest` with several scores.
std::vector<ScoreEntry> one_entry(std::vector<ScoreEntry> scores, std::optional<Site> site,
                                  std::optional<Side> side,
                                  std::optional<Site> furthest = std::nullopt);

}  // namespace hipflow::today
