// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

#include "catalog/parse_exercise.h"
#include "catalog/table_reader.h"

namespace hipflow {

/// Reads the fields that an exercise has in its own file and inside a routine's alike, and refuses
/// all others. The file stays empty.
ExerciseFile read_exercise(TableReader& fields, std::string_view id);

/// The neighbour that `key` names, if that can be an id.
std::optional<std::string> read_link(TableReader& fields, std::string_view key);

}  // namespace hipflow
