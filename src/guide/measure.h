// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/care_words.h"
#include "terminal/face.h"
#include "today/measurements.h"

namespace hipflow::guide {

/// Asks for the position to measure in. Enter takes `usual`.
RotationPosition ask_rotation_position(terminal::Face& face, RotationPosition usual);

/// Leads through the measurement of hip rotation: the warm-up, how to sit or lie, how to hold the
/// phone, which way is which, then three readings of each side and movement and the pain during
/// them. Everything can be skipped. `keep` gets each side and movement as soon as it is done. Ends
/// at once at a pain of 4 or more, and returns it. Throws Interrupted. See
/// docs/design/statistics.md, "Hip rotation".
std::optional<PainScore> lead_rotation(
    terminal::Face& face, const CareWords& words, RotationPosition position,
    const std::function<void(const today::RotationReadings&)>& keep);

/// The actions that the answers trigger. Each answer is kept as soon as it is given.
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
void lead_function(terminal::Face& face, const std::vector<Activity>& activities,
                   const std::map<std::string, int>& previous, const FunctionNotes& notes);

}  // namespace hipflow::guide
