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

/// The readings of one side and movement that were given, in degrees.
struct RangeReadings {
    Side side = Side::left;
    Rotation movement = Rotation::internal;
    std::vector<int> degrees;
    std::optional<PainScore> pain;  // during them
};

/// The most degrees that are taken as a reading of a hip.
inline constexpr int most_degrees = 90;
/// Readings of each side and movement.
inline constexpr int range_trials = 3;
/// Measuring stops at this pain and above.
inline constexpr int range_stop_pain = 4;

/// Asks for the position to measure in. Enter alone takes `usual`.
RangePosition ask_range_position(Face& face, RangePosition usual);

/// Leads through the measurement of hip rotation: the warm-up, how to sit or lie, how to hold the
/// phone, which way is which, then three readings of each side and movement and the pain during
/// them. Everything can be skipped. `keep` gets each side and movement as soon as it is done. Ends
/// at once at a pain of 4 or more, and returns it. Throws Interrupted. See
/// docs/design/statistics.md, "Hip rotation".
std::optional<PainScore> lead_range(Face& face, RangePosition position,
                                    const std::function<void(const RangeReadings&)>& keep);

/// How many activities are asked about at most, and how many make their mean steady. See
/// docs/design/statistics.md, "Function".
inline constexpr std::size_t most_activities = 5;
inline constexpr std::size_t usual_activities = 3;

/// What the questions lead to. Each answer is kept as soon as it is given.
struct FunctionNotes {
    /// Adds an activity, in the person's words, and returns it.
    std::function<Activity(const std::string& text)> add;
    std::function<void(const Activity& activity)> drop;
    std::function<void(const Activity& activity, int score)> score;
};

/// Asks how well each activity goes, from 0 (unable to do it) to 10 (as well as before). The first
/// time it asks which activities those are; later it asks about the same ones, of which one may be
/// dropped or another added. `previous` holds the last score of each, by its id, which is shown.
/// Everything can be skipped. Throws Interrupted.
void lead_function(Face& face, const std::vector<Activity>& activities,
                   const std::map<std::string, int>& previous, const FunctionNotes& notes);

/// Says what is wrong with the words for a new activity beside those that are there. Returns
/// nullopt if they will do.
std::optional<std::string> objection_to(const std::string& text,
                                        const std::vector<Activity>& activities);

}  // namespace hipflow
