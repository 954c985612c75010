// SPDX-License-Identifier: MIT
#include "today/mornings.h"

#include <set>

#include "coach/exposure.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

/// The rules look at four weeks of mornings; two more before them show what is usual.
constexpr auto mornings_window = std::chrono::days(42);
constexpr auto owed_window = 36h;

}  // namespace

std::vector<Morning> recent_mornings(const Store& store, Day today) {
    const Day since = today - mornings_window;
    std::set<Day> sore;  // the days on which soreness was told in the morning
    for (const auto& symptom : store.symptoms_since(since)) {
        const bool told =
            symptom.kind == SymptomKind::soreness && symptom.moment == Moment::morning;
        if (told) sore.insert(symptom.felt.local_day);
    }
    std::vector<Morning> mornings;
    for (const auto& reading : store.morning_scores(since)) {
        Morning morning;
        morning.for_day = reading.for_day.value_or(reading.felt.local_day - std::chrono::days(1));
        morning.score = reading.score;
        if (reading.site) morning.distance = distance_from_spine(*reading.site);
        morning.sore = sore.contains(reading.felt.local_day);
        mornings.push_back(morning);
    }
    return mornings;
}

std::optional<DayAfter> last_done(const Store& store) {
    auto session = store.last_performed();
    if (!session) return std::nullopt;
    const Past past{*session, {}, store.readings_of(session->id), {}};
    return DayAfter{session->started.local_day,
                    score_at(past, Moment::before),
                    distance_at(past, Moment::before),
                    {}};
}

std::optional<Day> morning_owed(const Store& store, const Stamp& now) {
    const auto last = store.last_session();
    if (!last || !last->ended_at || last->status == SessionStatus::rested) return std::nullopt;
    if (now.at - *last->ended_at > owed_window) return std::nullopt;
    const Day day = last->started.local_day;
    if (day >= now.local_day) return std::nullopt;
    for (const auto& reading : store.morning_scores(day)) {
        if (reading.for_day == day) return std::nullopt;
    }
    return day;
}

}  // namespace hipflow
