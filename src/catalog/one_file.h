// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipflow::catalog {

/// The text of an exercise file.
struct ExerciseText {
    std::string id;
    std::string text;
    std::string language{};  // written where its text names none, unless it is empty
};

/// Puts exercises into the text of a routine, each as [exercise.ID], so that the routine can be
/// handed on as one file. Comments stay. All texts must be TOML without faults.
std::string in_one_file(std::string_view routine, std::span<const ExerciseText> exercises);

/// Writes the ids that a routine had before into its text, in place of those that it names.
/// Comments stay. The text must be TOML without faults.
std::string with_earlier_ids(std::string_view routine, const std::vector<std::string>& ids);

/// Takes a key of the routine itself out of its text, with its line. The text must be TOML without
/// faults.
std::string without_key(std::string_view routine, std::string_view key);

}  // namespace hipflow::catalog
