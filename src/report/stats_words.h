// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "domain/day_totals.h"
#include "domain/time.h"
#include "schedule/adherence.h"
#include "stats/change.h"
#include "stats/pain_days.h"
#include "stats/trend.h"
#include "today/views.h"

namespace hipflow::report {

/// With one decimal at most, and only where it is needed: "4", "3.5".
std::string score_text(double score);
/// With its sign and one decimal: "+0.4", "-1.2", "0.0".
std::string signed_text(double change);

// Numbers and sentences that the screen of statistics, its views and the report share.

/// "12 min", "3 h 20 min".
std::string work_words(Millis work);
/// Work done of what was planned: "96 %"; "-" where nothing was planned.
std::string share_words(Millis done, Millis planned);
/// The mean with one decimal; "-" without a score.
std::string mean_words(const ScoreSum& scores);

/// "11 of 14 kept (79 %, range 52 to 92 %), 2 excused, 1 still open"; "none kept yet, 4 still
/// open"; "none due so far".
std::string adherence_words(const schedule::Adherence& adherence);

/// Two or more misses in a row, without blame: "2 missed; the next one is on Thursday." Empty below
/// two.
std::string misses_words(const schedule::Adherence& adherence, std::optional<Day> next, Day today);

/// "today", "tomorrow", "on Thursday", or "on 2026-12-01" if it is more than six days away.
std::string coming_day(Day day, Day today);

/// "-0.8 points (range -1.2 to -0.4, n 34); worse by 2 or more in 1"; below five sessions only how
/// many there are.
std::string change_words(const ChangeSum& changes);
/// The verdict with its numbers, or why there is none. `days` is the number of days looked at.
std::string trend_words(const stats::Trend& trend, long days);

/// "low-back", "buttock, left", "place not given".
std::string place_words(const std::optional<stats::PainPlace>& place);
/// "4.2 (n 9)"; "-" without a score.
std::string moment_words(const std::optional<stats::MomentMean>& mean);
/// "none before 28 days", "none yet", "no clear change", "-0.4 in four weeks".
std::string slope_words(const stats::Trend& trend);
/// "+0.6 (n 8)", "+1.0 (n 2, few)", "-".
std::string exercise_change_words(const ChangeSum& change);

/// Kept of planned in a week, of all plans together: "3 of 4"; nullopt where nothing was due.
std::optional<std::string> kept_in_week(std::span<const today::PlanKept> plans, Day week);

}  // namespace hipflow::report
