// SPDX-License-Identifier: MIT
#include "today/last_told.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "coach/ending.h"

namespace hipflow::today {
namespace {

constexpr auto remembered_for = std::chrono::days(28);

/// Returns whether a symptom is a reason to ask anew how the pain is.
bool is_warning(SymptomKind kind) {
    constexpr auto warnings = std::to_array(
        {SymptomKind::further, SymptomKind::sharp, SymptomKind::numbness, SymptomKind::weakness,
         SymptomKind::emergency, SymptomKind::gave_way, SymptomKind::saddle});
    return std::ranges::find(warnings, kind) != warnings.end();
}

}  // namespace

std::optional<PainReading> last_told(const store::Store& store, Day today,
                                     const PainThresholds& thresholds) {
    const auto told = store.opening_scores(today - remembered_for);
    if (told.empty()) return std::nullopt;
    const PainReading& last = told.front();
    if (coach::is_severe(last.score, thresholds)) return std::nullopt;
    if (told.size() > 1 && told[1].felt.at == last.felt.at) return std::nullopt;
    // On the day of the score as well: a sign is told before the score of the same session.
    const bool warned =
        std::ranges::any_of(store.symptoms_since(last.felt.local_day), is_warning, &Symptom::kind);
    const bool severe = std::ranges::any_of(
        store.scores_since(last.felt.local_day),
        [&](const PainReading& reading) { return coach::is_severe(reading.score, thresholds); });
    if (warned || severe) return std::nullopt;
    return last;
}

}  // namespace hipflow::today
