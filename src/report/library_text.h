// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/exercise.h"
#include "domain/prescription.h"
#include "domain/time.h"
#include "session/timeline.h"
#include "text/style.h"
#include "today/exercise_check.h"
#include "today/library_lists.h"
#include "today/routine_check.h"
#include "today/routine_source.h"

namespace hipflow::report {

/// A routine for this person: steps, amounts, the total with its parts, and what is left out.
std::string routine_text(const Routine& routine, const today::RoutineToday& today,
                         const Style& style, bool verbose = false);

/// A line of facts for each routine, and its purpose below.
std::string routine_list_text(const std::vector<today::ListedRoutine>& all, const Style& style);

/// "desk-reset: 5 steps, 3 min 10 s".
std::string checked_text(const today::CheckedRoutine& checked);

/// What is shown of an exercise, whose texts are placed.
struct ExercisePage {
    const Exercise& exercise;
    std::string picture;                          // rows of its figure, or empty
    std::string figure_words;                     // its figure in words, or empty
    const std::vector<Exercise>& ladder;          // its own rung and the others, the easiest first
    const std::optional<std::string>& objection;  // why it is left out for this user
    bool one_side = false;                        // its texts are those of the left side
};

/// Everything about an exercise, in the order in which it is needed.
std::string exercise_text(const ExercisePage& page, const Style& style);

/// "my-drill: no faults, 1 warning".
std::string checked_text(const today::CheckedExercise& checked);

/// A line for each exercise: level, position, why it is left out, whose it is.
std::string exercise_list_text(const std::vector<today::ListedExercise>& all, const Style& style);

/// "gentle", "standard", "strong".
std::string level_words(int level);

/// A step in words, those of a block once.
struct StepLine {
    std::size_t step = 0;  // of the session
    int block = 0;         // of the routine, from 1; 0 outside of any
    std::string rounds;    // "3 rounds, 1 min of rest between them", where a block begins
    std::string amount;    // "5 reps per side, 6 s each"
    std::vector<std::string> details;  // "with 2 kg", "30 s of rest between sets"
};
std::vector<StepLine> step_lines(const Prescription& prescription);

/// The steps with their amounts, a line each.
std::string steps_text(const Prescription& prescription, int columns);

/// "9 min 41 s, of which 6 min 5 s is work"; `verbose`: "… and 10 s was added to gaps so that the
/// words fit".
std::string total_text(const session::Timeline& timeline, bool verbose = false);

/// The same in whole minutes where a session explains its exercises: "14 min with everything
/// explained (11 once you know it), of which 6 min 5 s is work". `once_known` is how long it takes
/// then.
std::string total_text(const Prescription& session, const session::Timeline& timeline,
                       std::optional<Millis> once_known, bool verbose = false);

/// What follows words for the left side, where the right one has its turn.
inline constexpr std::string_view other_side = "Then the other side.";

/// The figure in words; if its file has none, the first instruction.
std::string figure_words(const Exercise& exercise, const Figure& figure);

/// The frames of a figure, and the angles of the joints in each pose.
std::string figure_frames_text(const Figure& figure, const Style& style);

}  // namespace hipflow::report
