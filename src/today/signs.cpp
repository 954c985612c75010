// SPDX-License-Identifier: MIT
#include "today/signs.h"

#include <algorithm>
#include <chrono>
#include <variant>
#include <vector>

#include "coach/ending.h"
#include "coach/safety.h"
#include "today/desk.h"

namespace hipflow::today {

std::optional<Symptom> uncleared_sign(const store::Store& store) {
    std::optional<Symptom> last;
    for (const auto kind : {SymptomKind::weakness, SymptomKind::emergency, SymptomKind::saddle}) {
        auto sign = store.last_symptom(kind);
        if (sign && (!last || sign->felt.at > last->felt.at)) last = std::move(sign);
    }
    const auto cleared = store.last_symptom(SymptomKind::clearance);
    if (last && cleared && cleared->felt.at > last->felt.at) return std::nullopt;
    return last;
}

std::optional<PainScore> severe_on(const store::Store& store, Day day,
                                   const PainThresholds& thresholds) {
    auto told = store.scores_on(day);
    // How the morning was takes nothing back that was told of now; a severe morning counts.
    std::erase_if(told, [&](const PainReading& reading) {
        return reading.moment == Moment::morning && !coach::is_severe(reading.score, thresholds);
    });
    std::optional<PainScore> severe;
    for (auto reading = told.rbegin(); reading != told.rend(); ++reading) {
        // Several places told of at once are one answer, and the highest counts.
        if (reading->felt.at != told.back().felt.at) break;
        if (coach::is_severe(reading->score, thresholds) && (!severe || reading->score > *severe)) {
            severe = reading->score;
        }
    }
    return severe;
}

std::optional<PainScore> severe_at_any_time(const store::Store& store, Day day,
                                            const PainThresholds& thresholds) {
    std::optional<PainScore> severe;
    for (const auto& reading : store.scores_on(day)) {
        if (!coach::is_severe(reading.score, thresholds)) continue;
        severe = std::max(severe.value_or(reading.score), reading.score);
    }
    return severe;
}

std::optional<std::string> rest_today(Desk& desk) {
    const store::Store* store = desk.history();
    if (store == nullptr) return std::nullopt;
    const Day today = desk.now().local_day;
    const auto last = store->last_session();
    if (last && last->started.local_day == today && last->status == SessionStatus::rested &&
        last->gate == Gate::rest) {
        return desk.care().say(Care::rest_today);
    }
    const auto gave_way = store->last_symptom(SymptomKind::gave_way);
    if (!gave_way || gave_way->felt.local_day != today) return std::nullopt;
    return desk.care().say(Care::gave_way_today);
}

std::optional<PainScore> severe_news(std::optional<PainScore> highest, Instant felt, Instant now,
                                     const PainThresholds& thresholds) {
    constexpr auto still_news = std::chrono::hours(24);
    if (!highest || !coach::is_severe(*highest, thresholds)) return std::nullopt;
    return now - felt > still_news ? std::nullopt : highest;
}

std::optional<PainScore> highest_score(const store::Change& entered) {
    std::optional<PainScore> highest;
    for (const auto& record : entered.put) {
        const auto* reading = std::get_if<PainReading>(&record);
        if (reading != nullptr) highest = std::max(highest, std::optional(reading->score));
    }
    return highest;
}

bool speaks_against_today(const store::Store& store, Day today, const PainThresholds& thresholds) {
    return uncleared_sign(store) || severe_on(store, today, thresholds);
}

std::optional<std::string> against_today(const store::Store& store, Day today,
                                         const PainThresholds& thresholds, const CareWords& words) {
    if (const auto sign = uncleared_sign(store))
        return coach::clearance_words(sign->felt.local_day, today, words);
    if (const auto severe = severe_on(store, today, thresholds)) {
        return words.say(Care::severe_today, {{"score", std::to_string(severe->value())}});
    }
    return std::nullopt;
}

std::optional<std::string> against_today(Desk& desk) {
    const store::Store* store = desk.history();
    if (store == nullptr) return std::nullopt;
    return against_today(*store, desk.now().local_day, desk.settings().pain, desk.care());
}

}  // namespace hipflow::today
