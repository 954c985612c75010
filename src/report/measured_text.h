// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stats/function.h"
#include "stats/hip_rotation.h"
#include "text/style.h"
#include "today/views.h"

namespace hipflow::report {

// The Patient-Specific Functional Scale in words, always with its direction: up is better.

/// The meaning of the scale, in a line.
inline constexpr std::string_view function_scale_words =
    "0: unable to do it. 10: as well as before. Up is better.";

/// The activity in the words of the user, and whether it was dropped.
std::string activity_name(const Activity& activity);

/// "6.3 of 10 on 2026-09-24".
std::string mean_on_day(const stats::FunctionMean& mean);

/// "over the 3 activities asked on both days".
std::string asked_on_both_days(const stats::FunctionChange& change);

/// "6.3 to 8.6, +2.3: better in what you do".
std::string function_change_text(const stats::FunctionChange& change);

/// The newest mean in a line, and what it amounts to; nullopt without an answer.
std::optional<std::string> function_line(const std::vector<stats::FunctionSeries>& series);

/// The answers just given, in a table.
std::string function_test_text(const std::vector<stats::FunctionSeries>& series, Day day,
                               const Style& style);

/// Every activity that was ever asked, then the means.
std::string function_view(const today::FunctionView& view, const Style& style);

// Range of hip rotation in words: described only, without a pass mark or a diagnosis.

/// "foot out" for internal, "foot in" for external rotation.
std::string_view foot_words(Rotation movement);

/// Internal and external rotation of a side together, in degrees: "78", "-".
std::string arc_text(const stats::RotationTest& test, Side side);

/// How a series was taken: "sitting, phone".
std::string way_text(const stats::RotationSeries& series);

/// "12 more than at first: more than measurement error", "2 more than at first: within measurement
/// error".
std::string rotation_change_text(const stats::RotationChange& change);

/// Sentences beside the numbers of a series: the error and where it comes from, a side that turns
/// less, means of other people.
std::vector<std::string> rotation_sentences(const stats::RotationSeries& series);

/// The newest test in a line: "left 78, right 87 degrees on 2026-09-24; 2 of 4 changed more than
/// the error". `series` has a test.
std::string rotation_line(const stats::RotationSeries& series);

/// One test just taken, in a table.
std::string rotation_test_text(const stats::RotationTest& test, const Style& style);

/// All series, the newest first, as wide as the terminal allows.
std::string hip_rotation_view(const today::HipRotationView& view, const Style& style);

}  // namespace hipflow::report
