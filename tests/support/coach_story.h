// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "coach/day.h"

namespace hipflow::support {

/// What somebody tells of one session. What is not set was not answered.
struct Told {
    std::optional<int> before{};
    std::optional<int> peak{};  // of the exercise that is looked at
    std::optional<Side> peak_side{};
    std::optional<int> after{};
    std::optional<Site> before_site{};
    std::optional<Site> after_site{};
    double done = 1.0;
    std::optional<StopReason> why{};
    std::optional<Effort> effort = Effort::ok;
    std::vector<SymptomKind> symptoms{};
};

/// A small ladder: "one" < "two" < "three" by level, reps 6 to 10 at a time, each side; and "rest"
/// beside it.
coach::ExerciseLookup small_ladder();
/// A routine of these exercises, each with its own dose.
Routine routine_of(const std::vector<std::string>& exercises);

/// A person who does one routine repeatedly, and what the coach makes of it.
class Story {
   public:
    explicit Story(Routine routine, coach::ExerciseLookup exercise = small_ladder());

    /// Adds a session on that day (counted from 1 November 2026) in which `told` holds for
    /// `exercise`, and "none hurt more" for all others. Returns what the coach had decided for it.
    coach::DayDecision session(int day, const Told& told, const std::string& exercise = "two");
    /// Adds the score of the morning after that day; none is ever assumed.
    void morning(int day, int score, std::optional<Site> site = {}, bool sore = false);
    /// Returns what would be decided on that day.
    coach::DayDecision decided(int day) const;
    void allow(int day, const std::string& exercise);

    /// Who it is for, the gate and the cap; standings are not looked at.
    coach::Today today;
    PainThresholds pain;
    coach::Wishes wishes;

   private:
    Routine routine_;
    coach::ExerciseLookup exercise_;
    coach::Knowledge knowledge_;
};

const coach::CoachReason& reason_of(const coach::DayDecision& day,
                                    const std::string& exercise = "two");
/// The exercise that a day has for a step, or would have if it were not left out.
const std::string& rung_of(const coach::DayDecision& day, const std::string& exercise = "two");
/// What is known of that exercise.
const coach::ExerciseState& state_of(const coach::DayDecision& day,
                                     const std::string& exercise = "two");
/// The exercises that the session of that day held.
std::vector<std::string> given_on(const coach::DayDecision& day);

}  // namespace hipflow::support
