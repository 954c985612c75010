// SPDX-License-Identifier: MIT
#include "stats/pain_days.h"

#include <algorithm>
#include <set>

#include "stats/sample.h"

namespace hipflow::stats {
namespace {

PainDay summed(Day day, const std::optional<PainPlace>& place, Moment moment,
               const std::vector<int>& scores, int late) {
    const auto [lowest, highest] = std::minmax_element(scores.begin(), scores.end());
    return {day, place, moment, static_cast<int>(scores.size()),
            // NOLINTNEXTLINE(bugprone-unchecked-optional-access): there is a score
            *median({scores.begin(), scores.end()}), *lowest, *highest, late};
}

}  // namespace

bool entered_late(Instant felt, Instant recorded) {
    constexpr std::chrono::hours soon{2};
    return recorded - felt > soon;
}

void PainDays::add(const PainRow& row) {
    if (row.day != day_) close_day();
    day_ = row.day;
    Scores& scores = places_[{{row.site, row.side}, row.moment}];
    scores.all.push_back(row.score);
    scores.late += row.late ? 1 : 0;
    const auto [answer, fresh] =
        answers_.try_emplace({row.moment, row.answer}, row.score, row.late);
    if (fresh) return;
    answer->second.first = std::max(answer->second.first, row.score);
    answer->second.second = answer->second.second && row.late;
}

void PainDays::close_day() {
    std::map<Moment, Scores> whole;
    for (const auto& [key, answer] : answers_) {
        Scores& scores = whole[key.first];
        scores.all.push_back(answer.first);
        scores.late += answer.second ? 1 : 0;
    }
    for (const auto& [moment, scores] : whole) {
        days_.push_back(summed(day_, std::nullopt, moment, scores.all, scores.late));
    }
    for (const auto& [key, scores] : places_) {
        days_.push_back(summed(day_, key.first, key.second, scores.all, scores.late));
    }
    answers_.clear();
    places_.clear();
}

std::vector<PainDay> PainDays::finish() {
    close_day();
    return std::move(days_);
}

std::vector<DayScore> daily_scores(const std::vector<PainDay>& days,
                                   const std::optional<PainPlace>& place) {
    std::vector<DayScore> scores;
    for (const auto& day : days) {
        if (day.place != place) continue;
        // Moments come in their order: what was scored before a session is there first.
        const bool first = scores.empty() || scores.back().day != day.local_day;
        if (!first || (day.moment != Moment::before && day.moment != Moment::checkin)) continue;
        scores.push_back({day.local_day, day.median});
    }
    return scores;
}

std::vector<PainPlace> places_in(const std::vector<PainDay>& days) {
    std::set<PainPlace> places;
    for (const auto& day : days) {
        if (day.place) places.insert(*day.place);
    }
    return {places.begin(), places.end()};
}

std::optional<MomentMean> mean_at(const std::vector<PainDay>& days,
                                  const std::optional<PainPlace>& place, Moment moment) {
    MomentMean result;
    double sum = 0;
    for (const auto& day : days) {
        if (day.place != place || day.moment != moment) continue;
        ++result.days;
        sum += day.median;
    }
    if (result.days == 0) return std::nullopt;
    result.mean = sum / result.days;
    return result;
}

}  // namespace hipflow::stats
