// SPDX-License-Identifier: MIT
#include "today/last_told.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "coach/ending.h"

namespace hipflow::today {
namespace {

constexpr auto remembered_for = std::chrono::days(28);

bool is_sign(SymptomKind kind) {
    constexpr auto signs = std::to_array({SymptomKind::numbness, SymptomKind::saddle,
                                          SymptomKind::weakness, SymptomKind::emergency});
    return std::ranges::find(signs, kind) != signs.end();
}

}  // namespace

std::optional<PainReading> last_told(const store::Store& store, Day today,
                                     const PainThresholds& thresholds) {
    const auto told = store.opening_scores(today - remembered_for);
    if (told.empty()) return std::nullopt;
    const PainReading& last = told.front();
    if (coach::is_severe(last.score, thresholds)) return std::nullopt;
    if (told.size() > 1 && told[1].felt.at == last.felt.at) return std::nullopt;
    const bool sign_since =
        std::ranges::any_of(store.symptoms_since(last.felt.local_day), [&](const Symptom& symptom) {
            return is_sign(symptom.kind) &&
                   (symptom.felt.at >= last.felt.at ||
                    (last.session_id && symptom.session_id == last.session_id));
        });
    if (sign_since) return std::nullopt;
    return last;
}

}  // namespace hipflow::today
