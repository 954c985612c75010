// SPDX-License-Identifier: MIT
#include "coach/exposure.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "domain/restriction.h"

namespace hipflow::coach {
namespace {

bool concerns(std::optional<Side> told, Side side) {
    return !told || *told == Side::both || side == Side::both || *told == side;
}

/// The exercise itself, and what was done in its place.
std::set<std::string> names_of(const Past& past, const std::string& exercise) {
    std::set<std::string> names = {exercise};
    for (const auto& set : past.sets) {
        if (set.planned_exercise == exercise) names.insert(set.exercise);
    }
    return names;
}

double share_of(const PerformedSet& set) {
    if (set.status == SetStatus::done) return 1.0;
    if (set.planned <= Millis{0}) return 0.0;
    return std::min(
        1.0, static_cast<double>(set.actual.count()) / static_cast<double>(set.planned.count()));
}

/// Mean of the better attempts at each set: an easier exercise may have been taken in the middle.
double share_done(const Past& past, const std::string& exercise, Side side) {
    std::map<std::tuple<int, int, Side>, double> shares;
    for (const auto& set : past.sets) {
        if (set.planned_exercise != exercise || !concerns(set.side, side)) continue;
        double& share = shares[{set.step, set.set_no, set.side}];
        share = std::max(share, share_of(set));
    }
    if (shares.empty()) {
        const auto& session = past.session;
        if (session.planned <= Millis{0}) return 0.0;
        return static_cast<double>(session.done.count()) /
               static_cast<double>(session.planned.count());
    }
    double sum = 0.0;
    for (const auto& [set, share] : shares) sum += share;
    return sum / static_cast<double>(shares.size());
}

std::optional<StopReason> why_less(const Past& past, const std::string& exercise, Side side) {
    std::optional<StopReason> why;
    for (const auto& set : past.sets) {
        if (set.planned_exercise != exercise || !concerns(set.side, side) || !set.reason) continue;
        if (!why || *set.reason == StopReason::pain) why = set.reason;
    }
    return past.sets.empty() ? past.session.reason : why;
}

std::optional<PainScore> peak_of(const Past& past, const std::set<std::string>& names, Side side) {
    std::optional<PainScore> peak;
    for (const auto& reading : past.readings) {
        if (reading.moment != Moment::peak || !reading.exercise) continue;
        if (!names.contains(*reading.exercise) || !concerns(reading.side, side)) continue;
        if (!peak || reading.score > *peak) peak = reading.score;
    }
    return peak;
}

/// Returns whether "did any exercise hurt more?" was answered in a way that covers those not named.
bool unnamed_are_known(const Past& past) {
    if (past.session.hurt_more == HurtMore::none) return true;
    if (past.session.hurt_more != HurtMore::some) return false;
    return std::ranges::any_of(past.readings,
                               [](const auto& r) { return r.moment == Moment::peak; });
}

void take_symptoms(Exposure& exposure, const Past& past, const std::set<std::string>& names,
                   Side side) {
    const auto told = [&](SymptomKind kind) {
        return std::ranges::any_of(past.symptoms, [&](const Symptom& symptom) {
            return symptom.kind == kind && symptom.exercise && names.contains(*symptom.exercise) &&
                   concerns(symptom.side, side);
        });
    };
    exposure.emergency = std::ranges::any_of(past.symptoms, [](const Symptom& symptom) {
        return symptom.kind == SymptomKind::emergency || symptom.kind == SymptomKind::saddle;
    });
    exposure.sharp = told(SymptomKind::sharp);
    exposure.numbness = told(SymptomKind::numbness);
    exposure.giving_way = told(SymptomKind::gave_way);
    exposure.weakness = told(SymptomKind::weakness);
    exposure.further = told(SymptomKind::further);
}

/// Returns whether the session names exercises that hurt or caused a symptom.
bool names_any(const Past& past) {
    const auto named = [](const auto& told) { return told.exercise.has_value(); };
    return std::ranges::any_of(past.symptoms, named) || std::ranges::any_of(past.readings, named);
}

bool names_this(const Past& past, const std::set<std::string>& names) {
    const auto named = [&](const auto& told) {
        return told.exercise && names.contains(*told.exercise);
    };
    return std::ranges::any_of(past.symptoms, named) || std::ranges::any_of(past.readings, named);
}

/// Returns whether a step is one of the last two of which something was done.
bool is_among_the_last(const Past& past, const std::string& exercise) {
    constexpr std::size_t last_ones = 2;
    std::map<int, std::string> done;  // by step
    for (const auto& set : past.sets) {
        if (set.actual > Millis{0}) done[set.step] = set.planned_exercise;
    }
    std::set<std::string> last;
    for (auto step = done.rbegin(); step != done.rend() && last.size() < last_ones; ++step) {
        last.insert(step->second);
    }
    return last.contains(exercise);
}

/// Returns whether an exercise is blamed for symptoms that went further.
bool is_blamed(const Past& past, const std::string& exercise, const std::set<std::string>& names,
               bool strenuous) {
    if (names_any(past)) return names_this(past, names);
    return past.sets.empty() ? strenuous : is_among_the_last(past, exercise);
}

/// Adds the distances, but not against an exercise that is not to be blamed for symptoms going
/// further.
void take_distances(Exposure& exposure, const Past& past, bool blamed) {
    exposure.distance_before = distance_at(past, Moment::before);
    exposure.distance_after = distance_at(past, Moment::after);
    if (!exposure.distance_before || !exposure.distance_after) return;
    if (blamed) return;
    exposure.distance_after = std::min(*exposure.distance_after, *exposure.distance_before);
}

constexpr double counts_as_cut_short = 0.8;  // amber below it, if stopped for pain
constexpr double counts_as_done = 0.95;      // grey below it

/// Rise from the start of the session to the worst of the exercise. Without a score at the start
/// the whole peak counts, which is the cautious reading.
int rise_to(PainScore peak, const Exposure& e) {
    return peak.value() - (e.before ? e.before->value() : 0);
}

/// The least rise to a high peak that tells something.
int least_rise(const Exposure& e, const PainThresholds& t) { return is_steady(e, t) ? 2 : 1; }

bool is_red(const Exposure& e, const PainThresholds& t) {
    if (e.sharp || e.numbness || e.giving_way || travelled(e)) return true;
    if (!e.peak) return false;
    const int peak = e.peak->value();
    const int rise = rise_to(*e.peak, e);
    return (peak >= t.red_peak && rise >= least_rise(e, t)) ||
           (peak >= t.red_rise_peak && rise >= t.red_rise);
}

bool is_amber(const Exposure& e, const PainThresholds& t) {
    if (e.peak) {
        const int rise = rise_to(*e.peak, e);
        if (e.peak->value() >= t.amber_peak && rise >= least_rise(e, t)) return true;
        if (rise >= t.amber_rise) return true;
    }
    if (e.done < counts_as_cut_short && e.why == StopReason::pain) return true;
    if (e.distance_before && *e.distance_before <= 1 && e.distance_after == 2) return true;
    return colour_after(e.before, e.after, t) == Colour::amber;
}

/// Symptoms that draw back towards the spine are never held against an exercise.
bool drew_back(const Exposure& e) {
    return e.distance_before && e.distance_after && *e.distance_after < *e.distance_before;
}

}  // namespace

bool has_open_gate(const Session& session) {
    return session.gate == Gate::none && !session.override_gate;
}

bool is_strenuous(const Exercise& exercise) {
    if (exercise.level > 1 || !exercise.risks) return true;
    return std::ranges::any_of(*exercise.risks, [](std::string_view tag) {
        return tag == "neural" || (tag.starts_with("hip-") && tag.ends_with("-end"));
    });
}

std::optional<int> distance_of(const PainReading& reading) {
    if (reading.score.value() == 0) return 0;
    const auto place = reading.furthest ? reading.furthest : reading.site;
    return place ? std::optional(distance_from_spine(*place)) : std::nullopt;
}

std::optional<int> distance_at(const Past& past, Moment moment) {
    std::optional<int> furthest;
    for (const auto& reading : past.readings) {
        if (reading.moment != moment) continue;
        const auto distance = distance_of(reading);
        if (distance && (!furthest || *distance > *furthest)) furthest = distance;
    }
    return furthest;
}

std::optional<PainScore> score_at(const Past& past, Moment moment) {
    std::optional<PainScore> highest;
    for (const auto& reading : past.readings) {
        if (reading.moment != moment) continue;
        if (!highest || reading.score > *highest) highest = reading.score;
    }
    return highest;
}

bool was_replaced(const Past& past, const std::string& exercise, const std::string& given) {
    return std::ranges::any_of(past.sets, [&](const PerformedSet& set) {
        return set.planned_exercise == exercise && set.exercise != given && set.actual > Millis{0};
    });
}

bool was_met(const Past& past, const std::string& exercise) {
    const auto names = names_of(past, exercise);
    if (names_this(past, names)) return true;
    if (past.sets.empty()) return past.session.done > Millis{0};
    return std::ranges::any_of(past.sets, [&](const PerformedSet& set) {
        return set.planned_exercise == exercise && set.actual > Millis{0};
    });
}

Exposure exposure_of(const Past& past, const std::string& exercise, Side side, bool strenuous) {
    const auto names = names_of(past, exercise);
    Exposure exposure;
    exposure.before = score_at(past, Moment::before);
    exposure.open_gate = has_open_gate(past.session);
    exposure.after = score_at(past, Moment::after);
    exposure.peak = peak_of(past, names, side);
    const bool unscored = std::ranges::any_of(
        past.unscored, [&](const std::string& id) { return names.contains(id); });
    if (!exposure.peak && !unscored && unnamed_are_known(past)) exposure.peak = exposure.before;
    exposure.done = share_done(past, exercise, side);
    exposure.why = why_less(past, exercise, side);
    take_symptoms(exposure, past, names, side);
    take_distances(exposure, past, is_blamed(past, exercise, names, strenuous));
    return exposure;
}

bool travelled(const Exposure& e) {
    if (e.further) return true;
    if (!e.distance_before || !e.distance_after) return false;
    return *e.distance_after > *e.distance_before && *e.distance_after >= beyond_the_hip;
}

bool is_steady(const Exposure& e, const PainThresholds& t) {
    return e.open_gate && e.before && e.before->value() >= t.before_gentle;
}

Colour colour_of(const Exposure& e, const PainThresholds& thresholds) {
    if (e.emergency || e.weakness) return Colour::black;
    if (is_red(e, thresholds)) return Colour::red;
    if (is_amber(e, thresholds)) return drew_back(e) ? Colour::grey : Colour::amber;
    if (!e.peak || e.done < counts_as_done) return Colour::grey;
    return Colour::green;
}

Colour colour_after(std::optional<PainScore> before, std::optional<PainScore> after,
                    const PainThresholds& thresholds) {
    if (!before || !after) return Colour::grey;
    const bool worse = after->value() - before->value() >= thresholds.after_amber_rise;
    return worse && after->value() >= thresholds.after_amber ? Colour::amber : Colour::green;
}

}  // namespace hipflow::coach
