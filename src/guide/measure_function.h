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
