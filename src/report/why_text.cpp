// SPDX-License-Identifier: MIT
#include "report/why_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/names.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

std::string counted_words(const coach::Counted& counted) {
    std::string text = fmt::format("{} {}", short_day(counted.day), word(counted.colour));
    if (counted.before) text += fmt::format(", pain {} at the start", counted.before->value());
    if (counted.rise) text += fmt::format(", up by {}", *counted.rise);
    if (counted.effort) text += fmt::format(", {}", word(*counted.effort));
    return text;
}

std::string side_lines(std::string_view side, const coach::SideState& state) {
    std::string text;
    for (const auto& counted : state.counted) {
        text += fmt::format("  {:<14}{}\n", text.empty() ? side : "", counted_words(counted));
    }
    return text;
}

std::string morning_words(const coach::DayAfter& morning) {
    return fmt::format("after {} {}", short_day(morning.day),
                       morning.colour ? word(*morning.colour) : "not answered");
}

std::string readings_text(const coach::ExerciseState& state) {
    std::string text;
    if (state.left == state.right) {
        text += side_lines("Both sides", state.left);
    } else {
        text += side_lines("Left", state.left) + side_lines("Right", state.right);
    }
    std::string mornings;
    for (const auto& morning : state.mornings) {
        mornings += (mornings.empty() ? "" : "; ") + morning_words(morning);
    }
    if (!mornings.empty()) text += fmt::format("  {:<14}{}\n", "Mornings", mornings);
    if (state.stepped_up) {
        text += fmt::format("  {:<14}{}\n", "Stepped up", short_day(*state.stepped_up));
    }
    return text;
}

}  // namespace

std::string why_text(const coach::CoachRecord& record, const Style& style) {
    std::string text;
    if (record.gate) text += paragraph(*record.gate, style.columns);
    if (record.cap) text += fmt::format("This week goes up to level {}.\n", *record.cap);
    for (const bool change : {true, false}) {
        for (const auto& reason : record.reasons) {
            if (reason.change == change) text += paragraph(reason.text, style.columns);
        }
    }
    return text;
}

std::string why_exercise_text(const coach::CoachRecord& record, const std::string& exercise,
                              const Style& style) {
    std::string text;
    for (const auto& reason : record.reasons) {
        if (reason.exercise == exercise) text += paragraph(reason.text, style.columns);
    }
    const auto state = std::ranges::find(record.states, exercise, &coach::ExerciseState::exercise);
    if (state != record.states.end()) text += readings_text(*state);
    return text;
}

}  // namespace hipflow::report
