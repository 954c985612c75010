// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "domain/body.h"
#include "store/query.h"

namespace hipflow::store {

std::vector<PainReading> Store::morning_scores(Day since) const {
    // The first condition follows from the last, but lets the indexes limit the search.
    return all<PainReading>(
        "WHERE (local_day > ?1 OR for_day >= ?1) AND moment = 'morning'"
        " AND coalesce(for_day, date(local_day, '-1 day')) >= ?1 ORDER BY at DESC, id DESC",
        since);
}

std::vector<PainReading> Store::morning_scores_of(Day day) const {
    return all<PainReading>(
        "WHERE (for_day = ?1 OR (for_day IS NULL AND local_day = date(?1, '+1 day')))"
        " AND moment = 'morning' ORDER BY at DESC, id DESC",
        day);
}

std::vector<PainReading> Store::opening_scores(Day since) const {
    return all<PainReading>(
        "WHERE local_day >= ? AND moment IN ('before', 'morning') ORDER BY at DESC, id DESC",
        since);
}

std::vector<PainReading> Store::scores_on(Day day) const {
    return all<PainReading>("WHERE local_day = ? ORDER BY at, id", day);
}

std::vector<PainReading> Store::scores_since(Day since) const {
    return all<PainReading>("WHERE local_day >= ? ORDER BY at, id", since);
}

std::optional<Day> Store::first_scored_day() const {
    const auto score = first<PainReading>("ORDER BY local_day, at, id LIMIT 1");
    return score ? std::optional(score->felt.local_day) : std::nullopt;
}

std::vector<Symptom> Store::symptoms_since(Day since) const {
    return all<Symptom>("WHERE local_day >= ? ORDER BY at, id", since);
}

std::optional<Symptom> Store::last_symptom(SymptomKind kind) const {
    return first<Symptom>("WHERE kind = ? ORDER BY at DESC, id DESC LIMIT 1", kind);
}

namespace {

/// "'thigh', 'lower-leg', 'foot'": the sites from `nearest` on.
std::string sites_from(Site nearest) {
    std::vector<std::string> quoted;
    for (const auto name : words<Site>) {
        const auto site = from_word<Site>(name);
        if (site && distance_from_spine(*site) >= distance_from_spine(nearest)) {
            quoted.push_back(fmt::format("'{}'", name));
        }
    }
    return joined(quoted);
}

}  // namespace

bool Store::leg_told_since(Day since) const {
    static const std::string sql = fmt::format(
        "SELECT 1 FROM pain_score WHERE local_day >= ? AND (site IN ({0}) OR furthest IN ({0}))"
        " AND score > 0 LIMIT 1",
        sites_from(Site::thigh));
    return with_database(
        [&](const Database& db) { return prepared(db, sql, since)->executeStep(); });
}

bool Store::below_back_told() const {
    static const std::string sql = fmt::format(
        "SELECT 1 FROM pain_score WHERE (site IN ({0}) OR furthest IN ({0})) AND score > 0 LIMIT 1",
        sites_from(Site::buttock));
    return with_database([&](const Database& db) { return prepared(db, sql)->executeStep(); });
}

std::vector<Measurement> Store::measurements(Measured kind, const Filter& filter) const {
    return all<Measurement>("WHERE kind = ?1 AND local_day BETWEEN ?2 AND ?3 ORDER BY at, id", kind,
                            first_day(filter), last_day(filter));
}

}  // namespace hipflow::store
