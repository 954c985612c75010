// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/exposure.h"
#include "domain/records.h"

namespace hipflow::coach {

// The state that the coach carries from session to session, as stored in a session's `reasons`.

/// The morning after, compared with the usual. A morning that was not answered has no colour.
enum class MorningColour { ok, amber, red };
constexpr auto words_of(MorningColour /*unused*/) {
    return std::to_array<std::string_view>({"ok", "amber", "red"});
}

/// An exposure that counts: green, amber or red.
struct Counted {
    Instant at{};
    Day day{};
    Colour colour = Colour::green;
    std::optional<PainScore> before;
    std::optional<int> rise;  // from there to the worst of the exercise; never below zero
    std::optional<Effort> effort;
    bool steady = false;  // steady pain of 5 or 6, met by quota (docs/design/care.md, "Rules", A4)
    bool operator==(const Counted&) const = default;
};

/// The last exposures on one side, oldest first, that the rules look back on.
struct SideState {
    std::vector<Counted> counted;
    bool operator==(const SideState&) const = default;
};

/// A day on which the exercise was done, and what its morning told. The score at the start is
/// compared with while no usual score is known.
struct DayAfter {
    Day day{};
    std::optional<PainScore> before;
    std::optional<int> distance;  // of the symptoms at the start, from the spine
    std::optional<MorningColour> colour;
    bool inferred = false;  // from the pain at the start of the next session
    bool operator==(const DayAfter&) const = default;
};

/// What the coach knows of one exercise, whatever routine it stood in. Both sides get the same
/// (docs/design/care.md, "Rules", A7); what they tell is kept apart.
struct ExerciseState {
    std::string exercise;
    std::optional<std::string> held{};  // the step of the session that gave it, as planned
    bool stood = false;                 // it was done at some time, or has been earned
    int place = 0;                      // steps above the bottom of its band
    bool half = false;                  // half of the bottom
    bool topped = false;                // it was comfortable at the top of its band
    bool mastered = false;              // the next harder one takes its place
    bool closed = false;                // the person came down from it, and has to earn it again
    bool returning = false;             // its rest is over, and it has not been given since
    int failures = 0;                   // steps up that were taken back, 3 at most
    int resting = 0;                    // sessions that it is still left out of
    std::optional<Day> stepped_up;      // to it or within it, the last time
    std::optional<Day> taken_back;      // the last time that a step was
    std::optional<Day> worn_out;        // when its least was too much, the last time
    std::optional<Instant> retired;
    std::vector<Day> reds;           // of the last 28 days
    std::vector<DayAfter> mornings;  // after the last days it was done, oldest first
    SideState left;
    SideState right;
    bool operator==(const ExerciseState&) const = default;
};

/// The same as sessions recorded it before the state was kept for each exercise by itself: for the
/// exercise that the routine plans. coach/earlier_state continues it.
struct EarlierState {
    std::string exercise;              // as the routine names it
    std::string rung;                  // its place on the ladder
    std::optional<std::string> given;  // what the session held of it; nullopt if it was left out
    int place = 0;
    bool half = false;
    int lowered = 0;  // rungs it came down for pain, and may go straight back
    int resting = 0;
    std::optional<Day> stepped_up;
    std::optional<Instant> retired;
    std::vector<Day> reds;
    std::vector<DayAfter> mornings;
    SideState left;
    SideState right;
    bool operator==(const EarlierState&) const = default;
};

/// The rule that decided (docs/design/care.md, "Rules").
enum class CoachRule {
    begins,
    stays,
    steps_up,
    red,
    rests,
    retired,
    returns,
    morning,
    lighter,
    amber,
    gap,
    by_hand,
    limit
};
constexpr auto words_of(CoachRule /*unused*/) {
    return std::to_array<std::string_view>({"begins", "stays", "steps_up", "red", "rests",
                                            "retired", "returns", "morning", "lighter", "amber",
                                            "gap", "by_hand", "limit"});
}

/// Why an exercise is given as it is: one sentence with the readings and days behind it.
struct CoachReason {
    std::string exercise;  // as the routine names it
    CoachRule rule = CoachRule::stays;
    std::optional<Side> side;  // the one that decided, if there is one
    bool change = false;       // something differs from last time
    std::string text;
    std::optional<std::string> given{};  // the exercise that stands for it, also if it is left out
    bool operator==(const CoachReason&) const = default;
};

/// In how many timed sessions an exercise had been done when a session with it began.
struct TimesDone {
    std::string exercise;
    int times = 0;
    bool operator==(const TimesDone&) const = default;
};

/// The coach's knowledge and the reasons for its decisions, stored as the session's `reasons`.
struct CoachRecord {
    std::vector<ExerciseState> states;  // of all exercises on the ladders of the session
    std::vector<EarlierState> earlier;  // in place of them, in an earlier session
    std::vector<CoachReason> reasons;
    std::optional<std::string> gate;  // what the pain before the session made of it, in words
    std::optional<PainScore> before;
    std::optional<int> cap;             // the highest level that the program's week allows
    std::vector<std::string> unscored;  // hurt more than at the start, by an amount not answered
    std::vector<TimesDone> times;       // from which the session chose its words
    bool operator==(const CoachRecord&) const = default;
};

/// The beginning of a session.
struct Start {
    Instant at{};
    Day day{};
    std::optional<PainScore> before;  // pain at that time
    bool operator==(const Start&) const = default;
};

/// A morning score as told.
struct Morning {
    Day for_day{};
    PainScore score = *PainScore::from(0);
    std::optional<int> distance;  // from the spine
    bool sore = false;            // new muscle soreness: not the pain that is tracked
    bool operator==(const Morning&) const = default;
};

}  // namespace hipflow::coach
