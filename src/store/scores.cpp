// SPDX-License-Identifier: MIT
#include "store/query.h"

namespace hipflow::store {

std::vector<PainReading> Store::morning_scores(Day since) const {
    // The first condition follows from the last, but lets the indexes limit the search.
    return all<PainReading>(
        "WHERE (local_day >= ?1 OR for_day >= ?1) AND moment = 'morning'"
        " AND coalesce(for_day, local_day) >= ?1 ORDER BY at DESC, id DESC",
        since);
}

std::vector<PainReading> Store::scores_on(Day day) const {
    return all<PainReading>("WHERE local_day = ? ORDER BY at, id", day);
}

std::vector<Symptom> Store::symptoms_since(Day since) const {
    return all<Symptom>("WHERE local_day >= ? ORDER BY at, id", since);
}

std::optional<Symptom> Store::last_symptom(SymptomKind kind) const {
    return first<Symptom>("WHERE kind = ? ORDER BY at DESC, id DESC LIMIT 1", kind);
}

bool Store::leg_told_since(Day since) const {
    return with_database([&](const Database& db) {
        const auto row = prepared(db,
                                  "SELECT 1 FROM pain_score WHERE local_day >= ?"
                                  " AND site IN ('thigh', 'lower-leg', 'foot') AND score > 0"
                                  " LIMIT 1",
                                  since);
        return row->executeStep();
    });
}

std::vector<Measurement> Store::measurements(Measured kind, const Filter& filter) const {
    return all<Measurement>("WHERE kind = ?1 AND local_day BETWEEN ?2 AND ?3 ORDER BY at, id", kind,
                            first_day(filter), last_day(filter));
}

}  // namespace hipflow::store
