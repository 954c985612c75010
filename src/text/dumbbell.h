// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

namespace hipflow {

/// Draws where a value was and where it is on a line from 0 to `most`: "···o··●····", in ASCII
/// "...o..*....". Draws one mark if both are in the same cell, or if there is no earlier value.
/// Values beyond an end are drawn at it.
std::string dumbbell(std::optional<double> before, double after, double most, int cells,
                     bool unicode);

/// Explains the marks: "o first, ● last".
std::string dumbbell_legend(bool unicode);

}  // namespace hipflow
