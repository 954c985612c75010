// SPDX-License-Identifier: MIT
#include "catalog/threshold_table.h"

#include <array>

namespace hipflow {
namespace {

// CONTENT 3.2: the pain-monitoring model (Silbernagel 2007) and clinics' traffic lights.
constexpr std::string_view traffic =
    "published pain rules call 0 to 3 green, 4 and 5 amber, and 6 or more red";
constexpr std::string_view severe = "7 to 10 is called severe pain";
constexpr std::string_view noise =
    "a difference of one point is noise, and one of two is not (Ostelo 2008, Thieme 2020)";
constexpr std::string_view settled =
    "published pain rules want pain to have settled by the next morning";
constexpr std::string_view twice =
    "work goes up after two sessions with room to spare (2-for-2), by small steps";
constexpr std::string_view slowly = "one exercise goes up once a week, and two in a session";
constexpr std::string_view pauses = "after a pause work begins lower";
constexpr std::string_view satisfactory = "80 to 99 % is the usual band of satisfactory adherence";

using Pain = Threshold<PainThresholds>;
using Coach = Threshold<CoachThresholds>;

constexpr auto pain = std::to_array<Pain>({
    {"before_gentle", &PainThresholds::before_gentle, 1, 5, traffic},
    {"before_rest", &PainThresholds::before_rest, 1, 7, severe},
    {"before_refuse", &PainThresholds::before_refuse, 1, 9, severe},
    {"before_rise_gentle", &PainThresholds::before_rise_gentle, 1, 2, noise},
    {"before_rise_rest", &PainThresholds::before_rise_rest, 1, 3, noise},
    {"amber_peak", &PainThresholds::amber_peak, 1, 4, traffic},
    {"amber_rise", &PainThresholds::amber_rise, 1, 3, noise},
    {"red_peak", &PainThresholds::red_peak, 1, 6, traffic},
    {"red_rise_peak", &PainThresholds::red_rise_peak, 1, 5, traffic},
    {"red_rise", &PainThresholds::red_rise, 1, 3, noise},
    {"after_amber", &PainThresholds::after_amber, 1, 4, traffic},
    {"after_amber_rise", &PainThresholds::after_amber_rise, 1, 2, noise},
    {"morning_amber_rise", &PainThresholds::morning_amber_rise, 1, 2, settled},
    {"morning_red_rise", &PainThresholds::morning_red_rise, 1, 3, settled},
    {"morning_red", &PainThresholds::morning_red, 1, 7, severe},
});

constexpr auto coach = std::to_array<Coach>({
    {"comfortable_sessions", &CoachThresholds::comfortable_sessions, 2, 4, twice},
    {"hours_apart", &CoachThresholds::hours_apart, 20, 72, slowly},
    {"most_before", &CoachThresholds::most_before, 0, 4, traffic},
    {"most_rise", &CoachThresholds::most_rise, 0, 1, noise},
    {"days_between_steps", &CoachThresholds::days_between_steps, 7, 60, slowly},
    {"steps_per_session", &CoachThresholds::steps_per_session, 0, 2, slowly},
    {"reps_step", &CoachThresholds::reps_step, 1, 2, twice},
    {"hold_step_s", &CoachThresholds::hold_step_s, 1, 5, twice},
    {"ambers_to_lower", &CoachThresholds::ambers_to_lower, 1, 2, traffic},
    {"sessions_of_rest", &CoachThresholds::sessions_of_rest, 2, 10, traffic},
    {"reds_to_retire", &CoachThresholds::reds_to_retire, 1, 3, traffic},
    {"lighter_percent", &CoachThresholds::lighter_percent, 30, 70, settled},
    {"days_to_bottom", &CoachThresholds::days_to_bottom, 2, 7, pauses},
    {"days_to_lower", &CoachThresholds::days_to_lower, 3, 14, pauses},
    {"days_to_restart", &CoachThresholds::days_to_restart, 4, 28, pauses},
    {"refer_adherence", &CoachThresholds::refer_adherence, 50, 80, satisfactory},
    {"refer_flare_days", &CoachThresholds::refer_flare_days, 1, 3, severe},
});

}  // namespace

std::span<const Pain> pain_thresholds() { return pain; }
std::span<const Coach> coach_thresholds() { return coach; }

}  // namespace hipflow
