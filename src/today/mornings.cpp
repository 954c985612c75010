// SPDX-License-Identifier: MIT
#include "today/mornings.h"

#include <algorithm>
#include <map>
#include <set>

#include "coach/exposure.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

/// The rules look at four weeks of mornings; two more before them show what is usual.
constexpr auto mornings_window = std::chrono::days(42);
constexpr auto owed_window = 36h;

}  // namespace

Day day_it_follows(const PainReading& morning) {
    return morning.for_day.value_or(morning.felt.local_day - std::chrono::days(1));
}

std::vector<coach::Morning> recent_mornings(const store::Store& store, Day today) {
    const Day since = today - mornings_window;
    std::set<Day> sore;  // the days on which soreness was told in the morning
    for (const auto& symptom : store.symptoms_since(since)) {
        const bool told =
            symptom.kind == SymptomKind::soreness && symptom.moment == Moment::morning;
        if (told) sore.insert(symptom.felt.local_day);
    }
    std::vector<coach::Morning> mornings;
    for (const auto& reading : store.morning_scores(since)) {
        coach::Morning morning;
        morning.for_day = day_it_follows(reading);
        morning.score = reading.score;
        if (reading.score.value() > 0) morning.distance = coach::distance_of(reading);
        morning.sore = sore.contains(reading.felt.local_day);
        mornings.push_back(morning);
    }
    return mornings;
}

std::vector<coach::Start> recent_starts(const store::Store& store, Day today) {
    const Day since = today - mornings_window;
    std::map<std::string, PainScore> before;  // the highest, by the session's id
    for (const auto& reading : store.opening_scores(since)) {
        if (reading.moment != Moment::before || !reading.session_id) continue;
        const auto [known, is_new] = before.try_emplace(*reading.session_id, reading.score);
        if (!is_new) known->second = std::max(known->second, reading.score);
    }
    std::vector<coach::Start> starts;
    for (const auto& session : store.sessions({.since = since})) {
        if (session.done <= Millis{0}) continue;
        const auto score = before.find(session.id);
        starts.push_back({session.started.at, session.started.local_day,
                          score == before.end() ? std::nullopt : std::optional(score->second)});
    }
    std::ranges::reverse(starts);
    return starts;
}

std::vector<coach::Start> told_starts(const store::Store& store, Day today) {
    std::vector<coach::Start> starts;
    for (const auto& reading : store.opening_scores(today - mornings_window)) {
        if (reading.moment != Moment::before) continue;
        starts.push_back({reading.felt.at, reading.felt.local_day, reading.score});
    }
    std::ranges::reverse(starts);
    return starts;
}

coach::GateDecision gate_now(const store::Store& store, std::optional<PainScore> before, Day today,
                             const PainThresholds& thresholds) {
    const auto mornings = recent_mornings(store, today);
    return coach::decide_gate(
        before, coach::usual_before(today, mornings), thresholds,
        coach::day_of_flare(today, told_starts(store, today), mornings, thresholds));
}

std::optional<coach::DayAfter> last_done(const store::Store& store) {
    auto session = store.last_with_work();
    if (!session) return std::nullopt;
    const coach::Past past{*session, {}, store.readings_of(session->id), {}};
    return coach::DayAfter{session->started.local_day,
                           coach::score_at(past, Moment::before),
                           coach::distance_at(past, Moment::before),
                           {}};
}

std::optional<Day> morning_owed(const store::Store& store, const Stamp& now) {
    const auto last = store.last_session();
    if (!last || !last->ended_at || last->status == SessionStatus::rested) return std::nullopt;
    if (now.at - *last->ended_at > owed_window) return std::nullopt;
    const Day day = last->started.local_day;
    if (day >= now.local_day) return std::nullopt;
    return store.morning_scores_of(day).empty() ? std::optional(day) : std::nullopt;
}

}  // namespace hipflow::today
