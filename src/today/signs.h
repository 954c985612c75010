// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/care_words.h"
#include "domain/settings.h"
#include "store/change.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

/// The last sign that has to be looked at (a weaker leg, something between the legs, another sign
/// that needs help now), unless a clearance came after it.
std::optional<Symptom> uncleared_sign(const store::Store& store);

/// The severe score that is the last word on that day's pain, wherever it was told. Returns nullopt
/// if the last word is a lower one.
std::optional<PainScore> severe_on(const store::Store& store, Day day,
                                   const PainThresholds& thresholds);

/// The highest severe score told on that day, whatever came after it.
std::optional<PainScore> severe_at_any_time(const store::Store& store, Day day,
                                            const PainThresholds& thresholds);

/// Why the planned session is not offered any more today, in a sentence: the last start came
/// to a day of rest, or a joint gave way. Unlike against_today(), a start may still lead to one.
std::optional<std::string> rest_today(Desk& desk);

/// The score if it is severe and was felt within the last day: then what was entered is answered.
std::optional<PainScore> severe_news(std::optional<PainScore> highest, Instant felt, Instant now,
                                     const PainThresholds& thresholds);

/// The highest pain score that a change records.
std::optional<PainScore> highest_score(const store::Change& entered);

/// Whether there is no session today, for answers that mention today's session without asking how
/// the user is.
bool speaks_against_today(const store::Store& store, Day today, const PainThresholds& thresholds);
/// Why, in a sentence. Returns nullopt if there may be one.
std::optional<std::string> against_today(const store::Store& store, Day today,
                                         const PainThresholds& thresholds, const CareWords& words);
/// The same for the user at this desk.
std::optional<std::string> against_today(Desk& desk);

}  // namespace hipflow::today
