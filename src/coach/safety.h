// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coach/exposure.h"
#include "domain/care_words.h"
#include "domain/day_totals.h"
#include "domain/records.h"
#include "domain/settings.h"
#include "domain/time.h"

namespace hipflow::coach {

// The sentences about pain and about signs of more than pain (docs/design/care.md, "Words about
// pain"), as far as they take more than a look into the table. `number` is the emergency number
// that the user has given, or empty. The words that end a session are in coach/ending.h.

/// Name and version under which the first-run text is acknowledged. Version 2 has the signs in it.
inline constexpr std::string_view first_run_text = "first-run";
inline constexpr int first_run_version = 2;

/// "your local emergency number", or the user's own.
std::string emergency_number_words(std::string_view number, const CareWords& words);

/// How soon something needs to be looked at; `session`: when to stop an exercise.
enum class Tier { now, today, within_days, appointment, session };
constexpr auto words_of(Tier /*unused*/) {
    return std::to_array<std::string_view>(
        {"now", "today", "within_days", "appointment", "session"});
}

/// Signs with the heading that says what to do about them.
struct SafetyList {
    Tier tier = Tier::now;
    std::string heading;
    std::vector<std::string> items;
};
/// All lists, the most urgent first.
std::vector<SafetyList> safety_lists(std::string_view number, const CareWords& words);

/// When to stop an exercise of a flare-up day: it begins at more than the score at which others
/// stop, so there pain may not get stronger.
SafetyList flare_stops(const CareWords& words);

/// The heading, then a line for each item; to be wrapped.
std::string list_lines(std::string_view heading, const std::vector<std::string>& items);
/// The signs that need help now, under their heading.
std::string now_lines(std::string_view number, const CareWords& words);

/// The whole first-run text, in lines to be wrapped.
std::string first_run_lines(std::string_view number, const CareWords& words);

/// Shown before the first session after one that ended for a sign that has to be looked at.
std::string clearance_words(Day day, Day today, const CareWords& words);

/// Shown when the gentle day takes the place of the planned session after a bad morning.
std::string bad_morning_words(Day day, Day today, const CareWords& words);

/// Shown when the gate changes a session that goes on; empty for Gate::none and Gate::refused.
std::string gate_words(Gate gate, const CareWords& words);

/// Says right before a session when to ease off and when to stop, by what it begins at.
/// `open_gate`: the session is as planned, so that a high score is the usual one.
std::string limits_words(std::optional<PainScore> before, bool open_gate,
                         const PainThresholds& thresholds, const CareWords& words);

/// Shown after a score or symptom during an exercise, if the session goes on; empty for green, grey
/// and black. `has_easier`: there is an easier exercise to take.
std::string colour_words(const Exposure& exposure, Colour colour, bool has_easier,
                         const CareWords& words);

/// How the last weeks went, as far as it is known.
struct Course {
    /// Sessions kept in the last four weeks, of those planned or of two a week if that is more.
    std::optional<double> regularity;
    std::optional<double> function;      // rise over them on the scale of 0 to 10; up is good
    std::optional<double> pain_then;     // mean of the seven days four weeks ago, 0 to 10
    std::optional<double> pain_before;   // of the seven days two weeks ago
    std::optional<double> pain_now;      // of the last seven days
    int flare_days = 0;                  // of the last seven, on which pain called for rest
    std::optional<double> usual;         // of the mornings, for two weeks at least
    std::optional<std::string> retired;  // the name of an exercise that was too sore too often
};

/// The pain of a course: means over seven days, each with at least four days with a score. `days`
/// are those of the last five weeks.
Course course_of(std::span<const DayTotals> days, Day today);

/// Which suggestion to see somebody is called for (docs/design/care.md, "Rules", A9); nullopt if
/// none is, or too little is known.
std::optional<Care> referral_for(const Course& course, const CoachThresholds& coach);

/// The same in words.
std::optional<std::string> refer_words(const Course& course, const CoachThresholds& coach,
                                       const CareWords& words);

}  // namespace hipflow::coach
