// SPDX-License-Identifier: MIT
#include "coach/colour.h"

namespace hipflow {
namespace {

constexpr double counts_as_cut_short = 0.8;  // CONTENT 4.3, amber
constexpr double counts_as_done = 0.95;      // CONTENT 4.3, grey

/// From the start of the session to the worst of the exercise. Without a score at the start the
/// whole of the peak counts as rise: the cautious reading.
int rise_to(PainScore peak, const Exposure& e) {
    return peak.value() - (e.before ? e.before->value() : 0);
}

bool travelled(const Exposure& e) {
    if (e.further) return true;
    if (!e.distance_before || !e.distance_after) return false;
    return *e.distance_after > *e.distance_before && *e.distance_after >= beyond_the_hip;
}

bool is_red(const Exposure& e, const PainThresholds& t) {
    if (e.sharp || e.numbness || e.giving_way || travelled(e)) return true;
    if (!e.peak) return false;
    const int peak = e.peak->value();
    const int rise = rise_to(*e.peak, e);
    return (peak >= t.red_peak && rise >= 1) || (peak >= t.red_rise_peak && rise >= t.red_rise);
}

bool is_amber(const Exposure& e, const PainThresholds& t) {
    if (e.peak) {
        const int rise = rise_to(*e.peak, e);
        if (e.peak->value() >= t.amber_peak && rise >= 1) return true;
        if (rise >= t.amber_rise) return true;
    }
    if (e.done < counts_as_cut_short && e.why == StopReason::pain) return true;
    if (e.distance_before && *e.distance_before <= 1 && e.distance_after == 2) return true;
    return colour_after(e.before, e.after, t) == Colour::amber;
}

/// Symptoms that draw back towards the spine are never held against an exercise (CONTENT 3.4).
bool drew_back(const Exposure& e) {
    return e.distance_before && e.distance_after && *e.distance_after < *e.distance_before;
}

}  // namespace

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

}  // namespace hipflow
