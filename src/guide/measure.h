// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/measurement.h"
#include "terminal/face.h"

namespace hipflow {

/// The readings of one side and movement, as far as they were given; degrees.
struct RangeReadings {
    Side side = Side::left;
    Rotation movement = Rotation::internal;
    std::vector<int> degrees;
    std::optional<PainScore> pain;  // during them
};

/// What a hip can be read as, in degrees; anything else is a slip of the finger.
inline constexpr int most_degrees = 90;
/// Readings of each side and movement (CONTENT 5.1).
inline constexpr int range_trials = 3;
/// From this pain on, measuring stops (CONTENT 5.1).
inline constexpr int range_stop_pain = 4;

/// Which position to measure in; Enter alone takes `usual`.
RangePosition ask_range_position(Face& face, RangePosition usual);

/// Leads through the measurement (CONTENT 5.1): how to sit or lie, how to hold the phone, which way
/// is which, the warm-up, then three readings of each side and movement and the pain during them.
/// Everything can be skipped. `keep` gets each side and movement as soon as it is through. Ends at
/// once at a pain of 4 or more, which is returned then. Throws Interrupted.
std::optional<PainScore> lead_range(Face& face, RangePosition position,
                                    const std::function<void(const RangeReadings&)>& keep);

/// How many activities are asked about at most, and from how many on their mean is steady (CONTENT
/// 5.2).
inline constexpr std::size_t most_activities = 5;
inline constexpr std::size_t usual_activities = 3;

/// What the questions lead to, each kept as soon as it is answered.
struct FunctionNotes {
    /// Takes a new activity, in the person's words, and returns it.
    std::function<Activity(const std::string& text)> add;
    std::function<void(const Activity& activity)> drop;
    std::function<void(const Activity& activity, int score)> score;
};

/// Asks how well each activity goes, 0 (unable to do it) to 10 (as well as before): the first time
/// which activities those are, later the same ones, which may then be added to or dropped.
/// `previous`: the last score of each, by its id, always shown. Everything can be skipped. Throws
/// Interrupted.
void lead_function(Face& face, const std::vector<Activity>& activities,
                   const std::map<std::string, int>& previous, const FunctionNotes& notes);

/// What is wrong with the words for an activity, among those that are asked already; nothing if
/// they will do.
std::optional<std::string> objection_to(const std::string& text,
                                        const std::vector<Activity>& activities);

}  // namespace hipflow
