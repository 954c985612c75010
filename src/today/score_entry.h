// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/body.h"

namespace hipflow::today {

/// A pain score as typed, and where it is felt.
struct ScoreEntry {
    PainScore score = *PainScore::from(0);
    std::optional<Site> site;
    std::optional<Side> side;
    bool operator==(const ScoreEntry&) const = default;
};

/// "4", "low-back=4", "buttock:left=6": several are one entry about several places. `site` and
/// `side` are those of a lone number. Throws Error for what cannot be read, a score that is not on
/// the scale, and the same place twice.
std::vector<ScoreEntry> score_entries(const std::vector<std::string>& texts,
                                      std::optional<Site> site, std::optional<Side> side);

}  // namespace hipflow::today
