// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "terminal/face.h"
#include "today/measurements.h"

namespace hipflow {

/// Where the answers go, each as soon as it is given.
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

}  // namespace hipflow
