// SPDX-License-Identifier: MIT
#pragma once
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "catalog/content_files.h"
#include "texts_of.h"

namespace hipflow::catalog {

/// Lines 1 to 8 of every file here.
inline constexpr std::string_view bridge_head = R"(format = 1
name = "Bridge"
level = 2
position = "supine"
sides = "both"
start = "On your back."
do = ["Lift."]
dose = { hold = "30s" }
)";

/// What a figure must have, in lines 9 to 13.
inline constexpr std::string_view usual_figure = R"([figure]
base = "supine"
text = "A knee lifts."
moving = ["leg_l"]
frames = [["start", 0.0], ["up", 0.5], ["start", 1]]
)";

/// An exercise whose figure has two poses: `more` is line 14 of the file, if it is anything, then
/// come [figure.pose.start] with `start` and [figure.pose.up] with `up`.
inline std::string figure_text(std::string_view more = "", std::string_view start = "",
                               std::string_view up = "") {
    std::string text(bridge_head);
    text += usual_figure;
    text += more;
    text += "[figure.pose.start]\n";
    text += start;
    text += "[figure.pose.up]\n";
    text += up;
    return text;
}

/// The figure of an exercise file without faults.
inline std::optional<Figure> figure_in(const std::string& text) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(text, "x", "f", faults);
    EXPECT_EQ(texts_of(faults), Lines{});
    return source ? source->exercise.figure : std::nullopt;
}

/// The faults of an exercise file that has some, as the user sees them.
inline Lines complaints(const std::string& text) {
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(parse_exercise(text, "x", "f", faults).has_value());
    return texts_of(faults);
}

}  // namespace hipflow::catalog
