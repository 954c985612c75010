// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/exercise.h"
#include "domain/restriction.h"

namespace hipflow {

/// Why this person is not given the exercise, as a sentence about "it": nothing if it is given to
/// them. Whatever a session may hold goes through here: what the routine names, what takes its
/// place, alternates, harder variants, users' own files.
std::optional<std::string> objection(const Exercise& exercise, const Person& person);

/// Whether nothing is known of what the exercise asks of the body, although that matters here.
bool is_unknown_to(const Exercise& exercise, const Person& person);

/// "Bridge has no risk tags, so hipflow cannot tell …".
std::string untagged_words(const Exercise& exercise);

}  // namespace hipflow
