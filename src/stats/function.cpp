// SPDX-License-Identifier: MIT
#include "stats/function.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hipflow::stats {
namespace {

constexpr double important_mean = 2;
constexpr int important_single = 3;

std::vector<const Measurement*> answers_in_time(std::span<const Measurement> measurements,
                                                std::string_view scale) {
    std::vector<const Measurement*> order;
    for (const auto& measurement : measurements) {
        const bool counts = measurement.kind == Measured::function && measurement.activity_id &&
                            measurement.scale_version == scale;
        if (counts) order.push_back(&measurement);
    }
    std::ranges::stable_sort(order, [](const Measurement* a, const Measurement* b) {
        return std::tie(a->taken.local_day, a->taken.at) <
               std::tie(b->taken.local_day, b->taken.at);
    });
    return order;
}

void add(std::vector<FunctionScore>& scores, const Measurement& answer) {
    const Day day = answer.taken.local_day;
    if (scores.empty() || scores.back().local_day != day) scores.push_back({day, 0});
    scores.back().score = answer.value;
}

std::optional<int> score_on(const FunctionSeries& series, Day day) {
    const auto found = std::ranges::find(series.scores, day, &FunctionScore::local_day);
    if (found == series.scores.end()) return std::nullopt;
    return found->score;
}

std::optional<FunctionChange> change_between(std::span<const FunctionSeries> series, Day from,
                                             Day to) {
    FunctionChange change{.from = from, .to = to};
    for (const auto& one : series) {
        const auto before = score_on(one, from);
        const auto after = score_on(one, to);
        if (!before || !after) continue;
        change.sum_before += *before;
        change.sum_after += *after;
        ++change.activities;
    }
    if (from >= to || change.activities == 0) return std::nullopt;
    return change;
}

std::optional<Day> last_day_until(std::span<const FunctionSeries> series, Day until) {
    std::optional<Day> last;
    for (const auto& one : series) {
        for (const auto& score : one.scores) {
            if (score.local_day <= until)
                last = std::max(last.value_or(score.local_day), score.local_day);
        }
    }
    return last;
}

}  // namespace

std::vector<FunctionSeries> function_series(std::span<const Measurement> measurements,
                                            std::span<const Activity> activities,
                                            std::string_view scale) {
    std::map<std::string_view, std::size_t> place;
    std::vector<FunctionSeries> all;
    for (const auto& activity : activities) {
        place.emplace(activity.id, all.size());
        all.push_back({activity, {}});
    }
    for (const Measurement* answer : answers_in_time(measurements, scale)) {
        // NOLINTNEXTLINE(bugprone-unchecked-optional-access): see answers_in_time
        const auto found = place.find(*answer->activity_id);
        if (found != place.end()) add(all[found->second].scores, *answer);
    }
    return all;
}

std::vector<FunctionMean> function_means(std::span<const FunctionSeries> series) {
    std::map<Day, FunctionMean> days;
    for (const auto& one : series) {
        for (const auto& score : one.scores) {
            FunctionMean& day = days[score.local_day];
            day.local_day = score.local_day;
            day.mean += score.score;
            ++day.activities;
        }
    }
    std::vector<FunctionMean> means;
    means.reserve(days.size());
    for (const auto& [day, sum] : days) {
        means.push_back({day, sum.mean / sum.activities, sum.activities});
    }
    return means;
}

std::optional<FunctionChange> function_change(std::span<const FunctionSeries> series) {
    std::vector<FunctionSeries> asked;
    std::ranges::copy_if(series, std::back_inserter(asked), [](const FunctionSeries& one) {
        return !one.activity.to_day && !one.scores.empty();
    });
    if (asked.empty()) return std::nullopt;
    const auto first =
        std::ranges::min(asked, {},
                         [](const FunctionSeries& one) { return one.scores.front().local_day; })
            .scores.front()
            .local_day;
    const auto last =
        std::ranges::max(asked, {},
                         [](const FunctionSeries& one) { return one.scores.back().local_day; })
            .scores.back()
            .local_day;
    return change_between(asked, first, last);
}

std::optional<FunctionChange> function_change_over(std::span<const FunctionSeries> series,
                                                   Day today, std::chrono::days span) {
    const auto to = last_day_until(series, today);
    const auto from = last_day_until(series, today - span);
    if (!from || !to) return std::nullopt;
    return change_between(series, *from, *to);
}

FunctionVerdict function_verdict(double change) {
    if (change >= important_mean) return FunctionVerdict::better;
    return change <= -important_mean ? FunctionVerdict::harder : FunctionVerdict::no_clear_change;
}

FunctionVerdict activity_verdict(int change) {
    if (change >= important_single) return FunctionVerdict::better;
    return change <= -important_single ? FunctionVerdict::harder : FunctionVerdict::no_clear_change;
}

std::string_view verdict_words(FunctionVerdict verdict) {
    switch (verdict) {
        case FunctionVerdict::better:
            return "better in what you do";
        case FunctionVerdict::harder:
            return "harder in what you do";
        case FunctionVerdict::no_clear_change:
            break;
    }
    return "no clear change in what you do";
}

}  // namespace hipflow::stats
