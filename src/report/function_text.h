// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "stats/function.h"
#include "text/style.h"

namespace hipflow {

// The Patient-Specific Functional Scale in words. The direction is always said: up is better
// (CONTENT 5.2).

/// What the scale means, in a line.
inline constexpr std::string_view function_scale_words =
    "0: unable to do it. 10: as well as before. Up is better.";

/// "+2.3: better in what you do".
std::string function_change_text(const FunctionChange& change);

/// The newest mean in a line, and what it amounts to; nothing without an answer.
std::optional<std::string> function_line(const std::vector<FunctionSeries>& series);

/// The answers as they were just given.
std::string function_test_text(const std::vector<FunctionSeries>& series, Day day);

/// Every activity that was ever asked, then the mean.
std::string function_text(const std::vector<FunctionSeries>& series, const Style& style);

}  // namespace hipflow
