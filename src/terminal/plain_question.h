// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "terminal/face.h"

namespace hipflow {

/// A line that fits stays as it is, columns and all; a longer one is wrapped under its own
/// beginning. Ends in a newline.
std::string fitted_line(const std::string& line, int columns);

/// What is said to ask a question in plain lines. A list to choose from that is higher than the
/// terminal, with the line that is typed below it, is given in its short forms; if even these are
/// too many, it comes in parts of which each has the question above it.
std::vector<std::string> question_parts(const Question& question, int columns,
                                        std::optional<int> rows);

}  // namespace hipflow
