// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

namespace hipflow {

/// Where a value was and is, on a line from 0 to `most`: "···o··●····", in ASCII "...o..*....".
/// One mark where both are the same or there is no earlier one. Values beyond an end stand at it.
std::string dumbbell(std::optional<double> before, double after, double most, int cells,
                     bool unicode);

/// What the marks mean: "o first, ● last".
std::string dumbbell_legend(bool unicode);

}  // namespace hipflow
